package noroshi.intel.pattern;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import noroshi.intel.pattern.Observation.Operator;
import noroshi.intel.pattern.PatternReading.Problem;
import noroshi.intel.pattern.PatternReading.Slip;
import noroshi.intel.pattern.Token.Kind;

/** Reads a STIX pattern by recursive descent: no step is ever taken back, so the work grows with the length only. */
public final class PatternReader {
    private static final int LONGEST = 256 * 1024;
    private static final int NEAR = 20;

    private final Cursor cursor;

    private final ComparisonReader comparisons;

    private final Set<Slip> slips = EnumSet.noneOf(Slip.class);

    private PatternReader(List<Token> tokens) {
        cursor = new Cursor(tokens);
        comparisons = new ComparisonReader(cursor, slips);
    }

    /** Reads the pattern, or says where it stops making sense. */
    public static PatternReading read(String text) {
        if (text.length() > LONGEST) {
            return new PatternReading.NotUnderstood(Problem.TOO_LONG, LONGEST, "");
        }
        try {
            var reader = new PatternReader(new Tokenizer(text).all());
            return new PatternReading.Understood(reader.whole(), List.copyOf(reader.slips));
        } catch (PatternBroken broken) {
            var start = Math.min(broken.position, text.length());
            var near = text.substring(start, Math.min(text.length(), start + NEAR));
            return new PatternReading.NotUnderstood(broken.problem, start, near);
        }
    }

    private Observation whole() {
        var pattern = followedBy();
        cursor.expect(Kind.END);
        return pattern;
    }

    private Observation followedBy() {
        return joined(Operator.FOLLOWEDBY, this::or);
    }

    private Observation or() {
        return joined(Operator.OR, this::and);
    }

    private Observation and() {
        return joined(Operator.AND, this::qualified);
    }

    private Observation joined(Operator operator, Supplier<Observation> part) {
        var parts = new ArrayList<Observation>();
        do {
            parts.add(part.get());
        } while (cursor.tookWord(operator.name()));
        return parts.size() == 1 ? parts.getFirst() : new Observation.Joined(operator, parts);
    }

    private Observation qualified() {
        var part = single();
        var count = 0;
        for (var qualifier = new QualifierReader(cursor).next();
                qualifier.isPresent();
                qualifier = new QualifierReader(cursor).next()) {
            cursor.checkDepth(++count);
            part = new Observation.Qualified(part, qualifier.get());
        }
        return part;
    }

    private Observation single() {
        if (cursor.tookSign("(")) {
            cursor.deeper();
            var inside = followedBy();
            cursor.expectSign(")");
            cursor.higher();
            return inside;
        }
        cursor.expectSign("[");
        var test = comparisons.read();
        cursor.expectSign("]");
        return new Observation.Single(test);
    }
}
