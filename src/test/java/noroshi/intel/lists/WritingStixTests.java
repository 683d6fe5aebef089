package noroshi.intel.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What whoever imports the bundle holds afterwards. */
class WritingStixTests {
    private static final Instant SAID = Instant.parse("2026-07-01T09:30:00Z");

    private static Line line(boolean revoked) {
        return new Line(
                new UUID(0, 1),
                IndicatorType.DOMAIN,
                "bad.example",
                80,
                Tlp.GREEN,
                SAID,
                SAID,
                List.of(),
                List.of(),
                revoked,
                SAID,
                revoked ? Optional.empty() : Optional.of(Instant.parse("2026-08-01T00:00:00Z")));
    }

    private static JsonNode indicator(Line line, String at, String list) {
        var selection = new Selection(List.of(line), Tlp.GREEN, 0, Instant.parse(at), list);
        return JsonMapper.shared()
                .readTree(StixList.bundle(selection, "Noroshi"))
                .path("objects")
                .valueStream()
                .filter(object -> object.path("type").asString().equals("indicator"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneListTakesNothingBackThatAnotherSays() {
        var own = indicator(line(false), "2026-07-01T10:00:00Z", "");
        var pushed = indicator(line(true), "2026-07-01T10:00:00Z", "blocklist 1");
        assertThat(pushed.path("id")).isNotEqualTo(own.path("id"));
        assertThat(pushed.path("id"))
                .isNotEqualTo(indicator(line(true), "2026-07-01T10:00:00Z", "blocklist 2")
                        .path("id"));
        assertThat(indicator(line(true), "2026-07-09T10:00:00Z", "blocklist 1").path("id"))
                .isEqualTo(pushed.path("id"));
    }

    @Test
    void whatStandsThereIsNewEachDayAndTakenBackOnce() {
        assertThat(modified(false, "2026-07-01T10:00:00Z")).isEqualTo("2026-07-01T09:30:00.000Z");
        assertThat(modified(false, "2026-07-03T10:00:00Z")).isEqualTo("2026-07-03T00:00:00.000Z");
        assertThat(modified(true, "2026-07-03T10:00:00Z")).isEqualTo("2026-07-01T09:30:00.000Z");
    }

    @Test
    void itSaysHowLongItHolds() {
        assertThat(indicator(line(false), "2026-07-01T10:00:00Z", "")
                        .path("valid_until")
                        .asString())
                .isEqualTo("2026-08-01T00:00:00.000Z");
        assertThat(indicator(line(true), "2026-07-01T10:00:00Z", "").has("valid_until"))
                .isFalse();
    }

    private static String modified(boolean revoked, String at) {
        return indicator(line(revoked), at, "").path("modified").asString();
    }
}
