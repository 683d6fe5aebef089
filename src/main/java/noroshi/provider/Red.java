package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Recognises what is for one person alone, or may be: of that no byte is kept. */
final class Red {
    private static final String REASON = "intel.taxii.red";

    /** The marking of TLP 2.0, that of TLP 1, and how labels and definitions spell it. */
    private static final List<String> MARKS = List.of(
            "e828b379-4e03-4974-9ac4-e53a884c97c1",
            "5e57c739-391a-4eb3-b6be-7d15ca92d5ed",
            "tlp:red",
            "\"tlp\":\"red\"");

    private Red() {}

    static boolean mayBe(String reason, byte[] raw) {
        return reason.equals(REASON) || mayBe(raw);
    }

    static boolean mayBe(byte[] raw) {
        var plain = plain(raw).toLowerCase(Locale.ROOT);
        return MARKS.stream().anyMatch(plain::contains);
    }

    /** Without the escapes that JSON allows for any letter. */
    private static String plain(byte[] raw) {
        try {
            return JsonMapper.shared().readTree(raw).toString();
        } catch (JacksonException malformed) {
            return new String(raw, StandardCharsets.UTF_8);
        }
    }
}
