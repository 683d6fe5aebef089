package noroshi.intel;

/** How large a file may be, and each part of it. */
final class Limits {
    /** Bytes of a file. */
    static final int FILE = 50 * 1024 * 1024;

    /** Objects in a bundle. */
    static final int OBJECTS = 50_000;

    /** Levels of nesting, from the bundle down. */
    static final int DEPTH = 64;

    /** Values inside one object. */
    static final int PARTS = 500_000;

    /** Characters of a property name. */
    static final int NAME = 1_000;

    /** Digits of a number. */
    static final int NUMBER = 400;

    /** Characters of one text. */
    static final int STRING = 10 * 1024 * 1024;

    private Limits() {}
}
