package noroshi.topic;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.dict.UserDictionary;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Divides a spelled text into words: Japanese by dictionary, everything else by its letters and digits. */
final class Morphemes {
    private static final int LONGEST_WORD = 200;
    private static final int TOO_LARGE_TO_KEEP = 50_000;
    private static final UserDictionary VOCABULARY = vocabulary();

    /** Tokenizers are costly to make and not to be shared; virtual threads come by the thousand, so no thread locals. */
    private final BlockingQueue<JapaneseTokenizer> idle = new ArrayBlockingQueue<>(8);

    /** A word in its dictionary form, and the place where it stands. */
    record Morpheme(String word, int start, int end) {
        Morpheme {
            word = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
        }
    }

    List<Morpheme> of(String text) {
        var masked = text.toCharArray();
        var result = foreign(text, masked);
        if (japaneseRemains(masked)) {
            result.addAll(japanese(new String(masked)));
            result.sort(Comparator.comparingInt(Morpheme::start));
        }
        return result;
    }

    /** Words in other scripts; what is not Japanese is blanked out in the mask. */
    private static List<Morpheme> foreign(String text, char[] masked) {
        var words = new ArrayList<Morpheme>();
        var begin = -1;
        for (int at = 0, next; at < text.length(); at = next) {
            var c = text.codePointAt(at);
            next = at + Character.charCount(c);
            var japanese = japanese(c);
            if (!japanese) {
                Arrays.fill(masked, at, next, ' ');
            }
            var inside = !japanese && (Character.isLetterOrDigit(c) || begin >= 0 && mark(c));
            if (inside && begin < 0) {
                begin = at;
            } else if (!inside && begin >= 0) {
                words.add(new Morpheme(text.substring(begin, at), begin, at));
                begin = -1;
            }
        }
        if (begin >= 0) {
            words.add(new Morpheme(text.substring(begin), begin, text.length()));
        }
        return words;
    }

    private static boolean mark(int c) {
        return c >= 0x300
                && (Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }

    private static boolean japanese(int c) {
        return c >= 0x3005
                && (c >= 0x3041 && c <= 0x3096
                        || c >= 0x30A1 && c <= 0x30FE && c != '・'
                        || c >= 0x4E00 && c <= 0x9FFF
                        || c <= 0x3007
                        || Character.isIdeographic(c));
    }

    private static boolean japaneseRemains(char[] masked) {
        for (var c : masked) {
            if (c != ' ') {
                return true;
            }
        }
        return false;
    }

    private List<Morpheme> japanese(String text) {
        var tokenizer = Optional.ofNullable(idle.poll()).orElseGet(Morphemes::tokenizer);
        var words = new ArrayList<Morpheme>();
        try {
            var term = tokenizer.getAttribute(CharTermAttribute.class);
            var base = tokenizer.getAttribute(BaseFormAttribute.class);
            var offset = tokenizer.getAttribute(OffsetAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                var word = Objects.requireNonNullElse(base.getBaseForm(), term.toString());
                words.add(new Morpheme(stem(word), offset.startOffset(), offset.endOffset()));
            }
            tokenizer.end();
            tokenizer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (text.length() < TOO_LARGE_TO_KEEP) {
            idle.offer(tokenizer);
        }
        return words;
    }

    /** Inside a compound (ユーザーアカウント) the long vowel is still there. */
    private static String stem(String word) {
        var last = word.length() - 1;
        return last >= 3 && word.charAt(last) == 'ー' && Spelling.katakana(word.charAt(0))
                ? word.substring(0, last)
                : word;
    }

    private static JapaneseTokenizer tokenizer() {
        return new JapaneseTokenizer(VOCABULARY, true, JapaneseTokenizer.Mode.SEARCH);
    }

    private static UserDictionary vocabulary() {
        try (var file = Objects.requireNonNull(Morphemes.class.getResourceAsStream("vocabulary.csv"))) {
            return Objects.requireNonNull(UserDictionary.open(new InputStreamReader(file, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
