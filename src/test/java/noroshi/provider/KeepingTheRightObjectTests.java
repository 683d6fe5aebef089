package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.provider.Quarantined.Decision;
import noroshi.shared.Acting;
import noroshi.shared.RuleBroken;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is kept apart under an id is the object of that id. */
@WholeHouse
class KeepingTheRightObjectTests {
    private static final String RED = "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1";

    private final Partner partner;
    private final Quarantine quarantine;
    private final QuarantineStore store;
    private final TransactionOperations transaction;
    private final JdbcClient jdbc;

    KeepingTheRightObjectTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
        quarantine = context.getBean(Quarantine.class);
        store = context.getBean(QuarantineStore.class);
        transaction = context.getBean(TransactionOperations.class);
        jdbc = context.getBean(JdbcClient.class);
    }

    private UUID provider(UUID collection, String... sent) throws Exception {
        try (var server = new BadServer(json("", "{" + objects(sent) + "}"))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            return provider;
        }
    }

    private static String relationship(String id, String from) {
        return """
                {"type":"relationship","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "modified":"2020-01-01T00:00:00.000Z","relationship_type":"related-to","source_ref":"%s",\
                "target_ref":"%s","object_marking_refs":["%s"]}""".formatted(id, from, id(), Partner.GREEN);
    }

    @Test
    void anObjectThatOnlyNamesTheRefusedOneIsNotKeptInItsPlace() throws Exception {
        var collection = partner.collection();
        var refused = indicator(id()).replace("\"modified\":\"2020", "\"modified\":\"2999");
        var name = refused.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
        var relationship = "relationship--" + UUID.randomUUID();
        var provider = provider(collection, relationship(relationship, name), refused);
        assertThat(partner.held(collection)).containsExactly(relationship);
        assertThat(partner.quarantined(provider)).singleElement().satisfies(kept -> {
            assertThat(kept.stixId()).isEqualTo(name);
            assertThat(kept.raw()).isEqualTo(refused);
        });
    }

    @Test
    void ofTwoVersionsTheRefusedOneIsKept() throws Exception {
        var collection = partner.collection();
        var good = indicator(id());
        var refused = good.replace("\"modified\":\"2020-01-01", "\"modified\":\"2999-01-02");
        var provider = provider(collection, good, refused);
        assertThat(partner.quarantined(provider))
                .singleElement()
                .satisfies(kept -> assertThat(kept.raw()).isEqualTo(refused));
    }

    @Test
    void nothingIsMarkedAsTakenBecauseAnotherObjectWentIn() throws Exception {
        var collection = partner.collection();
        var provider = provider(collection, indicator(id()));
        var missing = id();
        var other = relationship("relationship--" + UUID.randomUUID(), missing);
        Acting.as(
                Cast.ADA,
                () -> transaction.executeWithoutResult(status -> store.put(
                        provider,
                        missing,
                        "intel.object.type-missing",
                        List.of(),
                        other.getBytes(StandardCharsets.UTF_8),
                        Instant.EPOCH)));
        var kept = partner.quarantined(provider).getFirst();
        Acting.as(Cast.ADA, () -> {
            assertThatThrownBy(() -> quarantine.take(provider, kept.id(), "", "please", Cast.ADA))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("provider.rule.another-object"));
            assertThat(quarantine.decideAll(provider, kept.reason(), Decision.TAKEN, "all", Cast.ADA))
                    .isEqualTo(new Quarantine.Outcome(0, 1));
        });
        assertThat(partner.held(collection)).hasSize(1);
        assertThat(partner.decisions(provider)).isEmpty();
        assertThat(partner.quarantined(provider)).hasSize(1);
    }

    @Test
    void whatWasDecidedStaysDecidedHoweverMuchWaits() throws Exception {
        var provider = provider(partner.collection(), indicator(id()).replace(Partner.GREEN, RED));
        var away = partner.quarantined(provider).getFirst();
        Acting.as(Cast.ADA, () -> quarantine.throwAway(provider, away.id(), "theirs", Cast.ADA));
        Acting.as(
                Cast.ADA,
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("""
                            insert into provider.quarantined
                                   (provider, sha256, stix_id, reason, arguments, raw, first_at, last_at, times)
                            select :provider, sha256(int4send(n)), '', 'x', '{}', '', now(), now(), 1
                              from generate_series(1, 5000) n
                            """).param("provider", provider).update();
                    store.put(
                            provider,
                            "last",
                            "x",
                            List.of(),
                            new byte[0],
                            Instant.now().plusSeconds(60));
                    assertThat(waiting(provider)).isEqualTo(5_000);
                }));
        assertThat(Acting.as(Cast.ADA, () -> quarantine.decided(provider, Cast.ADA)))
                .extracting(Quarantined::id)
                .containsExactly(away.id());
    }

    private int waiting(UUID provider) {
        return jdbc.sql("select count(*) from provider.quarantined where provider = :provider and decision is null")
                .param("provider", provider)
                .query(Integer.class)
                .single();
    }
}
