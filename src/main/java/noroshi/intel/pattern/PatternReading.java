package noroshi.intel.pattern;

import java.util.List;

/** The outcome of reading a pattern. */
public sealed interface PatternReading {

    /** The pattern follows the grammar; the slips name what is accepted although the grammar forbids it. */
    record Understood(Observation pattern, List<Slip> slips) implements PatternReading {
        public Understood {
            slips = List.copyOf(slips);
        }
    }

    /** The pattern does not follow the grammar. */
    record NotUnderstood(Problem problem, int position, String near) implements PatternReading {}

    /** Why a pattern is not understood. */
    enum Problem {
        TOO_LONG,
        TOO_MANY_PARTS,
        TOO_DEEP,
        UNEXPECTED,
        UNEXPECTED_END,
        TEXT_NOT_CLOSED,
        BAD_LITERAL,
        BAD_PERIOD
    }

    /** A mistake that real producers make and whose meaning is certain. */
    enum Slip {
        UNQUOTED_HYPHEN,
        MIXED_TYPES
    }
}
