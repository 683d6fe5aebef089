package noroshi.intel.permit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of permits. */
@Repository
class PermitStore {
    private static final String SELECT = """
            select p.id, p.collection, p.stix_id, p.name, p.tlp, p.source, p.recipient, p.recipient_name, p.purpose,
                   p.asked_by, p.asked_at, p.answer, p.words, p.until, p.answered_at, p.revoked_at, p.sent_at,
                   p.deleted_at
            """;

    /** What permits in force have not brought yet, each in the last version of its source. */
    private static final String LAST = "select distinct on (d.id) d.* from (" + SELECT + """
                   , e.version, e.sha256
              from intel.permit p
              join intel.shelf f on f.collection = p.collection
              join intel.entry e on e.shelf = f.id and e.stix_id = p.stix_id and e.source = p.source
             where p.recipient = :recipient and p.collection = :collection and p.answer = 'yes'
               and p.revoked_at is null and (p.until is null or p.until > :now)
               and (p.sent_version is null or e.version > p.sent_version)) d
             order by d.id, d.version desc
            """;

    private final JdbcClient jdbc;

    PermitStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks whoever brought it; nothing when the asker sees no such object of theirs. */
    boolean ask(UUID id, NewPermit wanted, Actor actor, Instant now) {
        return jdbc.sql("""
                        insert into intel.permit (id, collection, stix_id, name, tlp, source, recipient, recipient_name,
                                                  purpose, asked_by, asked_at)
                        select :id, :collection, e.stix_id, :name, :tlp, e.source, :recipient, :recipientName, :purpose,
                               :by, :now
                          from intel.shelf s join intel.entry e on e.shelf = s.id and e.stix_id = :stixId
                         where s.collection = :collection and e.source = :source
                         limit 1
                        """)
                        .param("id", id)
                        .param("collection", wanted.collection())
                        .param("stixId", wanted.stixId())
                        .param("source", wanted.source())
                        .param("name", wanted.name())
                        .param("tlp", wanted.tlp().name())
                        .param("recipient", wanted.recipient())
                        .param("recipientName", wanted.recipientName())
                        .param("purpose", wanted.purpose())
                        .param("by", actor.person())
                        .param("now", at(now))
                        .update()
                > 0;
    }

    List<Permit> of(UUID source) {
        return jdbc.sql(SELECT + "from intel.permit p where p.source = :source"
                        + " order by p.answer is not null, p.asked_at desc, p.id limit 200")
                .param("source", source)
                .query(PermitStore::permit)
                .list();
    }

    List<Permit> to(UUID recipient) {
        return jdbc.sql(SELECT
                        + "from intel.permit p where p.recipient = :recipient order by p.asked_at desc, p.id limit 500")
                .param("recipient", recipient)
                .query(PermitStore::permit)
                .list();
    }

    Optional<Permit> visible(UUID id) {
        return jdbc.sql(SELECT + "from intel.permit p where p.id = :id")
                .param("id", id)
                .query(PermitStore::permit)
                .optional();
    }

    /** A permit in force, and the version that it has not brought yet. */
    record Due(Permit permit, long version) {}

    /** Without what waits whole for a person who lets words out, and leaves with these. */
    List<Due> due(UUID recipient, UUID collection, Instant now) {
        return jdbc.sql("select l.* from (" + LAST + """
                ) l
                 where not exists (select from intel.cut c
                                    where c.collection = :collection and c.stix_id = l.stix_id and c.source = l.source
                                      and c.recipient = :recipient and not c.brought and sha256(c.object) = l.sha256)
                 order by l.id limit 500
                """)
                .param("recipient", recipient)
                .param("collection", collection)
                .param("now", at(now))
                .query((row, n) -> new Due(permit(row, n), row.getLong("version")))
                .list();
    }

    /** Also of what waits whole. */
    Optional<Due> waiting(UUID recipient, UUID collection, String stixId, UUID source, Instant now) {
        return jdbc
                .sql("select l.* from (" + LAST + ") l where l.stix_id = :stixId and l.source = :source order by l.id")
                .param("recipient", recipient)
                .param("collection", collection)
                .param("stixId", stixId)
                .param("source", source)
                .param("now", at(now))
                .query((row, n) -> new Due(permit(row, n), row.getLong("version")))
                .stream()
                .findFirst();
    }

    /** The version that is due, under the strictest label it stands under; nothing when the permit holds no longer. */
    Optional<Permits.Permitted> permitted(UUID id, long version, Instant now) {
        return jdbc
                .sql("""
                        select e.raw, coalesce(e.tlp, 'AMBER_STRICT') as tlp
                          from intel.permit p
                          join intel.shelf f on f.collection = p.collection
                          join intel.entry e on e.shelf = f.id and e.stix_id = p.stix_id and e.source = p.source
                         where p.id = :id and e.version = :version and p.answer = 'yes' and p.revoked_at is null
                           and (p.until is null or p.until > :now)
                        """)
                .param("id", id)
                .param("version", version)
                .param("now", at(now))
                .query((row, n) -> new Permits.Permitted(row.getBytes("raw"), Tlp.valueOf(row.getString("tlp"))))
                .stream()
                .max(Comparator.comparing(Permits.Permitted::tlp));
    }

    boolean answer(UUID id, Permit.Answer answer, Actor actor) {
        return jdbc.sql("""
                        update intel.permit
                           set answer = :answer, words = :words, until = :until, answered_by = :by, answered_at = :at
                         where id = :id and answer is null
                        """)
                        .param("answer", answer.yes() ? "yes" : "no")
                        .param("words", answer.words())
                        .param("until", answer.until().map(PermitStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("by", actor.person())
                        .param("at", at(answer.at()))
                        .param("id", id)
                        .update()
                > 0;
    }

    boolean revoke(UUID id, Actor actor, Instant now) {
        return jdbc.sql("""
                        update intel.permit set revoked_at = :now, revoked_by = :by
                         where id = :id and answer = 'yes' and revoked_at is null
                        """)
                        .param("now", at(now))
                        .param("by", actor.person())
                        .param("id", id)
                        .update()
                > 0;
    }

    void sent(UUID id, long version, Instant now) {
        jdbc.sql("select intel.note_permit_sent(:id, :version, :now)")
                .param("id", id)
                .param("version", version)
                .param("now", at(now))
                .query()
                .singleRow();
    }

    /** Whether there was something to delete. */
    boolean deleted(UUID id, Instant now) {
        return jdbc.sql("select intel.note_permit_deleted(:id, :now)")
                .param("id", id)
                .param("now", at(now))
                .query(Boolean.class)
                .single();
    }

    private static Permit permit(ResultSet row, int n) throws SQLException {
        return new Permit(
                row.getObject("id", UUID.class),
                row.getObject("collection", UUID.class),
                row.getString("stix_id"),
                row.getString("name"),
                Tlp.valueOf(row.getString("tlp")),
                row.getObject("source", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getString("recipient_name"),
                row.getString("purpose"),
                row.getObject("asked_by", UUID.class),
                instant(row, "asked_at").orElseThrow(),
                answer(row),
                instant(row, "revoked_at"),
                instant(row, "sent_at"),
                instant(row, "deleted_at"));
    }

    private static Optional<Permit.Answer> answer(ResultSet row) throws SQLException {
        var said = row.getString("answer");
        return said == null
                ? Optional.empty()
                : Optional.of(new Permit.Answer(
                        said.equals("yes"),
                        row.getString("words"),
                        instant(row, "until"),
                        instant(row, "answered_at").orElseThrow()));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
