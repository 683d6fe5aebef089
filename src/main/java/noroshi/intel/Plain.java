package noroshi.intel;

/** Foreign text made fit for one line of ours: nothing invisible in it, and no longer than allowed. */
final class Plain {
    static final int LINE = 80;

    private Plain() {}

    static String line(String text) {
        return line(text, LINE);
    }

    static String line(String text, int longest) {
        var clean = text.codePoints()
                .map(Plain::visible)
                .limit(longest + 1L)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return clean.codePointCount(0, clean.length()) <= longest
                ? clean
                : clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }

    private static int visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED -> 0xFFFD;
            case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            default -> character;
        };
    }
}
