package noroshi.intel;

import java.time.Duration;

/** How large a file may be, and each part of it. */
final class Limits {
    /** Bytes of a file. */
    static final int FILE = 50 * 1024 * 1024;

    /** Objects in a bundle. */
    static final int OBJECTS = 50_000;

    /** Objects in a bundle that is read piece by piece. */
    static final int STREAMED_OBJECTS = 1_000_000;

    /** Bytes of one object of such a bundle. */
    static final int STREAMED_OBJECT = 8 * 1024 * 1024;

    /** Characters of a name or of one of the few texts that the walk over such a bundle keeps, and digits of a number. */
    static final int STREAMED_VALUE = 100_000;

    /** Marking definitions in such a bundle. */
    static final int MARKINGS = 20_000;

    /** Objects of such a bundle that are refused before the rest is not worth taking. */
    static final int REFUSED = 100_000;

    /** Properties of the bundle itself. */
    static final int NAMES = 10_000;

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

    /** How far beyond now a version may say it was made: clocks differ, and the last version is what readers get. */
    static final Duration AHEAD = Duration.ofDays(1);

    private Limits() {}
}
