package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What comes from elsewhere is what VENDOR.md says it is. */
class VendorTests {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern LISTED = Pattern.compile("(?m)^\\| (vendor/\\S+) \\|.*\\| ([0-9a-f]{64}) \\|$");

    @Test
    void everyVendoredFileIsListedWithItsHash() throws Exception {
        Map<String, String> listed = LISTED.matcher(Files.readString(STATIC.resolve("VENDOR.md")))
                .results()
                .collect(Collectors.toMap(row -> row.group(1), (MatchResult row) -> row.group(2)));
        Map<String, String> present = new TreeMap<>();
        try (var files = Files.walk(STATIC.resolve("vendor"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                present.put(STATIC.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        assertThat(present).isEqualTo(new TreeMap<>(listed));
    }
}
