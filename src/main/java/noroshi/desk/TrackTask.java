package noroshi.desk;

/** What the police do beside a matter. */
public enum TrackTask {
    PREVENT_SPREAD,
    INVESTIGATE
}
