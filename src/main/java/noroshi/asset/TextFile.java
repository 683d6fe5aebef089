package noroshi.asset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import noroshi.shared.RuleBroken;

/** The text of a file from a spreadsheet: UTF-8, or what Japanese spreadsheets write by themselves (CP932). */
final class TextFile {
    private static final int LARGEST = 4_000_000;
    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final char MARK = '\uFEFF';

    private TextFile() {}

    static String read(byte[] file) {
        if (file.length == 0) {
            throw new RuleBroken("asset.file.empty");
        }
        if (file.length > LARGEST) {
            throw tooLarge(new String(file, StandardCharsets.ISO_8859_1));
        }
        var text = decoded(file, StandardCharsets.UTF_8)
                .or(() -> decoded(file, CP932))
                .orElseThrow(() -> new RuleBroken("asset.file.encoding"));
        if (text.indexOf('\0') >= 0) {
            throw new RuleBroken("asset.file.encoding");
        }
        return text.charAt(0) == MARK ? text.substring(1) : text;
    }

    /** What was pasted has the same measure. */
    static String pasted(String text) {
        if (text.length() > LARGEST) {
            throw tooLarge(text);
        }
        return text;
    }

    private static RuleBroken tooLarge(String text) {
        var lines = text.lines().count();
        return lines > AssetSheet.MOST
                ? new RuleBroken("asset.too-many-lines", AssetSheet.MOST, lines)
                : new RuleBroken("asset.file.too-large", LARGEST / 1_000_000);
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
