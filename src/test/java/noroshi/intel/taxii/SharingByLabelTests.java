package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.shared.Acting;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Who gets what: organisation and TLP on every request, and the wall behind it. */
@RunningHouse
class SharingByLabelTests {
    private static final List<UUID> THREE = List.of(RAILWAY, POWER, SPORTS);

    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    @Test
    void labelsDecideHowFarObjectsGo() {
        var collection = machines.collection(THREE, List.of(RAILWAY));
        var clear = marked(CLEAR);
        var green = marked(GREEN);
        var amber = marked(AMBER);
        var strict = marked(STRICT);
        var unmarked = indicator();
        var status = machines.of(RAILWAY)
                .bring(collection, clear, green, amber, strict, unmarked, marked(RED))
                .json();
        assertThat(status.path("failures").get(0).path("message").asString()).contains("TLP:RED");
        assertThat(machines.of(RAILWAY).get(collection + "objects/").ids()).hasSize(5);
        for (var other : List.of(POWER, SPORTS)) {
            assertThat(machines.of(other).get(collection + "objects/").ids())
                    .containsExactly(idOf(clear), idOf(green), idOf(amber));
            assertThat(machines.of(other)
                            .get(collection + "manifest/?match[type]=indicator")
                            .ids())
                    .hasSize(3);
            assertThat(machines.of(other)
                            .get(collection + "objects/?match[id]=" + idOf(strict))
                            .text())
                    .isEqualTo("{}");
            assertThat(machines.of(other)
                            .get(collection + "objects/" + idOf(strict) + "/")
                            .status())
                    .isEqualTo(404);
            assertThat(machines.of(other)
                            .get(collection + "objects/" + idOf(unmarked) + "/versions/")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void aMarkingIsKnownHoweverItIsWrittenAndAnUnknownOneKeepsItNear() {
        var collection = machines.collection(THREE, List.of(RAILWAY));
        var shouted = "marking-definition--"
                + RED.substring("marking-definition--".length()).toUpperCase(Locale.ROOT);
        var red = marked(GREEN + "\",\"" + shouted);
        var unknown = marked(GREEN + "\",\"" + Stix.id("marking-definition"));
        machines.of(RAILWAY).bring(collection, red, unknown);
        assertThat(machines.of(RAILWAY).get(collection + "objects/").ids()).containsExactly(idOf(unknown));
        assertThat(machines.of(POWER).get(collection + "objects/").ids()).isEmpty();
    }

    @Test
    void anotherSpellingOfTheAddressIsNoWayIn() {
        var signedIn = "session=" + session(MIKA.person());
        var answer = machines.of(RAILWAY).get("/%74axii2/", "Authorization", "none", "Cookie", signedIn);
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void strictGoesToWhomTheSourceNamesAndNoFurther() {
        var collection = machines.id(THREE, List.of(RAILWAY, POWER), Tlp.AMBER_STRICT);
        var strict = marked(STRICT);
        machines.of(RAILWAY).bring(path(collection), strict);
        assertThat(machines.of(POWER).get(path(collection) + "objects/").text()).isEqualTo("{}");
        collections.name(collection, List.of(POWER), RIN);
        assertThat(machines.of(POWER).get(path(collection) + "objects/").ids()).containsExactly(idOf(strict));
        assertThat(machines.of(SPORTS).get(path(collection) + "objects/").text())
                .isEqualTo("{}");
        assertThat(collections.named(collection, RIN)).containsExactly(POWER);
        collections.name(collection, List.of(), RIN);
        assertThat(machines.of(POWER).get(path(collection) + "objects/").text()).isEqualTo("{}");
    }

    @Test
    void onlyWhoAdministersTheSourceNames() {
        var collection = machines.id(THREE, List.of(RAILWAY), Tlp.AMBER_STRICT);
        assertThatThrownBy(() -> collections.name(collection, List.of(POWER), MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> collections.name(collection, List.of(POWER), ADA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> collections.name(collection, List.of(POWER), OTTO))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aCollectionTakesNothingStricterThanItsLabel() {
        var collection = machines.collection(THREE, List.of(RAILWAY), Tlp.GREEN);
        var status = machines.of(RAILWAY)
                .bring(collection, marked(GREEN), marked(AMBER), indicator())
                .json();
        assertThat(status.path("success_count").asInt()).isEqualTo(1);
        assertThat(status.path("failures").get(0).path("message").asString()).contains("TLP:AMBER");
    }

    @Test
    void theSameObjectOfTwoSourcesIsOneForWhoSeesBoth() {
        var both = List.of(RAILWAY, POWER);
        var collection = machines.id(both, both, Tlp.AMBER_STRICT);
        var id = id("indicator");
        machines.of(RAILWAY).bring(path(collection), indicator(id, DAY, ",\"name\":\"mine\""));
        var others = machines.of(POWER)
                .bring(
                        path(collection),
                        indicator(id, DAY, ",\"name\":\"theirs\""),
                        indicator(id, "2026-08-01T00:00:00.000Z"))
                .json();
        assertThat(others.path("success_count").asInt())
                .as("nobody learns what another keeps")
                .isEqualTo(2);
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").text())
                .contains("mine");
        collections.name(collection, List.of(RAILWAY), noorAdministers());
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").ids())
                .containsExactly(id);
        assertThat(machines.of(RAILWAY).get(path(collection) + "objects/").text())
                .contains("2026-08-01");
        assertThat(machines.of(RAILWAY)
                        .get(path(collection) + "objects/?match[version]=all")
                        .ids())
                .hasSize(2);
    }

    /** The power company has no administrator in the cast: one sits down. */
    private noroshi.shared.Actor noorAdministers() {
        jdbc.sql(
                        "update membership.seat set roles = roles || 'ORG_ADMIN'::text where person = :noor and not 'ORG_ADMIN' = any (roles)")
                .param("noor", NOOR.person())
                .update();
        return new noroshi.shared.Actor(NOOR.person(), POWER, Set.of(noroshi.shared.Role.ORG_ADMIN), "web");
    }

    @Test
    void theStrangerFindsNothing() {
        var collection = machines.railways();
        var object = marked(CLEAR);
        machines.of(RAILWAY).bring(collection, object);
        var otto = machines.of(STRANGERS);
        assertThat(otto.get("/taxii2/general/collections/").text()).isEqualTo("{}");
        var notThere = "/taxii2/general/collections/" + UUID.randomUUID() + "/";
        for (var what : List.of(
                "",
                "objects/",
                "manifest/",
                "objects/" + idOf(object) + "/",
                "objects/" + idOf(object) + "/versions/")) {
            var there = otto.get(collection + what);
            assertThat(there.status()).isEqualTo(404);
            assertThat(there.text()).isEqualTo(otto.get(notThere + what).text());
        }
        assertThat(otto.bring(collection, indicator()).status()).isEqualTo(404);
        assertThat(otto.delete(collection + "objects/" + idOf(object) + "/").status())
                .isEqualTo(404);
    }

    @Test
    void theWallStandsBehindTheDoor() throws Exception {
        var collection = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        machines.of(RAILWAY).bring(path(collection), marked(GREEN), indicator());
        for (var table :
                List.of("collection", "shelf", "lane", "entry", "status", "consumer", "delivery", "naming", "head")) {
            var sql = "select count(*) from intel." + table;
            var denied = table.equals("head");
            for (var nobody : List.of(true, false)) {
                Runnable ask = () -> transaction.executeWithoutResult(tx -> {
                    if (denied) {
                        assertThatThrownBy(() -> jdbc.sql(sql).query(Long.class).single())
                                .rootCause()
                                .hasMessageContaining("permission");
                        tx.setRollbackOnly();
                    } else {
                        assertThat(jdbc.sql(sql).query(Long.class).single())
                                .as(table)
                                .isZero();
                    }
                });
                if (nobody) {
                    ask.run();
                } else {
                    Acting.as(OTTO, ask);
                }
            }
        }
        Acting.as(
                MIKA,
                () -> transaction.executeWithoutResult(tx -> assertThat(jdbc.sql("""
                                select count(*) from intel.entry e join intel.shelf s on s.id = e.shelf
                                 where s.collection = :c
                                """)
                                .param("c", collection)
                                .query(Long.class)
                                .single())
                        .isEqualTo(2L)));
    }

    @Test
    void aRevokedTokenOpensNothingAtOnce() {
        var secret = tokens.create(new NewToken(RAILWAY, "revoked", Set.of(Scope.TAXII), Duration.ofDays(1)), RIN);
        var client = new Client(machines.port(), secret.text());
        assertThat(client.get("/taxii2/").status()).isEqualTo(200);
        var id = tokens.of(RAILWAY, RIN).stream()
                .filter(token -> token.label().equals("revoked"))
                .findFirst()
                .orElseThrow()
                .id();
        tokens.revoke(id, RIN);
        assertThat(client.get("/taxii2/").status()).isEqualTo(401);
    }

    @Test
    void whoFetchesIsCountedAndOwnersSeeWhatTheirMachineGot() {
        var collection = machines.id(List.of(RAILWAY, POWER), List.of(RAILWAY), Tlp.AMBER_STRICT);
        machines.of(RAILWAY).bring(path(collection), marked(GREEN), marked(GREEN));
        machines.of(POWER).get(path(collection) + "objects/");
        machines.of(POWER).get(path(collection) + "objects/?added_after=2199-01-01T00:00:00Z");
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(
                                collections.consumers(java.util.Optional.of(collection), new Window(0, 10), NOOR))
                        .hasSize(1));
        var consumer = collections
                .consumers(java.util.Optional.of(collection), new Window(0, 10), NOOR)
                .getFirst();
        assertThat(consumer.delivered()).isEqualTo(2);
        assertThat(consumer.asked()).isEqualTo(2);
        var delivery = collections
                .deliveries(consumer.account(), collection, new Window(0, 10), NOOR)
                .getFirst();
        assertThat(delivery.delivered()).isEqualTo(2);
        assertThat(delivery.first()).isPresent();
        assertThat(collections.deliveries(consumer.account(), collection, new Window(0, 10), OTTO))
                .isEmpty();
        assertThat(collections.consumers(java.util.Optional.of(collection), new Window(0, 10), ADA))
                .hasSize(1);
    }
}
