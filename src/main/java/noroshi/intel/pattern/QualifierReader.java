package noroshi.intel.pattern;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import noroshi.intel.pattern.PatternReading.Problem;
import noroshi.intel.pattern.Token.Kind;

/** Reads WITHIN, REPEATS and START … STOP. */
final class QualifierReader {
    private final Cursor cursor;

    QualifierReader(Cursor cursor) {
        this.cursor = cursor;
    }

    Optional<Qualifier> next() {
        if (cursor.tookWord("WITHIN")) {
            return Optional.of(within());
        }
        if (cursor.tookWord("REPEATS")) {
            return Optional.of(repeats());
        }
        return cursor.tookWord("START") ? Optional.of(startStop()) : Optional.empty();
    }

    private Qualifier within() {
        var seconds = positive();
        cursor.expectWord("SECONDS");
        return new Qualifier.Within(seconds);
    }

    private Qualifier repeats() {
        var token = cursor.peek();
        var times = positive();
        cursor.expectWord("TIMES");
        if (times.scale() > 0 || times.precision() > 18) {
            throw new PatternBroken(Problem.BAD_LITERAL, token.position());
        }
        return new Qualifier.Repeats(times.longValue());
    }

    private BigDecimal positive() {
        var token = cursor.expect(Kind.NUMBER);
        var number = new BigDecimal(token.text());
        if (number.signum() <= 0) {
            throw new PatternBroken(Problem.BAD_LITERAL, token.position());
        }
        return number;
    }

    private Qualifier startStop() {
        var at = cursor.peek().position();
        var start = moment();
        cursor.expectWord("STOP");
        var stop = moment();
        if (!start.isBefore(stop)) {
            throw new PatternBroken(Problem.BAD_PERIOD, at);
        }
        return new Qualifier.StartStop(start, stop);
    }

    private Instant moment() {
        return Literals.moment(cursor.expect(Kind.MOMENT));
    }
}
