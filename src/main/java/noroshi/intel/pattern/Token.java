package noroshi.intel.pattern;

/** A word, constant or sign of a pattern, with the place where it stands. */
record Token(Kind kind, String text, int position) {
    enum Kind {
        WORD,
        TEXT,
        HEX,
        BINARY,
        MOMENT,
        NUMBER,
        SIGN,
        END
    }

    boolean isSign(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }
}
