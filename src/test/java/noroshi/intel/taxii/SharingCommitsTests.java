package noroshi.intel.taxii;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import noroshi.intel.ReceivedEnvelope;
import noroshi.membership.KnownBearers;
import noroshi.membership.Secret;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Envelopes of several organisations that arrive together are kept in one commit, each in the name of its own machine. */
@RunningHouse
class SharingCommitsTests {
    @Autowired
    Machines machines;

    @Autowired
    Writers writers;

    @Autowired
    Heads heads;

    @Autowired
    Views views;

    @Autowired
    KnownBearers bearers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void machinesOfSeveralOrganisationsShareACommit() throws Exception {
        var collection = collection();
        var head = heads.of(collection.id());
        bring(collection, RAILWAY).call();
        var before = head.commits();
        var receipts = new ArrayList<Receipt>();
        for (var task : together(collection, RAILWAY, POWER, RAILWAY)) {
            receipts.add(task.get());
        }
        assertThat(head.commits()).isEqualTo(before + 1);
        assertThat(receipts)
                .allSatisfy(receipt -> assertThat(receipt.succeeded()).isOne());
        assertThat(brought(collection, RAILWAY)).containsExactly(1, 2);
        assertThat(brought(collection, POWER)).containsExactly(1);
    }

    @Test
    void oneThatCannotBeKeptSpoilsNoOther() throws Exception {
        var collection = collection();
        bring(collection, RAILWAY).call();
        var tasks = together(collection, RAILWAY, STRANGERS, POWER);
        assertThat(tasks.get(0).get().succeeded()).isOne();
        assertThatThrownBy(() -> tasks.get(1).get()).isInstanceOf(ExecutionException.class);
        assertThat(tasks.get(2).get().succeeded()).isOne();
        assertThat(brought(collection, RAILWAY)).containsExactly(1, 1);
        assertThat(brought(collection, POWER)).containsExactly(1);
        assertThat(brought(collection, STRANGERS)).isEmpty();
    }

    @Test
    void theFirstThatCannotBeKeptSpoilsNoOther() throws Exception {
        var collection = collection();
        bring(collection, RAILWAY).call();
        var tasks = together(collection, STRANGERS, POWER);
        assertThatThrownBy(() -> tasks.get(0).get()).isInstanceOf(ExecutionException.class);
        assertThat(tasks.get(1).get().succeeded()).isOne();
    }

    private Collection collection() throws Exception {
        var id = machines.id(List.of(RAILWAY, POWER), List.of(RAILWAY, POWER), Tlp.AMBER_STRICT);
        var actor = actor(RAILWAY);
        return Acting.as(actor, () -> views.of(actor)).stream()
                .map(View::collection)
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Actor actor(UUID organisation) {
        var answer = bearers.of(new Secret(machines.token(organisation)), () -> "test");
        assertThat(answer).isInstanceOf(KnownBearers.Good.class);
        return ((KnownBearers.Good) answer).bearer().actor();
    }

    private Callable<Receipt> bring(Collection collection, UUID organisation) {
        var actor = actor(organisation);
        var text = "{\"objects\":[" + Stix.indicator() + "]}";
        var envelope = ReceivedEnvelope.read(text.getBytes(StandardCharsets.UTF_8));
        return () -> Acting.as(actor, () -> writers.bring(collection, envelope, actor));
    }

    /** In this order, and none before all wait. */
    private List<FutureTask<Receipt>> together(Collection collection, UUID... organisations) {
        var tasks = new ArrayList<FutureTask<Receipt>>();
        var turn = heads.of(collection.id()).turn();
        turn.lock();
        try {
            for (var organisation : organisations) {
                var task = new FutureTask<>(bring(collection, organisation));
                tasks.add(task);
                var thread = Thread.ofPlatform().start(task);
                await().until(() -> thread.getState() == Thread.State.WAITING);
            }
        } finally {
            turn.unlock();
        }
        return tasks;
    }

    /** How many objects the audit trail says that an organisation's machine brought, entry by entry. */
    private List<Integer> brought(Collection collection, UUID organisation) throws Exception {
        var machine = actor(organisation);
        return Acting.as(
                ADA,
                () -> transaction.execute(tx -> jdbc.sql("""
                                select (detail ->> 'taken')::integer from audit.entry
                                 where act = 'intel.objects-brought' and subject = :collection
                                   and organisation = :organisation and person = :machine
                                 order by id
                                """)
                        .param("collection", collection.id())
                        .param("organisation", organisation)
                        .param("machine", machine.person())
                        .query(Integer.class)
                        .list()));
    }
}
