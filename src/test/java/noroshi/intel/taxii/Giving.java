package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.OnItsWay;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** What a collection is in which somebody holds what is another's, until the Centre gives it to its source. */
abstract class Giving {
    static final String FIRST = "2026-07-01T00:00:00.000Z";
    static final String SECOND = "2026-07-02T00:00:00.000Z";
    static final String THIRD = "2026-07-03T00:00:00.000Z";
    static final String TOLD = "notification.what.object_given";

    @Autowired
    Collections collections;

    @Autowired
    Ownership ownership;

    @Autowired
    Exchange exchange;

    @Autowired
    Writers writers;

    @Autowired
    LedgerStore ledger;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    final String id = id("indicator");
    UUID collection;

    @BeforeEach
    void setUp() {
        collection = collections.create(
                new NewCollection(
                        Optional.empty(),
                        "持ち主",
                        "",
                        "",
                        Tlp.AMBER_STRICT,
                        List.of(RAILWAY, POWER, STRANGERS),
                        List.of(RAILWAY, STRANGERS, CENTRE)),
                ADA);
    }

    Receipt bring(String modified, String marking, Actor actor) {
        var object = indicator(id, modified, ",\"object_marking_refs\":[\"" + marking + "\"]");
        return exchange.bring(exchange.collection(collection, actor), envelope(object), actor);
    }

    static byte[] envelope(String object) {
        return ("{\"objects\":[" + object + "]}").getBytes(StandardCharsets.UTF_8);
    }

    String read(Actor actor) {
        return text(exchange.objects(exchange.collection(collection, actor), after(Long.MIN_VALUE), actor));
    }

    int give(Actor actor) {
        return ownership.give(collection, id, RAILWAY, "本来の提供元から申し出がありました", actor);
    }

    long told(Actor actor) {
        rightNow.spread();
        onItsWay.untilTold();
        return IntStream.range(0, 10)
                .mapToObj(page -> notifications.list(false, new Window(page * 200, 200), actor))
                .flatMap(List::stream)
                .filter(row -> row.key().equals(TOLD))
                .count();
    }

    String page(Actor actor) throws Exception {
        return mvc.get()
                .uri("/intel/collections/" + collection)
                .with(as(actor))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    static Question after(long position) {
        return new Question(position, 100, List.of(), List.of(), List.of(), Question.LAST, List.of());
    }

    static String text(Envelope page) {
        return new String(page.body(), StandardCharsets.UTF_8);
    }
}
