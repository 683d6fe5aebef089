package noroshi.intel.pattern;

import java.util.List;

/** What one observed object must look like. */
public sealed interface Comparison {

    /** Every part holds. */
    record All(List<Comparison> parts) implements Comparison {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds. */
    record Any(List<Comparison> parts) implements Comparison {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** The value at the path compares to the literals; only {@link Operator#IN} has other than one. */
    record Test(ObjectPath path, boolean negated, Operator operator, List<Literal> values) implements Comparison {
        public Test {
            values = List.copyOf(values);
        }
    }

    /** There is a value at the path. */
    record Exists(ObjectPath path, boolean negated) implements Comparison {}

    /** How a value is compared. */
    enum Operator {
        EQUAL,
        NOT_EQUAL,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL,
        IN,
        LIKE,
        MATCHES,
        ISSUBSET,
        ISSUPERSET
    }
}
