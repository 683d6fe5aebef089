package noroshi.desk;

/** Which report of a day it is. */
public enum Half {
    AM,
    PM,
    /** The one of the day. */
    DAY,
    /** Between its times, because something happened. */
    EXTRA
}
