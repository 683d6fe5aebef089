package noroshi.intel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.intel.pattern.Comparison;
import noroshi.intel.pattern.Comparison.Operator;
import noroshi.intel.pattern.Observation;

/** Collects the values a pattern looks for, and whether each is enough by itself. */
final class PatternValues {
    private static final int MOST = 5_000;

    private final Map<String, IndicatorValue> found = new LinkedHashMap<>();

    private PatternValues() {}

    static List<IndicatorValue> of(Observation pattern) {
        var values = new PatternValues();
        values.visit(pattern, true);
        return new ArrayList<>(values.found.values());
    }

    private void visit(Observation observation, boolean alone) {
        switch (observation) {
            case Observation.Single(var test) -> visit(test, alone);
            case Observation.Qualified(var part, var _) -> visit(part, alone);
            case Observation.Joined(var operator, var parts) ->
                parts.forEach(part -> visit(part, alone && operator == Observation.Operator.OR));
        }
    }

    private void visit(Comparison comparison, boolean alone) {
        switch (comparison) {
            case Comparison.Any(var parts) -> parts.forEach(part -> visit(part, alone));
            case Comparison.All(var parts) -> parts.forEach(part -> visit(part, false));
            case Comparison.Test test -> keep(test, alone);
            case Comparison.Exists _ -> {}
        }
    }

    /** Only what is looked for counts: a negated or approximate test names no value. */
    private void keep(Comparison.Test test, boolean alone) {
        var exact = test.operator() == Operator.EQUAL
                || test.operator() == Operator.IN
                || test.operator() == Operator.ISSUBSET;
        if (test.negated() || !exact) {
            return;
        }
        for (var literal : test.values()) {
            if (found.size() < MOST) {
                var value = ValueForms.read(test.path().plain(), literal.words(), alone);
                found.merge(value.type() + " " + value.value(), value, (one, other) -> one.alone() ? one : other);
            }
        }
    }
}
