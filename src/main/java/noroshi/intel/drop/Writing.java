package noroshi.intel.drop;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import noroshi.shared.RuleBroken;

/** The text of a file, in the encodings that partners and Japanese spreadsheets use. */
record Writing(String text, String charset) {
    private static final char MARK = '\uFEFF';

    static Writing of(byte[] file) {
        var marked = utf16(file);
        var writing = marked.or(() -> decoded(file, StandardCharsets.UTF_8, "UTF-8"))
                .or(() -> decoded(file, Charset.forName("windows-31j"), "CP932"))
                .filter(each -> each.text().indexOf('\0') < 0)
                .orElseThrow(() -> new RuleBroken("drop.binary"));
        var text = writing.text();
        return text.isEmpty() || text.charAt(0) != MARK ? writing : new Writing(text.substring(1), writing.charset());
    }

    private static Optional<Writing> utf16(byte[] file) {
        var start = file.length < 2 ? 0 : (file[0] & 0xFF) << 8 | file[1] & 0xFF;
        return start == 0xFEFF || start == 0xFFFE ? decoded(file, StandardCharsets.UTF_16, "UTF-16") : Optional.empty();
    }

    private static Optional<Writing> decoded(byte[] file, Charset charset, String name) {
        try {
            var text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return Optional.of(new Writing(text, name));
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
