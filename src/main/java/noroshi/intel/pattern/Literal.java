package noroshi.intel.pattern;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/** A constant in a pattern. Hexadecimal and binary constants stay as they were written. */
public sealed interface Literal {
    record Text(String value) implements Literal {}

    record Whole(BigInteger value) implements Literal {}

    record Fraction(BigDecimal value) implements Literal {}

    record Flag(boolean value) implements Literal {}

    record Hex(String digits) implements Literal {}

    record Binary(String base64) implements Literal {}

    record Moment(Instant value) implements Literal {}

    /** The constant as a person would write it. */
    default String words() {
        return switch (this) {
            case Text(var value) -> value;
            case Whole(var value) -> value.toString();
            case Fraction(var value) -> value.toString();
            case Flag(var value) -> Boolean.toString(value);
            case Hex(var digits) -> digits;
            case Binary(var base64) -> base64;
            case Moment(var value) -> value.toString();
        };
    }
}
