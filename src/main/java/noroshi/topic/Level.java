package noroshi.topic;

/** For whom a text is written: one text for all, or the same information for professionals and for generalists. */
public enum Level {
    ALL,
    PRO,
    GENERAL
}
