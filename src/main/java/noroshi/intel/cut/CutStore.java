package noroshi.intel.cut;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what was held back, and of who is named. */
@Repository
class CutStore {
    private static final String SELECT = """
            select c.id, c.stix_id, c.source, c.recipient, c.recipient_name, c.tlp, c.object, c.brought, c.left_fields,
                   c.cut_fields, c.at, c.released, c.released_at, c.sent_at, c.settled_at,
                   c.shelf is not null as read
              from intel.cut c
            """;

    private final JdbcClient jdbc;

    CutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Without a choice the Centre alone learns it, where rounds decide what leaves. */
    Attribution attribution(UUID organisation) {
        return chosen(organisation).orElse(Attribution.CENTRE);
    }

    boolean following(UUID organisation) {
        return jdbc.sql("""
                select exists (select from intel.attribution
                                where organisation = :organisation and followed_at is distinct from chosen_at)
                """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    Optional<Attribution> chosen(UUID organisation) {
        return jdbc.sql("select choice from intel.attribution where organisation = :organisation")
                .param("organisation", organisation)
                .query(String.class)
                .optional()
                .map(Attribution::valueOf);
    }

    void choose(UUID organisation, Attribution choice, Actor actor, Instant now) {
        jdbc.sql("""
                insert into intel.attribution (organisation, choice, chosen_by, chosen_at)
                values (:organisation, :choice, :by, :at)
                    on conflict (organisation) do update
                   set choice = excluded.choice, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
                """)
                .param("organisation", organisation)
                .param("choice", choice.name())
                .param("by", actor.person())
                .param("at", at(now))
                .update();
    }

    /** Whether nothing of a source was held back lately. */
    boolean quietSince(UUID source, Instant since) {
        return jdbc.sql("select not exists (select from intel.cut where source = :source and at > :since)")
                .param("source", source)
                .param("since", at(since))
                .query(Boolean.class)
                .single();
    }

    /** Whether it was not noted before. */
    boolean note(Cuts.Held held, Instant now) {
        return jdbc.sql("""
                insert into intel.cut (collection, stix_id, version, source, recipient, recipient_name, tlp, object, brought,
                                       left_fields, cut_fields, at)
                values (:collection, :stixId, :version, :source, :recipient, :recipientName, :tlp, :object, :brought, :left,
                        :cut, :at)
                    on conflict do nothing
                """)
                        .param("collection", held.collection())
                        .param("stixId", held.stixId())
                        .param("version", held.version().map(CutStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("source", held.source())
                        .param("recipient", held.recipient())
                        .param("recipientName", held.recipientName())
                        .param("tlp", held.tlp().name())
                        .param("object", held.object())
                        .param("brought", held.divided().object().isPresent())
                        .param("left", held.divided().left().toArray(String[]::new))
                        .param("cut", held.divided().cut().toArray(String[]::new))
                        .param("at", at(now))
                        .update()
                > 0;
    }

    Optional<Cut> visible(UUID id) {
        return jdbc.sql(SELECT + " where c.id = :id")
                .param("id", id)
                .query(CutStore::cut)
                .optional();
    }

    /**
     * Of an organisation, and what is TLP:CLEAR or TLP:GREEN as far as the reader may see it; what waits first. An earlier
     * version of what stands on a shelf does not wait beside a later one.
     *
     * @param recipient a provider or a collection; otherwise all of them
     */
    List<Cut> newest(UUID organisation, Optional<UUID> recipient, Window window) {
        return jdbc.sql(SELECT + (recipient.isPresent() ? " where c.recipient = :recipient and" : " where") + """
                       (c.source = :organisation or c.tlp in ('CLEAR', 'GREEN'))
                   and (c.released_at is not null
                        or not exists (select from intel.cut n
                                         join intel.entry e on e.shelf = n.shelf and e.stix_id = n.stix_id
                                                           and e.version = n.base and e.state < 4
                                        where n.shelf = c.shelf and n.stix_id = c.stix_id and n.base > c.base
                                          and n.source = c.source))
                 order by c.released_at is not null, c.at desc, c.id limit :size offset :offset
                """)
                .param("organisation", organisation)
                .param("recipient", recipient.orElse(null), Types.OTHER)
                .param("size", window.size())
                .param("offset", window.offset())
                .query(CutStore::cut)
                .list();
    }

    boolean release(UUID id, List<String> fields, Actor actor, Instant now) {
        return jdbc.sql("""
                        update intel.cut set released = :fields, released_by = :by, released_at = :at
                         where id = :id and released_at is null
                        """)
                        .param("fields", fields.toArray(String[]::new))
                        .param("by", actor.person())
                        .param("at", at(now))
                        .param("id", id)
                        .update()
                > 0;
    }

    /**
     * What was let out and has not left, from behind one on: while that version stands, is the source's last, and its
     * label, or a permit in force, allows it.
     */
    List<Cut> due(UUID recipient, UUID collection, Optional<Cut> after, Instant now) {
        return jdbc.sql(SELECT + """
                 where c.recipient = :recipient and c.collection = :collection and c.sent_at is null
                   and c.settled_at is null and (c.released_at, c.id) > (:releasedAt, :id)
                   and cardinality(c.released) > 0
                   and exists (select from intel.shelf f
                                 join intel.entry e on e.shelf = f.id and e.stix_id = c.stix_id and e.source = c.source
                                where f.collection = c.collection and e.state < 4 and e.sha256 = sha256(c.object)
                                  and not exists (select from intel.shelf g
                                                    join intel.entry n on n.shelf = g.id and n.stix_id = c.stix_id
                                                                      and n.source = c.source and n.version > e.version
                                                   where g.collection = c.collection))
                   and (c.tlp in ('CLEAR', 'GREEN')
                        or exists (select from intel.permit p
                                    where p.collection = c.collection and p.stix_id = c.stix_id and p.source = c.source
                                      and p.recipient = c.recipient and p.answer = 'yes' and p.revoked_at is null
                                      and (p.until is null or p.until > :now)))
                 order by c.released_at, c.id limit 200
                """)
                .param("recipient", recipient)
                .param("collection", collection)
                .param(
                        "releasedAt",
                        at(after.flatMap(Cut::answer).map(Cut.Answer::at).orElse(Instant.EPOCH)))
                .param("id", after.map(Cut::id).orElse(new UUID(0, 0)))
                .param("now", at(now))
                .query(CutStore::cut)
                .list();
    }

    void ended(UUID id, boolean hasLeft, Instant now) {
        jdbc.sql("select intel.note_cut_ended(:id, :hasLeft, :at)")
                .param("id", id)
                .param("hasLeft", hasLeft)
                .param("at", at(now))
                .query()
                .singleRow();
    }

    private static Cut cut(ResultSet row, int n) throws SQLException {
        var releasedAt = instant(row, "released_at");
        return new Cut(
                row.getObject("id", UUID.class),
                row.getString("stix_id"),
                row.getObject("source", UUID.class),
                row.getObject("recipient", UUID.class),
                row.getString("recipient_name"),
                row.getBoolean("read"),
                Tlp.valueOf(row.getString("tlp")),
                row.getBytes("object"),
                row.getBoolean("brought"),
                texts(row, "left_fields"),
                texts(row, "cut_fields"),
                instant(row, "at").orElseThrow(),
                releasedAt.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Cut.Answer(texts(row, "released"), releasedAt.get())),
                instant(row, "sent_at"),
                instant(row, "settled_at"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
