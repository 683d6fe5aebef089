package noroshi.desk;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SHA-256 of what a report says, kept with the copy that was sent. */
@Component
class Fingerprint {
    private final JsonMapper json;

    Fingerprint(JsonMapper json) {
        this.json = json;
    }

    String of(UpwardReport report) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var text = report.series() + " " + report.day() + " " + report.half() + " " + report.edition() + "\n"
                    + report.recipient() + "\n" + report.words() + "\n" + json.writeValueAsString(report.items())
                    + "\n" + new TreeMap<>(report.activity());
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
