package noroshi.provider;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.cut.Cut;
import noroshi.intel.cut.Cuts;
import noroshi.intel.permit.Permit;
import noroshi.intel.permit.Permits;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.NewCollection;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What its source permitted and cannot be without words leaves with these, once the source has let them out. */
@WholeHouse
class LettingOutWithPermitTests {
    private static final String AMBER = "marking-definition--55d920b0-5e8b-4f79-9ee9-91f868d9b421";
    private static final String WORD = "hanako-hospital";

    @Autowired
    Providers providers;

    @Autowired
    Permits permits;

    @Autowired
    Cuts cuts;

    @Autowired
    Collections collections;

    @Autowired
    Exchange exchange;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    private List<String> brought = List.of();
    private final String id = "threat-actor--" + UUID.randomUUID();
    private final String object = """
            {"type":"threat-actor","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
            "modified":"2020-01-01T00:00:00.000Z","name":"hanako-hospital","object_marking_refs":["%s"]}""".formatted(id, AMBER);
    private Taker partner;
    private UUID collection;
    private UUID provider;

    @BeforeEach
    void setUp() throws Exception {
        partner = new Taker(() -> {});
        brought = partner.brought();
        var all = List.of(CENTRE, RAILWAY, STRANGERS);
        collection = as(
                ADA,
                () -> collections.create(
                        new NewCollection(Optional.empty(), "Out", "", "", Tlp.AMBER_STRICT, all, all), ADA));
        provider = as(ADA, () -> providers.create(partner.of(collection), ADA));
        bring(object);
        ask();
        as(ED, () -> {
            var row = providers.withheld(provider, ED).getFirst().id();
            providers.askSource(provider, row, "販売先の遮断リストに載せるため", ED);
            return 0;
        });
        permits.answer(permit().id(), true, "", Optional.empty(), MIKA);
        ask();
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    private static <T> T as(Actor actor, java.util.concurrent.Callable<T> work) throws Exception {
        return Acting.as(actor, work);
    }

    private void bring(String text) {
        var envelope = ("{\"objects\":[" + text + "]}").getBytes(StandardCharsets.UTF_8);
        Runnable work = () -> exchange.bring(exchange.collection(collection, RIN), envelope, RIN);
        Acting.as(RIN, work);
    }

    private void ask() {
        Acting.as(ADA, () -> providers.ask(provider, ADA));
    }

    private Permit permit() throws Exception {
        return as(ADA, () -> providers.permits(provider, ADA)).getFirst();
    }

    private Cut held() {
        return cuts.list(MIKA).stream()
                .filter(cut -> cut.stixId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPermitCountsAsUsedOnlyWhenSomethingLeft() throws Exception {
        assertThat(brought).isEmpty();
        assertThat(permit().sentAt()).isEmpty();
        assertThat(as(ADA, () -> permits.due(provider, collection, ADA)))
                .as("it waits for a person, and for no round")
                .isEmpty();
        cuts.release(held().id(), List.of("name"), MIKA);
        ask();
        assertThat(brought).singleElement().satisfies(body -> assertThat(body).contains(id, WORD));
        assertThat(permit().sentAt()).isPresent();
        ask();
        assertThat(brought).as("once").hasSize(1);
        bring(object.replace("\"modified\":\"2020-01-01", "\"revoked\":true,\"modified\":\"2020-01-02")
                .replace(WORD, "another word"));
        ask();
        assertThat(brought).hasSize(2);
        assertThat(brought.getLast())
                .contains(id, WORD, "\"revoked\":true", "\"modified\":\"2020-01-01T00:00:00.002Z\"")
                .doesNotContain("another word");
        ask();
        assertThat(brought).as("taken back once").hasSize(2);
    }

    @Test
    void whatIsRestrictedIsOpenedByItsSourceAloneAndWrittenDown() throws Exception {
        var cut = held().id();
        for (var other : List.of(ADA, ED, OTTO, NOOR)) {
            assertThat(cuts.list(other)).noneMatch(each -> each.id().equals(cut));
            assertThatThrownBy(() -> as(other, () -> cuts.show(cut, other))).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> cuts.release(cut, List.of("name"), other)).isInstanceOf(NotFound.class);
            assertThat(setReleased(cut, other)).isZero();
        }
        assertThat(as(MIKA, () -> cuts.show(cut, MIKA)).stixId()).isEqualTo(id);
        assertThat(opened(cut)).isEqualTo(1);
        assertThatThrownBy(() -> as(
                        ADA,
                        () -> transaction.execute(
                                status -> jdbc.sql("update intel.cut set sent_at = now() where id = :cut")
                                        .param("cut", cut)
                                        .update())))
                .isInstanceOf(DataAccessException.class);
    }

    private long opened(UUID cut) throws Exception {
        return as(
                ADA,
                () -> transaction.execute(status ->
                        jdbc.sql("""
                        select count(*) from audit.entry where act = 'intel.cut-opened' and subject = :cut
                        """).param("cut", cut).query(Long.class).single()));
    }

    private int setReleased(UUID cut, Actor actor) throws Exception {
        return as(
                actor,
                () -> transaction.execute(status -> jdbc.sql("""
                        update intel.cut set released = cut_fields, released_by = :by, released_at = now() where id = :cut
                        """)
                        .param("by", actor.person())
                        .param("cut", cut)
                        .update()));
    }
}
