package noroshi.intel.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** A follower fetches an event when its moment has moved, and an attribute when its own has. */
class TellingTests {
    private static final Instant NOW = Instant.parse("2026-07-20T09:00:00Z");
    private static final Instant OLD = NOW.minus(Duration.ofDays(2));

    private static MispEvent event(String... names) {
        var attributes = new LinkedHashMap<UUID, MispEvent.Attribute>();
        for (var name : names) {
            attributes.put(id(name), said(name, OLD));
        }
        return new MispEvent("an event", Tlp.GREEN, OLD, attributes);
    }

    private static MispEvent.Attribute said(String name, Instant at) {
        return new MispEvent.Attribute(IndicatorType.DOMAIN, name, false, "C2", Tlp.GREEN, at, at);
    }

    private static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static Telling.Outcome tell(Optional<MispEvent> event, Told before, Instant now) {
        return Telling.of(event, before, true, now, now.minus(Lists.REMEMBERED));
    }

    private static Telling.Outcome first() {
        return tell(Optional.of(event("a.example", "b.example")), Told.NOTHING, NOW);
    }

    private static MispEvent.Attribute of(Telling.Outcome outcome, String name) {
        return Objects.requireNonNull(outcome.event().orElseThrow().attributes().get(id(name)));
    }

    private static Instant at(Telling.Outcome outcome) {
        return outcome.event().orElseThrow().at();
    }

    @Test
    void theSameMovesNothing() {
        var again = tell(Optional.of(event("a.example", "b.example")), first().told(), NOW.plusSeconds(60));
        assertThat(again).isEqualTo(first());
        assertThat(at(again)).isEqualTo(NOW);
        assertThat(of(again, "a.example").at()).isEqualTo(OLD);
    }

    @Test
    void whatComesWithAnOldDateMovesItAlsoWithinTheSameSecond() {
        var more = tell(Optional.of(event("a.example", "b.example", "c.example")), first().told(), NOW);
        assertThat(at(more)).isEqualTo(NOW.plusSeconds(1));
        assertThat(of(more, "c.example").at()).isEqualTo(OLD);
        assertThat(of(more, "a.example").at()).isEqualTo(OLD);
    }

    @Test
    void whatIsSaidOtherwiseMovesToo() {
        var other = new MispEvent(
                "an event",
                Tlp.GREEN,
                OLD,
                Map.of(
                        id("a.example"),
                        new MispEvent.Attribute(IndicatorType.DOMAIN, "a.example", false, "spam", Tlp.GREEN, OLD, OLD),
                        id("b.example"),
                        said("b.example", OLD)));
        var moved = tell(Optional.of(other), first().told(), NOW.plusSeconds(60));
        assertThat(at(moved)).isEqualTo(NOW.plusSeconds(60));
        assertThat(of(moved, "a.example").at()).isEqualTo(OLD.plusSeconds(1));
        assertThat(of(moved, "b.example").at()).isEqualTo(OLD);
        var titled = new MispEvent(
                "another title", Tlp.GREEN, OLD, event("a.example", "b.example").attributes());
        assertThat(at(tell(Optional.of(titled), first().told(), NOW.plusSeconds(60))))
                .isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void whatIsMissingIsDeletedForThirtyDaysAndMayComeBack() {
        var later = NOW.plusSeconds(60);
        var gone = tell(Optional.of(event("a.example")), first().told(), later);
        assertThat(at(gone)).isEqualTo(later);
        assertThat(of(gone, "b.example").deleted()).isTrue();
        assertThat(of(gone, "b.example").at()).isEqualTo(later);
        assertThat(tell(Optional.of(event("a.example")), gone.told(), later.plus(Duration.ofDays(29))))
                .isEqualTo(gone);
        var back = tell(Optional.of(event("a.example", "b.example")), gone.told(), later.plusSeconds(1));
        assertThat(of(back, "b.example").deleted()).isFalse();
        assertThat(of(back, "b.example").at()).isEqualTo(later.plusSeconds(1));
        var forgotten = tell(Optional.of(event("a.example")), gone.told(), later.plus(Duration.ofDays(31)));
        assertThat(forgotten.event().orElseThrow().attributes()).containsOnlyKeys(id("a.example"));
        assertThat(at(forgotten)).isEqualTo(later);
    }

    @Test
    void anEventThatIsGoneSaysSoWithoutItsTitleAndThenNothing() {
        var gone = tell(Optional.empty(), first().told(), NOW.plusSeconds(60));
        assertThat(gone.event().orElseThrow().title()).isEqualTo("Threat library, TLP:GREEN");
        assertThat(gone.event().orElseThrow().standing()).isEmpty();
        assertThat(gone.event().orElseThrow().attributes()).hasSize(2);
        var over = tell(Optional.empty(), gone.told(), NOW.plus(Duration.ofDays(32)));
        assertThat(over.event()).isEmpty();
        assertThat(over.told()).isEqualTo(Told.NOTHING);
    }

    @Test
    void whoNeverLoadedAnEventDoesNotHearWhatLeftIt() {
        var listed =
                Telling.of(Optional.of(event("a.example", "b.example")), Told.NOTHING, false, NOW, NOW.minusSeconds(9));
        var gone = tell(Optional.of(event("a.example")), listed.told(), NOW.plusSeconds(60));
        assertThat(gone.event().orElseThrow().attributes()).containsOnlyKeys(id("a.example"));
    }
}
