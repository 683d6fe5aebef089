package noroshi.intel.life.web;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.STRANGERS;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Scripts tell what they saw of values they may read; the page of a value shows what it relates to. */
@WholeHouse
@Import(Papers.class)
class TellingSightingsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    @Autowired
    IntelLibrary library;

    @Autowired
    Tokens tokens;

    @Test
    void anOrganisationCountsOnceByWhateverWayItTells() {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, Papers.EVERYONE, name);
        var id = id(name, MIKA);
        var writing = token(RAILWAY, Scope.WRITE);
        assertThat(post(
                        "value=" + name + "&number=3&firstAt=2026-07-01T00:00:00Z&lastAt=2026-07-02T00:00:00Z",
                        writing))
                .isEqualTo(200);
        indicators.sight(id, true, MIKA);
        assertThat(post("indicator=" + id + "&number=5&lastAt=2026-07-03T00:00:00Z", writing))
                .isEqualTo(200);
        var own = indicators.own(id, MIKA).orElseThrow();
        assertThat(own.number()).isEqualTo(5);
        assertThat(own.firstAt()).isEqualTo("2026-07-01T00:00:00Z");
        assertThat(indicators.tally(id, DANA).seen()).as("one organisation").isOne();
        assertThat(post("value=" + name + "&seen=false&number=0", writing)).isEqualTo(200);
        assertThat(indicators.tally(id, DANA).seen()).isZero();
    }

    @Test
    void whoMayNotReadAValueCannotTellOfIt() {
        var secret = Papers.name();
        papers.publish(Tlp.AMBER, RAIL, secret);
        var id = id(secret, MIKA);
        var stranger = token(STRANGERS, Scope.WRITE);
        assertThat(post("value=" + secret, stranger)).isEqualTo(404);
        assertThat(post("indicator=" + id, stranger)).isEqualTo(404);
        assertThat(post("value=" + Papers.name(), stranger)).isEqualTo(404);
        assertThat(post("indicator=" + id, token(RAILWAY, Scope.READ))).isEqualTo(403);
        assertThat(indicators.tally(id, DANA).seen()).isZero();
        assertThat(post("", stranger)).isEqualTo(422);
        assertThat(post("value=" + secret + "&indicator=" + id, stranger)).isEqualTo(422);
    }

    @Test
    void whatAValueRelatesToIsShownToWhoMayReadIt() {
        var name = Papers.name();
        var family = "Kemuri" + UUID.randomUUID();
        bring(name, family);
        papers.publish(Tlp.GREEN, Papers.EVERYONE, name);
        var page = "/intel/indicators/" + id(name, ED);
        assertThat(mvc.get().uri(page).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains(family)
                .contains("indicates")
                .contains("resolves-to");
        assertThat(mvc.get().uri(page).with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(family)
                .doesNotContain("resolves-to");
    }

    /** An indicator of a family, and what the name itself resolves to. */
    private void bring(String name, String family) {
        var indicator = "indicator--" + UUID.randomUUID();
        var malware = "malware--" + UUID.randomUUID();
        var observable = noroshi.intel.OwnStix.observed("{\"value\":\"" + name + "\"}");
        var file = """
                {"type": "bundle", "id": "bundle--%s", "objects": [
                 {"type": "indicator", "spec_version": "2.1", "id": "%s", "created": "2026-07-01T00:00:00Z",
                  "modified": "2026-07-01T00:00:00Z", "pattern": "[domain-name:value = '%s']", "pattern_type": "stix",
                  "valid_from": "2026-07-01T00:00:00Z"},
                 {"type": "malware", "spec_version": "2.1", "id": "%s", "created": "2026-07-01T00:00:00Z",
                  "modified": "2026-07-01T00:00:00Z", "name": "%s", "is_family": true},
                 {"type": "relationship", "spec_version": "2.1", "id": "relationship--%s",
                  "created": "2026-07-01T00:00:00Z", "modified": "2026-07-01T00:00:00Z",
                  "relationship_type": "indicates", "source_ref": "%s", "target_ref": "%s"},
                 {"type": "relationship", "spec_version": "2.1", "id": "relationship--%s",
                  "created": "2026-07-01T00:00:00Z", "modified": "2026-07-01T00:00:00Z",
                  "relationship_type": "resolves-to", "source_ref": "domain-name--%s",
                  "target_ref": "ipv4-addr--%s"}]}
                """.formatted(
                        UUID.randomUUID(),
                        indicator,
                        name,
                        malware,
                        family,
                        UUID.randomUUID(),
                        indicator,
                        malware,
                        UUID.randomUUID(),
                        observable,
                        UUID.randomUUID());
        library.importBundle(file.getBytes(), "relations.json", Optional.empty(), ED);
    }

    private UUID id(String name, Actor actor) {
        return indicators
                .find(Asked.read(name), new Window(0, 1), actor)
                .getFirst()
                .id();
    }

    private int post(String query, String token) {
        return mvc.post()
                .uri("/api/v1/sightings?" + query)
                .header("Authorization", token)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String token(UUID organisation, Scope scope) {
        var wanted = new NewToken(organisation, "siem", Set.of(scope), Duration.ofDays(1));
        return "Bearer " + tokens.create(wanted, ADA).text();
    }
}
