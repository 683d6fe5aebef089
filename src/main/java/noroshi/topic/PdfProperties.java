package noroshi.topic;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.Inflater;
import noroshi.topic.DocumentProperties.Unreadable;

/** What a PDF says of its author: in its information dictionary, as plain text or packed, and in its XMP. */
final class PdfProperties {
    private static final int LARGEST_STREAM = 1 << 20;
    private static final int MOST_UNPACKED = 1 << 24;
    private static final int LONGEST_DICTIONARY = 1024;
    private static final int LONGEST_WORD = 400;
    private static final int MOST_STREAMS = 2000;
    private static final int MOST_NAMED = 1000;

    private static final Pattern NAMED = Pattern.compile("/(?:Author|Company|Manager)[\\s\\x00]*+(\\(|<|\\d)");
    private static final Pattern XMP = Pattern.compile("<dc:creator[^<>]*+>\\s*+<rdf:\\w++[^<>]*+>\\s*+<rdf:li[^<>]*+>"
            + DocumentProperties.WORD + "|<pdf:Author[^<>]*+>" + DocumentProperties.WORD);

    private final Consumer<String> said;
    private int unpacked;
    private int streams;
    private int named;

    PdfProperties(Consumer<String> said) {
        this.said = said;
    }

    void read(byte[] content) {
        var text = new String(content, StandardCharsets.ISO_8859_1);
        if (text.contains("/Encrypt")) {
            throw new Unreadable();
        }
        words(text);
        for (var at = text.indexOf("stream"); at >= 0; at = text.indexOf("stream", at + 6)) {
            if (at < 3 || !text.startsWith("end", at - 3)) {
                packed(content, text, at);
            }
        }
    }

    /** Objects and descriptions that are packed; what makes the pages stays packed. */
    private void packed(byte[] content, String text, int stream) {
        var about = text.substring(Math.max(0, stream - LONGEST_DICTIONARY), stream);
        var dictionary = about.substring(Math.max(0, about.lastIndexOf(" obj")));
        if (!dictionary.contains("/ObjStm") && !dictionary.contains("/Metadata") || !dictionary.contains("/Filter")) {
            return;
        }
        if (!dictionary.contains("/FlateDecode")) {
            throw new Unreadable();
        }
        var from = stream + 6 + (text.startsWith("\r\n", stream + 6) ? 2 : 1);
        var last = Math.min(content.length, from + LARGEST_STREAM);
        var end = from < last ? text.indexOf("endstream", from, last) : -1;
        if (end < 0 || ++streams > MOST_STREAMS) {
            throw new Unreadable();
        }
        var packed = Arrays.copyOfRange(content, from, end);
        var bytes = DocumentProperties.inflated(packed, new Inflater(), LARGEST_STREAM);
        unpacked += bytes.length;
        if (bytes.length == LARGEST_STREAM || unpacked > MOST_UNPACKED) {
            throw new Unreadable();
        }
        words(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private void words(String text) {
        NAMED.matcher(text).results().forEach(found -> {
            count();
            var value = text.substring(found.start(1), Math.min(text.length(), found.start(1) + LONGEST_WORD));
            switch (value.charAt(0)) {
                case '(' -> said.accept(decoded(literal(value)));
                case '<' -> said.accept(decoded(hexadecimal(value)));
                default -> throw new Unreadable(); // it stands elsewhere
            }
        });
        XMP.matcher(text).results().forEach(found -> {
            count();
            var word = found.group(1) == null ? found.group(2) : found.group(1);
            said.accept(utf8(DocumentProperties.plain(word)));
        });
    }

    /** A document has few authors; one with thousands was made to be read for long. */
    private void count() {
        if (++named > MOST_NAMED) {
            throw new Unreadable();
        }
    }

    private static byte[] literal(String value) {
        var word = new StringBuilder();
        var open = 0;
        for (var at = 0; at < value.length(); at++) {
            var letter = value.charAt(at);
            if (letter == '\\' && at + 1 < value.length()) {
                var octal = value.substring(at + 1, Math.min(value.length(), at + 4));
                if (octal.matches("[0-3][0-7]{2}")) {
                    word.append((char) Integer.parseInt(octal, 8));
                    at += 3;
                } else {
                    word.append(value.charAt(++at));
                }
                continue;
            }
            open += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (open == 0) {
                break;
            }
            if (at > 0) {
                word.append(letter);
            }
        }
        return word.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] hexadecimal(String value) {
        var end = value.indexOf('>');
        var digits = value.substring(1, end < 0 ? value.length() : end).replaceAll("[^0-9A-Fa-f]", "");
        return HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2));
    }

    private static String decoded(byte[] word) {
        var wide = word.length > 1 && word[0] == (byte) 0xFE && word[1] == (byte) 0xFF;
        return new String(word, wide ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
    }

    private static String utf8(String latin) {
        return new String(latin.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
