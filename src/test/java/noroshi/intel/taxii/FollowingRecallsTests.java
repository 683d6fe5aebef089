package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.intel.OwnStix;
import noroshi.intel.lists.Holdings;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.site.SiteSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is taken back is handed out no longer, or revoked where we wrote it, and those whose machines got it are told. */
@Import(RightNow.class)
class FollowingRecallsTests extends RecallTests {
    @Autowired
    SiteSettings settings;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private List<Holdings.TakenBack> told(Actor actor) {
        return holdings.takenBack(SOME, actor).stream()
                .filter(each -> each.text().equals(name))
                .toList();
    }

    private boolean notified(Actor actor) {
        return notifications.list(false, SOME, actor).stream()
                .anyMatch(row -> row.key().equals("notification.what.values_taken_back"));
    }

    @Test
    void whatTheCentreTakesBackIsHandedOutNoLonger() {
        var collection = collection(List.of(POWER));
        assertThat(ids(collection, RAILWAY)).containsExactly(id);
        consumers.write();
        indicators.withdraw(life().id(), "正規の配信元だった", ED);
        recalls.run();
        assertThat(ids(collection, RAILWAY)).isEmpty();
        assertThat(machines.of(RAILWAY)
                        .get(collection + "manifest/?match[version]=all")
                        .ids())
                .isEmpty();
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/?match[version]=2026-07-02T00:00:00.000Z")
                        .ids())
                .isEmpty();
        assertThat(machines.of(RAILWAY).get(collection + "objects/" + id + "/").status())
                .isEqualTo(404);
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/" + id + "/versions/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoGotItIsToldAndNobodyElse() {
        var collection = collection(List.of(POWER));
        assertThat(ids(collection, RAILWAY)).containsExactly(id);
        consumers.write();
        var value = life().id();
        assertThat(holdings.fetched(value, MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.heldBack()).isFalse());
        assertThat(holdings.fetched(value, OTTO)).isEmpty();
        assertThat(holdings.feeds(MIKA))
                .anySatisfy(feed -> assertThat(feed.got()).isPositive());
        indicators.withdraw(value, "誤り", ED);
        recalls.run();
        assertThat(told(MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.againAt()).isEmpty());
        assertThat(told(NOOR))
                .as("the power company's machine brought it and never fetched")
                .isEmpty();
        assertThat(told(OTTO)).isEmpty();
        rightNow.spread();
        assertThat(notified(MIKA)).isTrue();
        assertThat(notified(OTTO)).isFalse();
        assertThat(holdings.fetched(value, MIKA))
                .singleElement()
                .satisfies(row -> assertThat(row.heldBack()).isTrue());
        indicators.restore(value, ED);
        recalls.run();
        assertThat(told(MIKA).getFirst().againAt()).isPresent();
    }

    @Test
    void whatIsSaidAgainComesAgainToWhoPolls() {
        var collection = collection(List.of(POWER));
        var before = machines.of(RAILWAY).get(collection + "objects/").last();
        indicators.withdraw(life().id(), "誤り", ED);
        recalls.run();
        indicators.restore(life().id(), ED);
        recalls.run();
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/?added_after=" + before)
                        .ids())
                .containsExactly(id);
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/" + id + "/versions/")
                        .json()
                        .path("versions")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void theSameVersionAgainStaysBackAndANewerOneOfItsSourceGoesOut() {
        var collection = collection(List.of(POWER));
        indicators.withdraw(life().id(), "誤り", ED);
        recalls.run();
        var status = machines.of(POWER)
                .bring(collection, indicator("2026-07-02T00:00:00.000Z", ""), marked(GREEN))
                .json();
        assertThat(status.path("success_count").asInt()).isEqualTo(2);
        assertThat(ids(collection, RAILWAY)).hasSize(1).doesNotContain(id);
        machines.of(POWER).bring(collection, indicator("2026-07-03T00:00:00.000Z", ""));
        assertThat(ids(collection, RAILWAY)).contains(id);
        library.run();
        recalls.run();
        assertThat(life().standing()).isNotEqualTo(noroshi.intel.life.Standing.WITHDRAWN);
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/?match[id]=" + id)
                        .ids())
                .containsExactly(id);
    }

    @Test
    void whatWeWroteIsRevokedInANewVersion() {
        var by = ",\"created_by_ref\":\"" + OwnStix.identityOf(settings.site().name()) + "\"";
        var collection = machines.collection(List.of(CENTRE, RAILWAY), List.of(CENTRE), Tlp.AMBER);
        machines.of(CENTRE).bring(collection, indicator("2026-07-02T00:00:00.000Z", by));
        library.run();
        var before = machines.of(RAILWAY).get(collection + "objects/").last();
        indicators.withdraw(life().id(), "誤り", ED);
        recalls.run();
        var later = machines.of(RAILWAY)
                .get(collection + "objects/?added_after=" + before)
                .json()
                .path("objects");
        assertThat(later.size()).isEqualTo(1);
        assertThat(later.get(0).path("revoked").asBoolean()).isTrue();
        assertThat(later.get(0).path("id").asString()).isEqualTo(id);
        library.run();
        recalls.run();
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/?match[version]=all")
                        .ids())
                .as("the history stays in its order")
                .containsExactly(id, id);
        assertThat(life().standing()).isEqualTo(noroshi.intel.life.Standing.WITHDRAWN);
    }

    @Test
    void theSourcesOwnLastWordIsPassedOn() {
        var collection = collection(List.of(CENTRE));
        var file = "{\"type\":\"bundle\",\"id\":\"bundle--" + UUID.randomUUID() + "\",\"objects\":["
                + indicator("2026-07-05T00:00:00.000Z", ",\"revoked\":true") + "]}";
        imports.importBundle(file.getBytes(), "revoked.json", Optional.empty(), ED);
        recalls.run();
        var seen = machines.of(RAILWAY).get(collection + "objects/").json().path("objects");
        assertThat(seen.get(0).path("revoked").asBoolean()).isTrue();
    }

    /** As many as there are do not stand in memory at once. */
    @Test
    void manyLastWordsArePassedOnSomeAtATime() throws Exception {
        var ids = IntStream.range(0, 120).mapToObj(n -> Stix.id("indicator")).toList();
        var collection = machines.id(List.of(CENTRE, RAILWAY), List.of(CENTRE), Tlp.AMBER);
        var path = "/taxii2/general/collections/" + collection + "/";
        machines.of(CENTRE)
                .bring(path, each(ids, "2026-07-02T00:00:00.000Z", "").toArray(String[]::new));
        library.run();
        var before = brought(collection);
        imports.importBundle(
                ("{\"type\":\"bundle\",\"id\":\"bundle--" + UUID.randomUUID() + "\",\"objects\":["
                                + String.join(",", each(ids, "2026-07-05T00:00:00.000Z", ",\"revoked\":true")) + "]}")
                        .getBytes(StandardCharsets.UTF_8),
                "revoked.json",
                Optional.empty(),
                ED);
        recalls.run();
        var after = brought(collection);
        var envelopes = after.subList(before.size(), after.size());
        assertThat(envelopes)
                .hasSizeGreaterThan(1)
                .allSatisfy(taken -> assertThat(taken).isBetween(1, 50));
        assertThat(envelopes.stream().mapToInt(taken -> taken).sum()).isEqualTo(120);
        var seen = machines.of(RAILWAY).get(path + "objects/?limit=500").json().path("objects");
        assertThat(seen.size()).isEqualTo(120);
        assertThat(seen.values())
                .allSatisfy(
                        object -> assertThat(object.path("revoked").asBoolean()).isTrue());
    }

    private List<String> each(List<String> ids, String modified, String more) {
        return ids.stream()
                .map(each -> indicator(modified, more).replace(id, each))
                .toList();
    }

    /** How many objects each commit into a collection took. */
    private List<Integer> brought(UUID collection) throws Exception {
        return Acting.as(
                ADA,
                () -> transaction.execute(tx -> jdbc.sql("""
                                select (detail ->> 'taken')::integer from audit.entry
                                 where act = 'intel.objects-brought' and subject = :collection order by id
                                """)
                        .param("collection", collection)
                        .query(Integer.class)
                        .list()));
    }

    @Test
    void aMemberChangesNoWordThatTheCentreKeeps() {
        var collection = collection(List.of(POWER));
        Acting.as(
                NOOR,
                () -> transaction.executeWithoutResult(tx -> assertThat(jdbc.sql(
                                        "update intel.source set withdrawn_at = now(), withdrawn_how = 'person' where stix_id = ?")
                                .param(id)
                                .update())
                        .isZero()));
        recalls.run();
        assertThat(ids(collection, RAILWAY)).containsExactly(id);
    }
}
