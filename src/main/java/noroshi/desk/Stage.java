package noroshi.desk;

/** 第一報, 続報, 最終報: how much of it has been told. */
public enum Stage {
    FIRST,
    FOLLOW_UP,
    FINAL
}
