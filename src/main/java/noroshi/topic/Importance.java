package noroshi.topic;

/** The importance tag in a title: 【重要】 or 【情報】. */
public enum Importance {
    IMPORTANT,
    INFO
}
