package noroshi.desk;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of who was told, who was left out, and who is proposed. */
@Repository
class RecipientStore {
    private final JdbcClient jdbc;

    RecipientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Recipient> of(UUID matter) {
        return jdbc.sql("""
                select organisation, office, reason, damage, technical, added_at, ended_at from desk.recipient
                 where matter = :matter order by added_at, reason, organisation
                """)
                .param("matter", matter)
                .query((row, n) -> new Recipient(
                        MatterStore.id(row, "organisation"),
                        MatterStore.id(row, "office"),
                        Trigger.valueOf(row.getString("reason")),
                        row.getBoolean("damage"),
                        row.getBoolean("technical"),
                        MatterStore.instant(row, "added_at"),
                        MatterStore.moment(row, "ended_at")))
                .list();
    }

    /** When each organisation opened the matter first. */
    Map<UUID, Instant> firstViews(UUID matter) {
        var views = new HashMap<UUID, Instant>();
        jdbc.sql("select organisation, first_at from desk.first_views(:matter)")
                .param("matter", matter)
                .query(row -> {
                    views.put(MatterStore.id(row, "organisation"), MatterStore.instant(row, "first_at"));
                });
        return views;
    }

    int reach(UUID matter) {
        return jdbc.sql("select desk.reach(:matter)")
                .param("matter", matter)
                .query(Integer.class)
                .single();
    }

    /** Adds an organisation, or lets one that was taken out read again. */
    void add(UUID matter, Recipient it, Actor actor) {
        jdbc.sql("""
                insert into desk.recipient (matter, organisation, office, reason, damage, technical, added_at, added_by)
                values (:matter, :organisation, :office, :reason, :damage, :technical, :at, :by)
                on conflict (matter, organisation) do update
                   set damage = excluded.damage or (recipient.damage and recipient.ended_at is null),
                       technical = excluded.technical or (recipient.technical and recipient.ended_at is null),
                       reason = case when recipient.ended_at is null then recipient.reason else excluded.reason end,
                       added_at = case when recipient.ended_at is null then recipient.added_at else excluded.added_at end,
                       added_by = case when recipient.ended_at is null then recipient.added_by else excluded.added_by end,
                       ended_at = null
                """)
                .param("matter", matter)
                .param("organisation", it.organisation())
                .param("office", it.office())
                .param("reason", it.reason().name())
                .param("damage", it.damage())
                .param("technical", it.technical())
                .param("at", MatterStore.at(it.addedAt()))
                .param("by", actor.person())
                .update();
    }

    boolean end(UUID matter, UUID organisation, Instant now) {
        return jdbc.sql("""
                        update desk.recipient set ended_at = :now
                         where matter = :matter and organisation = :organisation and ended_at is null
                        """)
                        .param("matter", matter)
                        .param("organisation", organisation)
                        .param("now", MatterStore.at(now))
                        .update()
                == 1;
    }

    void withhold(UUID matter, Proposed from, Instant now) {
        jdbc.sql("""
                insert into desk.withheld (matter, organisation, reason, at)
                values (:matter, :organisation, :reason, :now) on conflict do nothing
                """)
                .param("matter", matter)
                .param("organisation", from.id())
                .param("reason", from.reason().name())
                .param("now", MatterStore.at(now))
                .update();
    }

    void share(UUID matter, UUID organisation) {
        jdbc.sql("delete from desk.withheld where matter = :matter and organisation = :organisation")
                .param("matter", matter)
                .param("organisation", organisation)
                .update();
    }

    List<UUID> withheld(UUID matter) {
        return jdbc.sql("select organisation from desk.withheld where matter = :matter order by at, organisation")
                .param("matter", matter)
                .query(UUID.class)
                .list();
    }

    List<Proposal> proposals(UUID matter) {
        return jdbc.sql("""
                select id, matter, organisation, reason, damage, technical, proposed_at, verdict, decided_at
                  from desk.proposal where matter = :matter order by proposed_at, id
                """)
                .param("matter", matter)
                .query(RecipientStore::proposal)
                .list();
    }

    Optional<Proposal> lock(UUID matter, UUID proposal) {
        return jdbc.sql("""
                select id, matter, organisation, reason, damage, technical, proposed_at, verdict, decided_at
                  from desk.proposal where id = :id and matter = :matter for update
                """)
                .param("id", proposal)
                .param("matter", matter)
                .query(RecipientStore::proposal)
                .optional();
    }

    UUID propose(UUID matter, UUID organisation, Wanted wanted, Actor actor, Instant now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into desk.proposal (id, matter, organisation, reason, damage, technical, proposed_at, proposed_by)
                values (:id, :matter, :organisation, :reason, :damage, :technical, :now, :by)
                """)
                .param("id", id)
                .param("matter", matter)
                .param("organisation", organisation)
                .param("reason", wanted.reason())
                .param("damage", wanted.damage())
                .param("technical", wanted.technical())
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
        return id;
    }

    void decide(UUID proposal, Proposal.Verdict verdict, Actor actor, Instant now) {
        jdbc.sql("""
                update desk.proposal set verdict = :verdict, decided_at = :now, decided_by = :by where id = :id
                """)
                .param("id", proposal)
                .param("verdict", verdict.name())
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
    }

    private static Proposal proposal(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Proposal(
                MatterStore.id(row, "id"),
                MatterStore.id(row, "organisation"),
                row.getString("reason"),
                row.getBoolean("damage"),
                row.getBoolean("technical"),
                MatterStore.instant(row, "proposed_at"),
                Optional.ofNullable(row.getString("verdict")).map(Proposal.Verdict::valueOf),
                MatterStore.moment(row, "decided_at"));
    }
}
