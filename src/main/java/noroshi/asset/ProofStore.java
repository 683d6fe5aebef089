package noroshi.asset;

import static noroshi.asset.AssetStore.at;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.Asset.Proof;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of proofs of control that owners have begun. */
@Repository
class ProofStore {
    private final JdbcClient jdbc;

    ProofStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that it is time to look for, and for whom. */
    record Due(UUID asset, Actor actor) {}

    Optional<Challenge> open(UUID asset) {
        return jdbc.sql("""
                select a.id, a.kind, a.value, a.host, a.hosts, p.secret, p.checked_at, p.outcome
                  from asset.proof p join asset.asset a on a.id = p.asset
                 where a.id = :asset
                """).param("asset", asset).query(ProofStore::challenge).optional();
    }

    void begin(UUID asset, String secret, Actor by, Instant now, Instant next) {
        jdbc.sql("delete from asset.proof where asset = :asset")
                .param("asset", asset)
                .update();
        jdbc.sql("""
                insert into asset.proof (asset, organisation, secret, asked_by, asked_at, next_at)
                values (:asset, :organisation, :secret, :by, :now, :next)
                """)
                .param("asset", asset)
                .param("secret", secret)
                .param("organisation", by.organisation())
                .param("by", by.person())
                .param("now", at(now))
                .param("next", at(next))
                .update();
    }

    /** Whether any proof of the organisation was looked for since; its people look one after the other. */
    boolean looked(UUID organisation, Instant since) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('asset.proof ' || :organisation))")
                .param("organisation", organisation)
                .query((row, n) -> n)
                .list();
        return jdbc.sql("""
                select exists (select from asset.proof where organisation = :organisation and checked_at > :since)
                """)
                .param("organisation", organisation)
                .param("since", at(since))
                .query(Boolean.class)
                .single();
    }

    /** Marks that it is looked for now, for whoever asks; not, when that was only a moment ago. */
    boolean take(UUID asset, UUID by, Instant now, Instant notAfter) {
        return jdbc.sql("""
                        update asset.proof set checked_at = :now, asked_by = :by
                         where asset = :asset and (checked_at is null or checked_at < :after)
                        """)
                        .param("asset", asset)
                        .param("by", by)
                        .param("now", at(now))
                        .param("after", at(notAfter))
                        .update()
                > 0;
    }

    List<Due> due(Instant now, Instant begunAfter, int most) {
        return jdbc.sql("select asset, organisation, person from asset.proofs_due(:now, :after, :most)")
                .param("now", at(now))
                .param("after", at(begunAfter))
                .param("most", most)
                .query((row, n) -> new Due(
                        row.getObject("asset", UUID.class),
                        new Actor(
                                row.getObject("person", UUID.class),
                                row.getObject("organisation", UUID.class),
                                Set.of(),
                                "job")))
                .list();
    }

    /** The Centre's noes that are older than said hold no more. */
    ProofOutcome prove(
            Challenge challenge, Proof.How how, Instant now, Instant until, Instant noesAfter, boolean forAPerson) {
        return ProofOutcome.valueOf(jdbc.sql("select asset.prove(:asset, :secret, :how, :now, :until, :after, :person)")
                .param("asset", challenge.asset())
                .param("secret", challenge.secret())
                .param("how", how.name())
                .param("now", at(now))
                .param("until", at(until))
                .param("after", at(noesAfter))
                .param("person", forAPerson)
                .query(String.class)
                .single());
    }

    void note(Challenge challenge, ProofOutcome outcome) {
        jdbc.sql("select asset.note_proof(:asset, :secret, :outcome)")
                .param("asset", challenge.asset())
                .param("secret", challenge.secret())
                .param("outcome", outcome.name())
                .query((row, n) -> n)
                .list();
    }

    private static Challenge challenge(ResultSet row, int n) throws SQLException {
        var kind = AssetKind.valueOf(row.getString("kind"));
        var hosts = (String[]) row.getArray("hosts").getArray();
        var host = Optional.ofNullable(row.getString("host"))
                .or(() -> hosts.length == 0 ? Optional.empty() : Optional.of(hosts[0]));
        return new Challenge(
                row.getObject("id", UUID.class),
                kind,
                row.getString("value"),
                host,
                row.getString("secret"),
                Optional.ofNullable(row.getTimestamp("checked_at")).map(Timestamp::toInstant),
                Optional.ofNullable(row.getString("outcome")).map(ProofOutcome::valueOf));
    }
}
