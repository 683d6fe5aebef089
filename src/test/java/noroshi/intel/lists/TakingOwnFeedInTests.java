package noroshi.intel.lists;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.drop.Choice;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Wish;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.intel.life.Saying;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** What we give out as a feed of MISP, the drop-box takes in: nothing that the feed says is lost. */
@WholeHouse
@Import({Papers.class, Loading.class})
class TakingOwnFeedInTests {
    @Autowired
    Loading loading;

    @Autowired
    Papers papers;

    @Autowired
    DropBox box;

    @Autowired
    Indicators indicators;

    @Test
    void whatTheFeedSaysIsInTheLibraryAfterwards() throws Exception {
        var name = Papers.name();
        var hash = UUID.randomUUID().toString().replace("-", "");
        var values = List.of(
                name,
                "https://" + name + "/a?b='c'",
                hash,
                hash + hash,
                "198.51.100.201",
                "2001:db8::201",
                "x@" + name);
        var lines = values.stream().map(value -> value + ",C2 " + name).toArray(String[]::new);
        var topic = papers.publish(Tlp.GREEN, ALL, lines);
        var event = event(name);
        var id = box.bring(event.getBytes(StandardCharsets.UTF_8), "event.json", ED);
        var preview = box.preview(id, Wish.NONE, ED);
        assertThat(preview.drop().leftOut()).isEmpty();
        assertThat(preview.drop().items()).hasSizeGreaterThanOrEqualTo(values.size());
        var report = box.take(id, Choice.advised(Wish.NONE, "", Optional.empty()), ED);
        assertThat(report.refused()).isZero();
        assertThat(report.tlp()).isEqualTo(Tlp.GREEN);
        for (var value : values) {
            var life = indicators
                    .find(Asked.whole(List.of(Asked.form(value).orElseThrow())), new Window(0, 1), ED)
                    .getFirst();
            var said = life.sayings().stream()
                    .filter(saying -> saying.place().equals(new Saying.Place.InTopic(topic)))
                    .findFirst()
                    .orElseThrow();
            var taken = life.sayings().stream()
                    .filter(saying -> saying.place() instanceof Saying.Place.InLibrary)
                    .max(java.util.Comparator.comparing(Saying::lastAt))
                    .orElseThrow();
            assertThat(taken.tlp()).as(value).isEqualTo(Tlp.GREEN);
            assertThat(taken.alone()).as(value).isTrue();
            assertThat(taken.lastAt()).as(value).isEqualTo(said.lastAt().truncatedTo(ChronoUnit.SECONDS));
            assertThat(taken.firstAt()).as(value).isBeforeOrEqualTo(said.firstAt());
        }
        assertThat(event).contains("C2 " + name);
        assertThat(box.preview(event.getBytes(StandardCharsets.UTF_8), Wish.NONE, ED)
                        .drop()
                        .items())
                .filteredOn(item -> item.facts().about().equals("C2 " + name))
                .hasSize(values.size());
    }

    @Test
    void aValueStandsOnceInAnEvent() throws Exception {
        var name = Papers.name();
        for (var i = 0; i < 2; i++) {
            papers.bring(
                    ED,
                    UUID.randomUUID().toString(),
                    java.time.Instant.now().minusSeconds(i + 60).toString(),
                    "[domain-name:value = '" + name + "']",
                    "");
        }
        var topic = papers.publish(Tlp.GREEN, ALL, name);
        assertThat(topic).isNotNull();
        for (var event : events()) {
            var uuids = JsonMapper.shared().readTree(event).path("Event").path("Attribute").values().stream()
                    .map(attribute -> attribute.path("uuid").asString(""))
                    .toList();
            assertThat(uuids).doesNotHaveDuplicates();
        }
    }

    private List<String> events() throws Exception {
        var manifest = JsonMapper.shared().readTree(loading.load("misp/manifest.json", RAILWAY));
        assertThat(manifest.size()).as(() -> manifest.toString()).isPositive();
        var events = new java.util.ArrayList<String>();
        for (var uuid : manifest.propertyNames()) {
            events.add(loading.load("misp/" + uuid + ".json", RAILWAY));
        }
        return events;
    }

    private String event(String name) throws Exception {
        assertThat(events()).anySatisfy(event -> assertThat(event).contains(name));
        return events().stream()
                .filter(event -> event.contains(name))
                .findFirst()
                .orElseThrow();
    }
}
