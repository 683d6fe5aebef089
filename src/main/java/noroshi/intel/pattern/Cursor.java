package noroshi.intel.pattern;

import java.util.List;
import noroshi.intel.pattern.PatternReading.Problem;
import noroshi.intel.pattern.Token.Kind;

/** The place up to which a pattern has been read, and how deep in parentheses. */
final class Cursor {
    private static final int DEEPEST = 64;

    private final List<Token> tokens;

    private int at;

    private int depth;

    Cursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(at);
    }

    Token take() {
        var token = tokens.get(at);
        if (token.kind() != Kind.END) {
            at++;
        }
        return token;
    }

    boolean tookWord(String word) {
        return took(peek().isWord(word));
    }

    boolean tookSign(String sign) {
        return took(peek().isSign(sign));
    }

    private boolean took(boolean matches) {
        if (matches) {
            at++;
        }
        return matches;
    }

    void expectSign(String sign) {
        if (!tookSign(sign)) {
            throw unexpected(peek());
        }
    }

    void expectWord(String word) {
        if (!tookWord(word)) {
            throw unexpected(peek());
        }
    }

    Token expect(Kind kind) {
        var token = take();
        if (token.kind() != kind) {
            throw unexpected(token);
        }
        return token;
    }

    PatternBroken unexpected(Token token) {
        return new PatternBroken(
                token.kind() == Kind.END ? Problem.UNEXPECTED_END : Problem.UNEXPECTED, token.position());
    }

    void deeper() {
        checkDepth(++depth);
    }

    void higher() {
        depth--;
    }

    void checkDepth(int reached) {
        if (reached > DEEPEST) {
            throw new PatternBroken(Problem.TOO_DEEP, peek().position());
        }
    }
}
