package noroshi.desk;

/** Where the police stand with a task. */
public enum TrackState {
    UNDER_WAY,
    DONE,
    NOTHING_TO_DO
}
