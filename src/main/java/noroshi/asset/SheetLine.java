package noroshi.asset;

import noroshi.shared.RuleBroken;

/** One line of a list, read. */
public sealed interface SheetLine {
    /** From 1, as the file counts its lines. */
    long line();

    /** A line that can be registered. */
    record Good(long line, AssetValue value, String note) implements SheetLine {}

    /** A line that cannot, and why. */
    record Bad(long line, String typed, RuleBroken why) implements SheetLine {}
}
