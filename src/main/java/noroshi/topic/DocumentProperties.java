package noroshi.topic;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What an office document or a PDF says of who wrote it: authors, companies, and whatever was added by hand. Looks at a
 * bounded part of it and changes nothing.
 */
final class DocumentProperties {
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_WORDS = 20;
    private static final int LARGEST_PART = 1 << 18;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private static final Set<String> PARTS =
            Set.of("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml");

    /** The beginning of what an element says, plain or as CDATA, however long it is; or that it hides it in a comment. */
    static final String WORD = "\\s*+(?:<!\\[CDATA\\[\\s*+)?([^<]{1,200}|<[!?])";

    private static final Pattern SAID = Pattern.compile(
            "<(?:\\w{1,20}:)?(?:creator|lastModifiedBy|initial-creator|printed-by|Company|Manager|lpwstr|user-defined)"
                    + "\\b[^<>]*+>" + WORD);

    private final Set<String> words = new LinkedHashSet<>();

    private DocumentProperties() {}

    /** The words, none if it says nothing or is no document; empty if it cannot be read through. */
    static Optional<Set<String>> of(byte[] content) {
        var properties = new DocumentProperties();
        try {
            switch (MediaKind.of(content)) {
                case ZIP -> properties.office(ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN));
                case PDF -> new PdfProperties(properties::said).read(content);
                case PNG, JPEG, JSON, TEXT, UNKNOWN -> {}
            }
            return Optional.of(properties.words);
        } catch (Unreadable | IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    /** Nobody can say what it tells. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The list at the end of the archive, as programs read it that open it. */
    private void office(ByteBuffer zip) {
        var end = end(zip);
        var at = zip.getInt(end + 16);
        for (var entry = 0; at < end && zip.getInt(at) == ENTRY; entry++) {
            var name = zip.getShort(at + 28) & 0xFFFF;
            if (entry == MOST_ENTRIES) {
                throw new Unreadable();
            }
            if (PARTS.contains(text(zip, at + ENTRY_LENGTH, name))) {
                part(zip, at);
            }
            at += ENTRY_LENGTH + name + (zip.getShort(at + 30) & 0xFFFF) + (zip.getShort(at + 32) & 0xFFFF);
        }
        if (at != end) {
            throw new Unreadable();
        }
    }

    private static int end(ByteBuffer zip) {
        var last = zip.limit() - END_LENGTH;
        for (var at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw new Unreadable();
    }

    private void part(ByteBuffer zip, int entry) {
        var local = zip.getInt(entry + 42);
        var from = local + LOCAL_LENGTH + (zip.getShort(local + 26) & 0xFFFF) + (zip.getShort(local + 28) & 0xFFFF);
        var length = zip.getInt(entry + 20);
        if (length < 0) {
            throw new Unreadable();
        }
        var packed = new byte[Math.min(length, LARGEST_PART)];
        zip.get(from, packed);
        var bytes = switch (zip.getShort(entry + 10)) {
            case STORED -> packed;
            case DEFLATED -> inflated(packed, new Inflater(true), LARGEST_PART);
            default -> throw new Unreadable();
        };
        if (bytes.length == LARGEST_PART) {
            throw new Unreadable();
        }
        said(bytes);
    }

    /** At most so much of it. */
    static byte[] inflated(byte[] packed, Inflater inflater, int most) {
        try {
            inflater.setInput(packed);
            var open = new byte[most];
            var length = 0;
            for (int more; length < most && !inflater.finished(); length += more) {
                more = inflater.inflate(open, length, most - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    break;
                }
            }
            return Arrays.copyOf(open, length);
        } catch (DataFormatException damaged) {
            throw new Unreadable();
        } finally {
            inflater.end();
        }
    }

    private void said(byte[] xml) {
        var wide = xml.length > 1 && (xml[0] == (byte) 0xFE || xml[0] == (byte) 0xFF);
        var text = new String(xml, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable();
        }
        SAID.matcher(text).results().forEach(found -> said(plain(found.group(1))));
    }

    static String plain(String word) {
        if (word.startsWith("<")) {
            throw new Unreadable();
        }
        return word.endsWith("]]>") && word.length() > 3 ? word.substring(0, word.length() - 3) : word;
    }

    private void said(String word) {
        var plain = word.strip();
        if (!plain.isEmpty() && words.size() < MOST_WORDS) {
            words.add(plain);
        }
    }

    private static String text(ByteBuffer bytes, int from, int length) {
        var text = new byte[length];
        bytes.get(from, text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
