package noroshi.desk;

/** Where a matter stands, as everybody who reads it is told. */
public enum Status {
    SUBMITTED,
    ACKNOWLEDGED,
    TRIAGED,
    SUPPORT_COORDINATING,
    RESPONDING,
    CONTAINED,
    RECOVERED,
    CLOSED,
    MERGED,
    WITHDRAWN;

    /** Whether nothing more is to be done. */
    public boolean over() {
        return this == CLOSED || this == MERGED || this == WITHDRAWN;
    }

    /** The lane of the board it lies in. */
    public Lane lane() {
        return switch (this) {
            case SUBMITTED, ACKNOWLEDGED -> Lane.NEW;
            case TRIAGED, RESPONDING -> Lane.CHECKING;
            case SUPPORT_COORDINATING -> Lane.SUPPORT;
            case CONTAINED, RECOVERED -> Lane.WATCHING;
            case CLOSED, MERGED, WITHDRAWN -> Lane.DONE;
        };
    }
}
