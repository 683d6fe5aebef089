package noroshi.intel.pattern;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Locale;
import noroshi.intel.pattern.PatternReading.Problem;

/** Turns tokens into constants. */
final class Literals {
    private static final int LONGEST_NUMBER = 400;

    private Literals() {}

    static Literal of(Token token, Cursor cursor) {
        return switch (token.kind()) {
            case TEXT -> new Literal.Text(token.text());
            case HEX -> new Literal.Hex(hex(token));
            case BINARY -> new Literal.Binary(binary(token));
            case MOMENT -> new Literal.Moment(moment(token));
            case NUMBER -> number(token);
            case WORD -> flag(token, cursor);
            case SIGN, END -> throw cursor.unexpected(token);
        };
    }

    private static String hex(Token token) {
        var digits = token.text();
        var wellFormed =
                digits.length() % 2 == 0 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 0x80);
        return checked(wellFormed, token).toLowerCase(Locale.ROOT);
    }

    private static String binary(Token token) {
        try {
            Base64.getDecoder().decode(token.text());
            return token.text();
        } catch (IllegalArgumentException notBase64) {
            return checked(false, token);
        }
    }

    static Instant moment(Token token) {
        checked(token.text().endsWith("Z") && token.text().indexOf('T') == 10, token);
        try {
            return Instant.parse(token.text());
        } catch (DateTimeParseException notAMoment) {
            throw new PatternBroken(Problem.BAD_LITERAL, token.position());
        }
    }

    private static Literal number(Token token) {
        var digits = token.text();
        checked(digits.length() <= LONGEST_NUMBER, token);
        if (digits.indexOf('.') >= 0) {
            return new Literal.Fraction(new BigDecimal(digits));
        }
        var unsigned = digits.replaceFirst("^[+-]", "");
        checked(unsigned.length() == 1 || unsigned.charAt(0) != '0', token);
        return new Literal.Whole(new BigInteger(digits));
    }

    private static Literal flag(Token token, Cursor cursor) {
        return switch (token.text()) {
            case "true" -> new Literal.Flag(true);
            case "false" -> new Literal.Flag(false);
            default -> throw cursor.unexpected(token);
        };
    }

    private static String checked(boolean wellFormed, Token token) {
        if (!wellFormed) {
            throw new PatternBroken(Problem.BAD_LITERAL, token.position());
        }
        return token.text();
    }
}
