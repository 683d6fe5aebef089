package noroshi.intel.pattern;

import java.util.List;

/** What must be observed for a pattern to match. */
public sealed interface Observation {

    /** One observation in square brackets. */
    record Single(Comparison test) implements Observation {}

    /** Several observations joined by one operator. */
    record Joined(Operator operator, List<Observation> parts) implements Observation {
        public Joined {
            parts = List.copyOf(parts);
        }
    }

    /** An observation restricted in time or number. */
    record Qualified(Observation part, Qualifier qualifier) implements Observation {}

    /** How observations are joined. */
    enum Operator {
        AND,
        OR,
        FOLLOWEDBY
    }
}
