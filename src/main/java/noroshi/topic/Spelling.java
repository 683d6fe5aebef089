package noroshi.topic;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text in the one spelling under which all its spellings are found: width, case, long vowels, variants, defanging.
 *
 * <p>Remembers where each character came from, so that a hit can be shown in the text as it was written.
 */
final class Spelling {
    private static final int LARGEST = 400_000;
    private static final int LONGEST_CLUSTER = 32;
    private static final int SHORTEST_STEM = 3;

    private final StringBuilder text;
    private int[] origins;

    private Spelling(int capacity) {
        text = new StringBuilder(capacity);
        origins = new int[capacity + 1];
    }

    static Spelling of(String written) {
        var length = Math.min(written.length(), LARGEST);
        return composed(written, length).rewritten(Spellings.KNOWN).shortened();
    }

    /** Composed only: how the list of spellings itself is read. */
    static String composed(String written) {
        return composed(written, written.length()).text.toString();
    }

    String text() {
        return text.toString();
    }

    /** Where the character at this place began in the text as written. */
    int origin(int place) {
        return origins[place];
    }

    private static Spelling composed(String written, int length) {
        var result = new Spelling(length);
        for (int at = 0, next; at < length; at = next) {
            next = clusterEnd(written, at, length);
            if (next == at + 1 && plain(written.charAt(at))) {
                result.add(Character.toLowerCase(written.charAt(at)), at);
            } else {
                result.addCluster(written.substring(at, next), at);
            }
        }
        return result.ended(length);
    }

    private static int clusterEnd(String written, int at, int length) {
        var end = at + Character.charCount(written.codePointAt(at));
        var longest = Math.min(length, at + LONGEST_CLUSTER);
        while (end < longest && combining(written.charAt(end))) {
            end++;
        }
        return Math.min(end, length);
    }

    private static boolean combining(char c) {
        return c >= 0x300
                && !plain(c)
                && (c == 'ﾞ'
                        || c == 'ﾟ'
                        || switch (Character.getType(c)) {
                            case Character.NON_SPACING_MARK,
                                    Character.COMBINING_SPACING_MARK,
                                    Character.ENCLOSING_MARK -> true;
                            default -> false;
                        });
    }

    private static boolean plain(char c) {
        return c >= ' ' && c < 0x7F
                || c >= 'ぁ' && c <= 'ゖ'
                || c >= 'ァ' && c <= 'ー'
                || c >= 0x4E00 && c <= 0x9FFF
                || c == '。'
                || c == '、';
    }

    private void addCluster(String cluster, int origin) {
        Normalizer.normalize(cluster, Normalizer.Form.NFKC).codePoints().forEach(c -> addFolded(c, origin));
    }

    private void addFolded(int c, int origin) {
        switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> add(' ', origin);
            case Character.FORMAT, Character.SURROGATE -> {}
            default -> {
                if (dash(c) && endsInKatakana()) {
                    add('ー', origin);
                } else {
                    for (var half : Character.toChars(Character.toLowerCase(c))) {
                        add(half, origin);
                    }
                }
            }
        }
    }

    private static boolean dash(int c) {
        return c >= 0x2010 && c <= 0x2015 || c == 0x2212 || c == 0x2500;
    }

    private boolean endsInKatakana() {
        return !text.isEmpty() && katakana(text.charAt(text.length() - 1));
    }

    static boolean katakana(char c) {
        return c >= 'ァ' && c <= 'ヺ' || c == 'ー';
    }

    private Spelling rewritten(Spellings known) {
        var result = new Spelling(text.length());
        for (var at = 0; at < text.length(); ) {
            var found = known.at(text, at);
            for (var i = 0; i < found.to().length(); i++) {
                result.add(found.to().charAt(i), origins[at]);
            }
            if (found.isNone()) {
                result.add(text.charAt(at), origins[at]);
            }
            at += Math.max(1, found.from().length());
        }
        return result.ended(origins[text.length()]);
    }

    /** サーバー and サーバ are one word: the long vowel at the end of a longer katakana word goes. */
    private Spelling shortened() {
        var result = new Spelling(text.length());
        var run = 0;
        for (var at = 0; at < text.length(); at++) {
            var c = text.charAt(at);
            var last = at + 1 == text.length() || !katakana(text.charAt(at + 1));
            if (c != 'ー' || !last || run < SHORTEST_STEM) {
                result.add(c, origins[at]);
            }
            run = katakana(c) ? run + 1 : 0;
        }
        return result.ended(origins[text.length()]);
    }

    private void add(char c, int origin) {
        if (text.length() + 1 >= origins.length) {
            origins = Arrays.copyOf(origins, origins.length * 2);
        }
        origins[text.length()] = origin;
        text.append(c);
    }

    private Spelling ended(int length) {
        if (text.length() >= origins.length) {
            origins = Arrays.copyOf(origins, text.length() + 1);
        }
        origins[text.length()] = length;
        return this;
    }
}
