package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import noroshi.intel.pattern.PatternReader;
import noroshi.shared.RuleBroken;
import noroshi.testing.Effort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bundles, envelopes and patterns that were damaged by chance, the same chance every time: refused in words, within bounds. */
class MutatingTests {
    private static final Duration LONGEST = Duration.ofSeconds(2);
    private static final int ROUNDS = 1_500;

    private static final String INDICATOR = """
            {"type":"indicator","spec_version":"2.1","id":"indicator--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f",\
            "created":"2020-01-01T00:00:00.000Z","modified":"2020-01-01T00:00:00.000Z",\
            "pattern":"[domain-name:value = 'bad.example' AND ipv4-addr:value IN ('198.51.100.1', '198.51.100.0/24')] \
            WITHIN 5 SECONDS","pattern_type":"stix","valid_from":"2020-01-01T00:00:00Z","confidence":50,\
            "object_marking_refs":["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"]}""";

    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            "\"",
            ",",
            ":",
            "\\",
            "\\u0000",
            "\\ud800",
            "1e999999",
            "-",
            "null",
            "true",
            "'",
            "(",
            ")",
            " OR ",
            " FOLLOWEDBY ",
            " REPEATS 5 TIMES",
            "[file:hashes.'SHA-256' = 'x']",
            "MATCHES '(a+)+$'",
            "\u0000",
            "\uFEFF",
            "é",
            "\"objects\":[",
            "\"type\":\"bundle\"",
            "2999-99-99T99:99:99Z",
            "x".repeat(3_000),
            "[".repeat(300));

    private static byte[] damaged(String seed, Random chance) {
        var text = new StringBuilder(seed);
        for (var i = 0; i <= chance.nextInt(6); i++) {
            var at = chance.nextInt(text.length() + 1);
            var to = Math.min(text.length(), at + chance.nextInt(40));
            switch (chance.nextInt(4)) {
                case 0 -> text.insert(at, PIECES.get(chance.nextInt(PIECES.size())));
                case 1 -> text.delete(at, to);
                case 2 -> text.insert(at, text.substring(at, to));
                default -> text.setLength(Math.max(1, at));
            }
        }
        var out = new ByteArrayOutputStream();
        out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
        var bytes = out.toByteArray();
        if (bytes.length > 0 && chance.nextInt(3) == 0) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
        return bytes;
    }

    private interface Reading {
        void of(byte[] bytes);
    }

    private static void all(String seed, long number, Reading reading) {
        var chance = new Random(number);
        for (var i = 0; i < ROUNDS; i++) {
            var bytes = damaged(seed, chance);
            var effort = Effort.begun();
            reading.of(bytes);
            assertThat(effort.soFar())
                    .as(new String(bytes, StandardCharsets.UTF_8))
                    .isLessThan(LONGEST);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bundles(long number) {
        var seed = "{\"type\":\"bundle\",\"id\":\"bundle--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f\",\"objects\":["
                + INDICATOR + "]}";
        all(seed, number, bytes -> assertThat(BundleReader.read(bytes)).isNotNull());
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void envelopes(long number) {
        all("{\"more\":false,\"objects\":[" + INDICATOR + "," + INDICATOR + "]}", number, MutatingTests::envelope);
    }

    private static void envelope(byte[] bytes) {
        try {
            var envelope = ReceivedEnvelope.read(bytes);
            for (var object : envelope.objects()) {
                if (object instanceof Received.Fit fit) {
                    assertThat(fit.offset() + fit.length()).isLessThanOrEqualTo(envelope.text().length);
                }
            }
        } catch (RuleBroken refused) {
            assertThat(refused.key()).startsWith("intel.");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void patterns(long number) {
        var seed = "[domain-name:value = 'bad.example' AND ipv4-addr:value IN ('198.51.100.1')] WITHIN 5 SECONDS"
                + " FOLLOWEDBY [file:hashes.'SHA-256' MATCHES '^[a-f]+$' OR url:value LIKE '%x'] REPEATS 3 TIMES";
        all(seed, number, bytes -> {
            var text = new String(bytes, StandardCharsets.UTF_8);
            assertThat(PatternReader.read(text)).isNotNull();
        });
    }
}
