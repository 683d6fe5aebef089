package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Unnamed;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cuts;
import noroshi.membership.Scope;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Whom a source chose to be named to holds for every page of a collection, and for the library. */
@RunningHouse
class NamingSourcesTests {
    private static final String MAKER = "identity--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

    @Autowired
    Machines machines;

    @Autowired
    Exchange exchange;

    @Autowired
    Cuts cuts;

    @Autowired
    FollowAttribution follow;

    @Autowired
    EnterLibrary enter;

    @Autowired
    IntelLibrary library;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private final String id = id("indicator");
    private final String object = indicator(id, DAY, """
            ,"created_by_ref":"%s","x_reporter":"Desk of SPORTS","x_score":5.0,"description":"ours","external_references":[\
            {"source_name":"sports","description":"case 12"},{"source_name":"cve","external_id":"CVE-2026-0001"}],\
            "object_marking_refs":["%s"]""".formatted(MAKER, GREEN));
    private UUID collection;
    private String path;

    @BeforeEach
    void setUp() {
        collection = machines.id(List.of(CENTRE, RAILWAY, SPORTS, STRANGERS), List.of(SPORTS, POWER), Tlp.AMBER_STRICT);
        path = "/taxii2/general/collections/" + collection + "/";
    }

    @AfterEach
    void everyoneMayKnow() {
        choose(Attribution.EVERYONE);
    }

    private void choose(Attribution choice) {
        Acting.as(SORA, () -> cuts.choose(choice, SORA));
        follow.run();
    }

    private String seen(UUID organisation) {
        return machines.of(organisation).get(path + "objects/").text();
    }

    private String seen(Actor actor) throws Exception {
        return Acting.as(
                actor,
                () -> new String(
                        exchange.objects(
                                        exchange.collection(collection, actor),
                                        new Question(
                                                Long.MIN_VALUE,
                                                100,
                                                List.of(),
                                                List.of(),
                                                List.of(),
                                                Question.LAST,
                                                List.of()),
                                        actor)
                                .body(),
                        StandardCharsets.UTF_8));
    }

    private void isUnnamed(String page) {
        assertThat(page)
                .contains(id, "CVE-2026-0001", "\"x_score\":5.0", "\"description\":\"ours\"")
                .doesNotContain(MAKER, "created_by_ref", "SPORTS", "sports", "case 12", "x_reporter");
    }

    @Test
    void withoutAChoiceEveryByteGoesOutAsItCame() throws Exception {
        machines.of(POWER).bring(path, object);
        choose(Attribution.NOBODY);
        assertThat(seen(RAILWAY)).contains(object);
        assertThat(seen(STRANGERS)).contains(object);
        assertThat(seen(ED)).contains(object);
    }

    @Test
    void theCentreAloneLearnsIt() throws Exception {
        choose(Attribution.CENTRE);
        machines.of(SPORTS).bring(path, object);
        for (var twice = 0; twice < 2; twice++) {
            isUnnamed(seen(RAILWAY));
            assertThat(seen(SPORTS)).contains(object);
            assertThat(seen(ED)).contains(object);
            isUnnamed(seen(STRANGERS));
        }
    }

    @Test
    void whoeverAsksFirstNobodyGetsAnothersPage() throws Exception {
        choose(Attribution.CENTRE);
        machines.of(SPORTS).bring(path, object);
        assertThat(seen(ED)).contains(object);
        isUnnamed(seen(RAILWAY));
        assertThat(seen(SPORTS)).contains(object);
        isUnnamed(seen(STRANGERS));
    }

    @Test
    void aTypeThatTellsItsMakerIsRefusedForWhoeverIsNotToBeNamed() {
        var telling = "x-sports-ioc--" + UUID.randomUUID();
        var own = """
                {"type":"x-sports-ioc","spec_version":"2.1","id":"%s","created":"%s","modified":"%s","sports_score":5,\
                "object_marking_refs":["%s"]}""".formatted(telling, DAY, DAY, GREEN);
        choose(Attribution.NOBODY);
        var refused = machines.of(SPORTS).bring(path, own).json();
        assertThat(refused.path("failure_count").asInt()).isEqualTo(1);
        assertThat(refused.path("failures").get(0).path("message").asString()).contains("name of this type");
        assertThat(seen(RAILWAY)).doesNotContain("sports");
        var other = own.replace("x-sports-ioc", "x-score");
        machines.of(SPORTS).bring(path, other);
        assertThat(seen(RAILWAY)).contains("x-score--").doesNotContain("sports");
        assertThat(machines.of(POWER)
                        .bring(path, own.replace("sports_score", "score"))
                        .json()
                        .path("success_count")
                        .asInt())
                .as("of somebody who chose nothing")
                .isEqualTo(1);
    }

    @Test
    void oneObjectIsUnnamedTooAndItsVersionsAreTheSame() {
        choose(Attribution.NOBODY);
        machines.of(SPORTS).bring(path, object);
        isUnnamed(machines.of(RAILWAY).get(path + "objects/" + id + "/").text());
        isUnnamed(machines.of(RAILWAY)
                .get(path + "objects/?match[version]=all&match[id]=" + id)
                .text());
        assertThat(machines.of(SPORTS).get(path + "objects/" + id + "/").text()).contains(object);
        for (var what : List.of("manifest/", "objects/" + id + "/versions/")) {
            assertThat(machines.of(RAILWAY).get(path + what).text())
                    .isEqualTo(machines.of(SPORTS).get(path + what).text())
                    .contains(DAY);
        }
    }

    @Test
    void whatWasBroughtBeforeFollowsEachChoice() throws Exception {
        machines.of(SPORTS).bring(path, object);
        assertThat(seen(RAILWAY)).contains(object);
        choose(Attribution.CENTRE);
        isUnnamed(seen(RAILWAY));
        assertThat(seen(ED)).contains(object);
        choose(Attribution.NOBODY);
        isUnnamed(seen(ED));
        assertThat(seen(SPORTS)).contains(object);
        choose(Attribution.EVERYONE);
        assertThat(seen(RAILWAY)).contains(object);
        assertThat(Acting.as(SORA, () -> cuts.following(SORA))).isFalse();
    }

    @Test
    void theSameAgainIsKnownAndAnIdentityKeepsItsPlace() {
        choose(Attribution.NOBODY);
        var identity = """
                {"type":"identity","spec_version":"2.1","id":"%s","created":"%s","modified":"%s","name":"Sports League",\
                "identity_class":"organization","contact_information":"soc@sports.example"}""".formatted(MAKER, DAY, DAY);
        var marked = identity.replace("\"name\"", "\"object_marking_refs\":[\"" + CLEAR + "\"],\"name\"");
        machines.of(SPORTS).bring(path, object, marked);
        var again = machines.of(SPORTS).bring(path, object, marked).json();
        assertThat(again.path("success_count").asInt()).isEqualTo(2);
        assertThat(seen(RAILWAY)).contains(MAKER, Unnamed.SOURCE).doesNotContain("Sports League", "soc@sports.example");
        assertThat(seen(SPORTS)).contains(marked);
    }

    @Test
    void noListEverNamesASource() {
        choose(Attribution.EVERYONE);
        var name = "n" + UUID.randomUUID() + ".example";
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
        machines.of(SPORTS)
                .bring(
                        path,
                        object.replace("bad.example", name)
                                .replace(DAY, now)
                                .replace("\"x_score\":5.0", "\"confidence\":100"));
        enter.run();
        var loads = new Client(machines.port(), machines.token(CENTRE, Scope.LISTS));
        for (var list : List.of("stix.json", "all.csv", "domain.txt")) {
            assertThat(loads.get("/lists/" + list, "Accept", "*/*").text())
                    .as(list)
                    .contains(name)
                    .doesNotContain(MAKER, "sports", "SPORTS", "水上競技連盟", "Aquatics Federation");
        }
    }

    @Test
    void theLibraryNamesWhoLeavesItToTheCentreAndNobodyElse() throws Exception {
        choose(Attribution.CENTRE);
        machines.of(SPORTS).bring(path, object);
        enter.run();
        var row = Acting.as(
                ED,
                () -> transaction.execute(status -> jdbc.sql("select id from intel.object where stix_id = :id")
                        .param("id", id)
                        .query(UUID.class)
                        .single()));
        var shown = library.show(row, ED);
        assertThat(shown.text()).isEqualTo(object);
        assertThat(shown.bringer()).contains(SPORTS);
        choose(Attribution.NOBODY);
        var hidden = library.show(row, ED);
        isUnnamed(hidden.text());
        assertThat(hidden.bringer()).isEmpty();
        assertThat(hidden.nameless()).isTrue();
    }
}
