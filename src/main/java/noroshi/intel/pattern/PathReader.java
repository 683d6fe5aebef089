package noroshi.intel.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.intel.pattern.ObjectPath.Step;
import noroshi.intel.pattern.PatternReading.Problem;
import noroshi.intel.pattern.PatternReading.Slip;
import noroshi.intel.pattern.Token.Kind;

/** Reads the path to a property of an object. */
final class PathReader {
    private final Cursor cursor;

    private final Set<Slip> slips;

    PathReader(Cursor cursor, Set<Slip> slips) {
        this.cursor = cursor;
        this.slips = slips;
    }

    ObjectPath read() {
        var type = cursor.expect(Kind.WORD).text();
        cursor.expectSign(":");
        var steps = new ArrayList<Step>();
        steps.add(property());
        while (more(steps)) {
            cursor.checkDepth(steps.size());
        }
        return new ObjectPath(type, steps);
    }

    private boolean more(List<Step> steps) {
        if (cursor.tookSign(".")) {
            steps.add(property());
            return true;
        }
        if (cursor.tookSign("[")) {
            steps.add(index());
            cursor.expectSign("]");
            return true;
        }
        return false;
    }

    private Step property() {
        var token = cursor.take();
        return switch (token.kind()) {
            case TEXT -> new Step.Property(token.text());
            case WORD -> {
                if (token.text().indexOf('-') >= 0) {
                    slips.add(Slip.UNQUOTED_HYPHEN);
                }
                yield new Step.Property(token.text());
            }
            case HEX, BINARY, MOMENT, NUMBER, SIGN, END -> throw cursor.unexpected(token);
        };
    }

    /** An index is a whole number, or a star for any; a quoted name is the older spelling of a property. */
    private Step index() {
        var token = cursor.take();
        if (token.isSign("*")) {
            return new Step.AnyIndex();
        }
        if (token.kind() == Kind.TEXT) {
            return new Step.Property(token.text());
        }
        if (token.kind() != Kind.NUMBER) {
            throw cursor.unexpected(token);
        }
        if (token.text().indexOf('.') >= 0 || token.text().length() > 10) {
            throw new PatternBroken(Problem.BAD_LITERAL, token.position());
        }
        return new Step.Index(Long.parseLong(token.text()));
    }
}
