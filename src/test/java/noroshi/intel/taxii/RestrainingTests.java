package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Papers;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What lists warn of, and what members own, is not handed on to those who read the collection. */
@RunningHouse
class RestrainingTests {
    private static final List<UUID> THREE = List.of(RAILWAY, POWER, SPORTS);

    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Autowired
    WarningLists warnings;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    private final UUID room = UUID.randomUUID();

    @Test
    void aMembersOwnStaysWithWhoeverBroughtIt() {
        var own = Papers.name();
        registered(own);
        var collection = machines.collection(THREE, List.of(POWER));
        var about = naming(own, GREEN);
        var two = naming(Papers.name(), GREEN).replace("' ]", "' OR domain-name:value = 'www." + own + "']");
        var other = naming(Papers.name(), GREEN);
        var status = machines.of(POWER).bring(collection, about, two, other).json();
        assertThat(status.path("success_count").asInt()).isEqualTo(3);
        for (var reader : List.of(RAILWAY, SPORTS)) {
            assertThat(seen(reader, collection)).containsExactly(idOf(other));
            assertThat(machines.of(reader)
                            .get(collection + "objects/" + idOf(about) + "/")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(seen(POWER, collection)).containsExactly(idOf(about), idOf(two), idOf(other));
    }

    /** An indicator of STIX 2.0 does not name the language of its pattern; what somebody adds means nothing there. */
    @ParameterizedTest
    @ValueSource(strings = {"", ",\"pattern_type\":\"stix\"", ",\"pattern_type\":\"snort\"", ",\"pattern_type\":3"})
    void aMembersOwnStaysInTheOlderVersionOfStixToo(String more) {
        var own = Papers.name();
        registered(own);
        var collection = machines.collection(THREE, List.of(POWER));
        var marks = ",\"object_marking_refs\":[\"" + GREEN + "\"]" + more;
        var about = old(id("indicator"), "2018-01-01T00:00:00.000Z", marks).replace("old.example", own);
        var other = old(id("indicator"), "2018-01-01T00:00:00.000Z", marks).replace("old.example", Papers.name());
        var status = machines.of(POWER).bring(collection, about, other).json();
        assertThat(message(status, 0)).contains("stays with your organisation");
        assertThat(message(status, 1)).isEmpty();
        assertThat(seen(SPORTS, collection)).containsExactly(idOf(other));
        assertThat(seen(POWER, collection)).containsExactly(idOf(about), idOf(other));
    }

    @Test
    void itsBringerIsToldButNotWhichOfBoth() {
        var own = Papers.name();
        registered(own);
        var warned = Papers.name();
        listed(warned);
        var collection = machines.collection(THREE, List.of(POWER));
        var status = machines.of(POWER)
                .bring(collection, naming(own, GREEN), naming(warned, GREEN), naming(Papers.name(), GREEN))
                .json();
        assertThat(message(status, 0)).isNotEmpty().isEqualTo(message(status, 1));
        assertThat(message(status, 2)).isEmpty();
        var kept = machines.of(POWER)
                .get("/taxii2/general/status/" + status.path("id").asString() + "/")
                .json();
        assertThat(kept.path("successes")).isEqualTo(status.path("successes"));
        assertThat(seen(SPORTS, collection)).hasSize(1);
    }

    /** Whoever lost the answer asks once more, and what matters is not lost with it. */
    @Test
    void itsBringerIsToldTheSameWhenItComesAgain() {
        var warned = Papers.name();
        listed(warned);
        var collection = machines.collection(THREE, List.of(POWER));
        var object = naming(warned, GREEN);
        var first = machines.of(POWER).bring(collection, object).json();
        var again = machines.of(POWER).bring(collection, object, marked(GREEN)).json();
        assertThat(message(again, 0)).isEqualTo(message(first, 0));
        assertThat(message(again, 1)).isEmpty();
        var kept = machines.of(POWER)
                .get("/taxii2/general/status/" + again.path("id").asString() + "/")
                .json();
        assertThat(kept.path("successes").values().stream()
                        .filter(each -> each.path("id").asString().equals(idOf(object)))
                        .map(each -> each.path("message").asString("")))
                .containsExactly(message(first, 0));
    }

    @Test
    void whomItsBringerNamedGetsItNeither() {
        var own = Papers.name();
        registered(own);
        var collection = machines.id(THREE, List.of(RAILWAY), Tlp.AMBER_STRICT);
        collections.name(collection, List.of(POWER), RIN);
        var free = naming(Papers.name(), STRICT);
        machines.of(RAILWAY).bring(path(collection), naming(own, STRICT), naming(own, GREEN), free);
        assertThat(seen(POWER, path(collection))).containsExactly(idOf(free));
        assertThat(seen(RAILWAY, path(collection))).hasSize(3);
    }

    @Test
    void anExceptionWithAReasonLetsItGoWhenItIsBroughtAgain() {
        var warned = Papers.name();
        listed(warned);
        var collection = machines.collection(THREE, List.of(POWER));
        var object = naming(warned, GREEN);
        machines.of(POWER).bring(collection, object);
        assertThat(seen(SPORTS, collection)).isEmpty();
        warnings.except(new Spelling.Form(IndicatorType.DOMAIN, warned), "乗っ取られている", ED);
        machines.of(POWER).bring(collection, object);
        assertThat(seen(SPORTS, collection)).containsExactly(idOf(object));
        assertThat(seen(POWER, collection)).containsExactly(idOf(object));
    }

    @Test
    void whatWentBeforeIsTakenBackWhereItWentAndSaidNoMore() {
        var name = Papers.name();
        var collection = machines.collection(THREE, List.of(POWER));
        var first = naming(name, GREEN);
        var second = naming(name, GREEN);
        machines.of(POWER).bring(collection, first, second);
        registered(name);
        machines.of(POWER).bring(collection, later(first, ""), later(second, ",\"revoked\":true"));
        assertThat(machines.of(SPORTS)
                        .get(collection + "objects/?match[id]=" + idOf(second))
                        .text())
                .contains("\"revoked\":true");
        assertThat(machines.of(SPORTS)
                        .get(collection + "objects/?match[id]=" + idOf(first))
                        .text())
                .contains(DAY)
                .doesNotContain("2026-08-01");
        var never = naming(name, GREEN).replace("\"pattern_type\"", "\"revoked\":true,\"pattern_type\"");
        machines.of(POWER).bring(collection, never);
        assertThat(seen(SPORTS, collection)).doesNotContain(idOf(never));
    }

    private static String message(JsonNode status, int place) {
        return status.path("successes").path(place).path("message").asString("");
    }

    private List<String> seen(UUID reader, String collection) {
        return machines.of(reader).get(collection + "objects/").ids();
    }

    private static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    private static String naming(String name, String label) {
        return marked(label).replace("'bad.example']", "'" + name + "' ]");
    }

    private static String later(String object, String more) {
        return object.replace("\"modified\":\"" + DAY + "\"", "\"modified\":\"2026-08-01T00:00:00.000Z\"" + more);
    }

    private void registered(String name) {
        approvals.approve(List.of(assets.register(Optional.empty(), name, "", MIKA)), DANA);
    }

    private void listed(String name) {
        var file =
                "{\"name\": \"l%s\", \"version\": 1, \"type\": \"string\", \"list\": [\"%s\"]}".formatted(room, name);
        warnings.load(file.getBytes(java.nio.charset.StandardCharsets.UTF_8), ED);
    }
}
