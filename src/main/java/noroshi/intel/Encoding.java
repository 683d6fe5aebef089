package noroshi.intel;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes sure that a file is UTF-8 text, and says in plain words what it is otherwise. */
final class Encoding {
    private static final int BUFFER = 8192;

    private Encoding() {}

    /** The same text without a byte order mark. */
    static byte[] utf8(byte[] file) {
        var text = withoutMark(file);
        checkUtf8(text);
        checkLooksLikeJson(text);
        return text;
    }

    /** How a file begins that is read piece by piece, without a byte order mark; what follows is checked on the way. */
    static byte[] head(byte[] start) {
        var text = withoutMark(start);
        checkLooksLikeJson(text);
        return text;
    }

    private static byte[] withoutMark(byte[] file) {
        if (file.length == 0) {
            throw new Broken("intel.file.empty");
        }
        if (looksLikeUtf16(file)) {
            throw new Broken("intel.file.utf16");
        }
        return startsWith(file, 0xEF, 0xBB, 0xBF) ? Arrays.copyOfRange(file, 3, file.length) : file;
    }

    private static boolean looksLikeUtf16(byte[] file) {
        var nulNearStart = false;
        for (var i = 0; i < Math.min(file.length, 4); i++) {
            nulNearStart |= file[i] == 0;
        }
        return nulNearStart || startsWith(file, 0xFF, 0xFE) || startsWith(file, 0xFE, 0xFF);
    }

    private static boolean startsWith(byte[] file, int... mark) {
        for (var i = 0; i < mark.length; i++) {
            if (i >= file.length || (file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static void checkUtf8(byte[] text) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var input = ByteBuffer.wrap(text);
        var output = CharBuffer.allocate(BUFFER);
        var result = decoder.decode(input, output, true);
        while (result.isOverflow()) {
            output.clear();
            result = decoder.decode(input, output, true);
        }
        if (result.isError()) {
            throw new Broken("intel.file.encoding", input.position() + 1);
        }
    }

    private static void checkLooksLikeJson(byte[] text) {
        var start = 0;
        while (start < text.length && text[start] >= 0 && Character.isWhitespace(text[start])) {
            start++;
        }
        if (start == text.length) {
            throw new Broken("intel.file.empty");
        }
        if (text[start] == '<') {
            var head = new String(text, start, Math.min(200, text.length - start), StandardCharsets.UTF_8);
            throw new Broken(head.startsWith("<?xml") || head.contains("STIX") ? "intel.file.xml" : "intel.file.html");
        }
    }
}
