package noroshi.intel.pattern;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.intel.pattern.Comparison.Operator;
import noroshi.intel.pattern.PatternReading.Problem;
import noroshi.intel.pattern.PatternReading.Slip;
import noroshi.intel.pattern.Token.Kind;

/** Reads what stands inside the square brackets of an observation. */
final class ComparisonReader {
    private static final Map<String, Operator> SIGNS = Map.of(
            "=", Operator.EQUAL,
            "==", Operator.EQUAL,
            "!=", Operator.NOT_EQUAL,
            "<>", Operator.NOT_EQUAL,
            "<", Operator.LESS,
            "<=", Operator.LESS_OR_EQUAL,
            ">", Operator.GREATER,
            ">=", Operator.GREATER_OR_EQUAL);

    private static final Set<Operator> WORDS =
            EnumSet.of(Operator.IN, Operator.LIKE, Operator.MATCHES, Operator.ISSUBSET, Operator.ISSUPERSET);

    private final Cursor cursor;

    private final Set<Slip> slips;

    private final PathReader paths;

    ComparisonReader(Cursor cursor, Set<Slip> slips) {
        this.cursor = cursor;
        this.slips = slips;
        paths = new PathReader(cursor, slips);
    }

    Comparison read() {
        var parts = new ArrayList<Comparison>();
        do {
            parts.add(all());
        } while (cursor.tookWord("OR"));
        return parts.size() == 1 ? parts.getFirst() : new Comparison.Any(parts);
    }

    private Comparison all() {
        var parts = new ArrayList<Comparison>();
        do {
            parts.add(test());
        } while (cursor.tookWord("AND"));
        noteMixedTypes(parts);
        return parts.size() == 1 ? parts.getFirst() : new Comparison.All(parts);
    }

    /** Tests joined by AND speak of one object, so they must name one type; otherwise they can never all hold. */
    private void noteMixedTypes(List<Comparison> parts) {
        var types = new HashSet<String>();
        for (var part : parts) {
            switch (part) {
                case Comparison.Test test -> types.add(test.path().type());
                case Comparison.Exists exists -> types.add(exists.path().type());
                case Comparison.All _, Comparison.Any _ -> {}
            }
        }
        if (types.size() > 1) {
            slips.add(Slip.MIXED_TYPES);
        }
    }

    private Comparison test() {
        if (cursor.tookSign("(")) {
            cursor.deeper();
            var inside = read();
            cursor.expectSign(")");
            cursor.higher();
            return inside;
        }
        var negated = cursor.tookWord("NOT");
        if (cursor.tookWord("EXISTS")) {
            return new Comparison.Exists(paths.read(), negated);
        }
        if (negated) {
            throw cursor.unexpected(cursor.peek());
        }
        return compared(paths.read());
    }

    private Comparison compared(ObjectPath path) {
        var negated = cursor.tookWord("NOT");
        var operator = operator();
        var values = switch (operator) {
            case IN -> set();
            case LIKE, MATCHES, ISSUBSET, ISSUPERSET ->
                List.<Literal>of(new Literal.Text(cursor.expect(Kind.TEXT).text()));
            case EQUAL, NOT_EQUAL -> List.of(literal());
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> List.of(orderable());
        };
        return new Comparison.Test(path, negated, operator, values);
    }

    private Operator operator() {
        var token = cursor.take();
        if (token.kind() == Kind.SIGN && SIGNS.containsKey(token.text())) {
            return SIGNS.get(token.text());
        }
        return WORDS.stream()
                .filter(word -> token.isWord(word.name()))
                .findFirst()
                .orElseThrow(() -> cursor.unexpected(token));
    }

    private List<Literal> set() {
        cursor.expectSign("(");
        var values = new ArrayList<Literal>();
        if (cursor.tookSign(")")) {
            return values;
        }
        do {
            values.add(literal());
        } while (cursor.tookSign(","));
        cursor.expectSign(")");
        return values;
    }

    private Literal literal() {
        return Literals.of(cursor.take(), cursor);
    }

    private Literal orderable() {
        var token = cursor.peek();
        var literal = literal();
        if (literal instanceof Literal.Flag) {
            throw new PatternBroken(Problem.UNEXPECTED, token.position());
        }
        return literal;
    }
}
