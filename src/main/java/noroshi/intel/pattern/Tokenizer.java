package noroshi.intel.pattern;

import java.util.ArrayList;
import java.util.List;
import noroshi.intel.pattern.PatternReading.Problem;
import noroshi.intel.pattern.Token.Kind;

/** Cuts a pattern into tokens, each character looked at once. */
final class Tokenizer {
    private static final int MOST_TOKENS = 50_000;

    private final String text;

    private int at;

    Tokenizer(String text) {
        this.text = text;
    }

    List<Token> all() {
        var tokens = new ArrayList<Token>();
        for (skipSpace(); at < text.length(); skipSpace()) {
            if (tokens.size() == MOST_TOKENS) {
                throw new PatternBroken(Problem.TOO_MANY_PARTS, at);
            }
            tokens.add(next());
        }
        tokens.add(new Token(Kind.END, "", at));
        return tokens;
    }

    private void skipSpace() {
        while (at < text.length()) {
            if (isSpace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("//", at)) {
                skipTo(text.indexOf('\n', at), 1, text.length());
            } else if (text.startsWith("/*", at)) {
                skipTo(text.indexOf("*/", at + 2), 2, -1);
            } else {
                return;
            }
        }
    }

    private void skipTo(int end, int length, int otherwise) {
        if (end < 0 && otherwise < 0) {
            throw new PatternBroken(Problem.UNEXPECTED_END, text.length());
        }
        at = end < 0 ? otherwise : end + length;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private Token next() {
        var c = text.charAt(at);
        if (c == '\'') {
            return quoted(Kind.TEXT, at);
        }
        if (followedByQuote() && "hbt".indexOf(c) >= 0) {
            var kind = c == 'h' ? Kind.HEX : c == 'b' ? Kind.BINARY : Kind.MOMENT;
            return quoted(kind, at++);
        }
        if (isWordStart(c)) {
            return word();
        }
        return isNumberStart(c) ? number() : sign();
    }

    private boolean followedByQuote() {
        return at + 1 < text.length() && text.charAt(at + 1) == '\'';
    }

    private Token quoted(Kind kind, int start) {
        var value = new StringBuilder();
        for (var i = at + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\'') {
                at = i + 1;
                return new Token(kind, value.toString(), start);
            }
            value.append(c == '\\' ? escaped(++i) : c);
        }
        throw new PatternBroken(Problem.TEXT_NOT_CLOSED, start);
    }

    private char escaped(int i) {
        if (i < text.length() && (text.charAt(i) == '\'' || text.charAt(i) == '\\')) {
            return text.charAt(i);
        }
        throw new PatternBroken(i < text.length() ? Problem.BAD_LITERAL : Problem.TEXT_NOT_CLOSED, i - 1);
    }

    private static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_';
    }

    private Token word() {
        var start = at;
        while (at < text.length() && (isWordStart(text.charAt(at)) || isDigit(at) || text.charAt(at) == '-')) {
            at++;
        }
        return new Token(Kind.WORD, text.substring(start, at), start);
    }

    private boolean isNumberStart(char c) {
        var unsigned = c == '+' || c == '-' ? at + 1 : at;
        return isDigit(unsigned) || charAt(unsigned) == '.' && isDigit(unsigned + 1);
    }

    private boolean isDigit(int i) {
        return charAt(i) >= '0' && charAt(i) <= '9';
    }

    private char charAt(int i) {
        return i < text.length() ? text.charAt(i) : ' ';
    }

    private Token number() {
        var start = at++;
        while (isDigit(at) || charAt(at) == '.' && isDigit(at + 1) && text.lastIndexOf('.', at - 1) < start) {
            at++;
        }
        return new Token(Kind.NUMBER, text.substring(start, at), start);
    }

    private Token sign() {
        var start = at;
        for (var sign : List.of("==", "!=", "<>", "<=", ">=")) {
            if (text.startsWith(sign, at)) {
                at += 2;
                return new Token(Kind.SIGN, sign, start);
            }
        }
        if ("[]():.,*=<>".indexOf(text.charAt(at)) < 0) {
            throw new PatternBroken(Problem.UNEXPECTED, at);
        }
        at++;
        return new Token(Kind.SIGN, text.substring(start, at), start);
    }
}
