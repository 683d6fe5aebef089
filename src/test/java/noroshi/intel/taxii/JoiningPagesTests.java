package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Pages that the database joins and that name their reader themselves. */
@RunningHouse
class JoiningPagesTests {
    private static final Question ALL =
            new Question(Long.MIN_VALUE, 100, List.of(), List.of(), List.of(), Question.LAST, List.of());

    @Autowired
    Machines machines;

    @Autowired
    Exchange exchange;

    @Autowired
    EntryStore entries;

    @Autowired
    LedgerStore ledger;

    @Autowired
    Views views;

    @Autowired
    Changes changes;

    @Autowired
    PageCache kept;

    @Autowired
    Turns turns;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void whoIsNotNamedOrHasNoRightReadsNothingWhateverTheViewSays() throws Exception {
        var id = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        machines.of(RAILWAY).bring(address(id), marked(GREEN), marked(GREEN));
        var view = Acting.as(MIKA, () -> exchange.collection(id, MIKA));
        assertThat(view.shelves()).hasSize(1);
        var read = read(view, MIKA);
        assertThat(read.count()).isEqualTo(2);
        assertThat(read.shelves()).isEqualTo(view.shelves());
        assertThat(read(view, OTTO).count()).as("a stranger").isZero();
        assertThat(read(view, OTTO).shelves()).isEmpty();
        assertThat(entries.page(view, ALL, Eye.PLATFORM, false).count())
                .as("nobody")
                .isZero();
        assertThat(entries.page(view, ALL, Eye.PLATFORM, true).count())
                .as("nobody, with sizes added up")
                .isZero();
        assertThat(Acting.as(OTTO, () -> entries.mentions(view, ALL)).rows()).isEmpty();
    }

    /** What was worked out for one person is nobody else's, and no more than a few questions old. */
    @Test
    void rightsThatAreRememberedAreThoseOfWhoActs() throws Exception {
        var id = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        machines.of(RAILWAY).bring(address(id), marked(GREEN));
        var view = Acting.as(MIKA, () -> exchange.collection(id, MIKA));
        assertThat(views.principals(MIKA.person()))
                .hasValueSatisfying(it -> assertThat(it).contains(MIKA.person().toString(), RAILWAY.toString()));
        assertThat(views.principals(OTTO.person())).isEmpty();
        assertThat(read(view, OTTO).count()).isZero();
        assertThat(read(view, MIKA).count()).isEqualTo(1);
        assertThat(read(view, OTTO).count())
                .as("nothing stays behind on a connection")
                .isZero();
        changes.stored();
        assertThat(views.principals(MIKA.person()))
                .as("something may have changed")
                .isEmpty();
        assertThat(read(view, MIKA).count()).isEqualTo(1);
    }

    /** The view is older than the second shelf; the answer says so, and the page is whole. */
    @Test
    void aPageTellsWhichShelvesItsReaderReadsNow() throws Exception {
        var id = machines.id(List.of(RAILWAY, POWER), List.of(RAILWAY, POWER), Tlp.AMBER_STRICT);
        var shared = marked(GREEN);
        var own = marked(STRICT);
        machines.of(RAILWAY).bring(address(id), shared);
        var before = Acting.as(MIKA, () -> exchange.collection(id, MIKA));
        machines.of(RAILWAY).bring(address(id), own);
        var old = read(before, MIKA);
        assertThat(old.count()).isEqualTo(1);
        assertThat(old.shelves()).hasSize(2);
        var alone = Acting.as(MIKA, () -> exchange.object(before, idOf(own), ALL, MIKA));
        assertThat(alone.count()).isEqualTo(1);
        var versions = Acting.as(MIKA, () -> exchange.versions(before, idOf(own), ALL, MIKA));
        assertThat(versions.count()).isEqualTo(1);
        assertThat(Acting.as(MIKA, () -> entries.objects(before, ALL, Eye.of(MIKA)))
                        .rows())
                .as("what the platform takes in")
                .hasSize(2);
        var page = Acting.as(MIKA, () -> exchange.objects(before, ALL, MIKA));
        assertThat(new String(page.body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"more\":false,\"objects\":[" + shared + "," + own + "]}");
        assertThat(machines.of(POWER).get(address(id) + "objects/").ids())
                .as("another reader of the collection")
                .hasSize(1);
    }

    @Test
    void aPageOfLargeObjectsEndsBeforeItIsTooLargeAndNothingIsLost() {
        var id = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        var client = machines.of(RAILWAY);
        client.bring(address(id), indicator());
        assertThat(ledger.stand(id).large()).isFalse();
        var long1 = large();
        client.bring(address(id), long1, large(), large());
        client.bring(address(id), large(), large());
        assertThat(ledger.stand(id).large()).as("known after a new start").isTrue();
        var first = client.get(address(id) + "objects/?limit=100");
        assertThat(first.ids()).hasSize(5);
        assertThat(first.more()).isTrue();
        var second = client.get(address(id) + "objects/?limit=100&next=" + first.next());
        assertThat(second.ids()).hasSize(1);
        assertThat(second.more()).isFalse();
        assertThat(first.text()).contains(long1);
    }

    /** After a start nobody has asked how far the collection is when the first page is that of one object. */
    @Test
    void aPageOfOneLargeObjectEndsBeforeItIsTooLargeAlsoAfterAStart() throws Exception {
        var id = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        var object = id("indicator");
        for (var day = 1; day <= 6; day++) {
            machines.of(RAILWAY).bring(address(id), large(object, "2026-07-0" + day + "T00:00:00.000Z"));
        }
        var started = new Pages(entries, ledger, new Heads(Clock.systemUTC()), kept, turns, transactions);
        var view = Acting.as(MIKA, () -> exchange.collection(id, MIKA));
        var all = new Question(Long.MIN_VALUE, 100, List.of(object), List.of(), List.of(), Question.ALL, List.of());
        var page = Acting.as(MIKA, () -> started.anew(view, all, Eye.of(MIKA)));
        assertThat(page.count()).isEqualTo(4);
        assertThat(new String(page.body(), StandardCharsets.UTF_8)).startsWith("{\"more\":true");
    }

    @Test
    void theTagOfAPageTellsNothingOfWhatComesBehindIt() {
        var collection = machines.railways();
        var client = machines.of(RAILWAY);
        var third = indicator();
        client.bring(collection, indicator(), indicator(), third, indicator());
        var page = collection + "objects/?limit=2";
        var before = client.get(page).header("ETag");
        assertThat(client.delete(collection + "objects/" + idOf(third) + "/").status())
                .isEqualTo(200);
        assertThat(client.get(page).header("ETag")).isPresent().isEqualTo(before);
        assertThat(client.get(collection + "objects/?limit=3").header("ETag")).isNotEqualTo(before);
    }

    private Joined read(View view, Actor actor) throws Exception {
        return Acting.as(actor, () -> entries.page(view, ALL, Eye.of(actor), false));
    }

    private static String address(UUID id) {
        return "/taxii2/general/collections/" + id + "/";
    }

    private static String large() {
        return large(id("indicator"), DAY);
    }

    private static String large(String id, String modified) {
        return indicator(id, modified, ",\"description\":\"" + "x".repeat(2_300_000) + "\"");
    }
}
