package noroshi.sanitised;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Channel;
import noroshi.desk.ToldToAll;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of copies without names, their askings and answers. */
@Repository
class CopyStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    CopyStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(UUID manuscript, UUID matter, Instant now, UUID by) {
        jdbc.sql("insert into sanitised.copy (manuscript, begun_at, begun_by) values (:manuscript, :now, :by)")
                .param("manuscript", manuscript)
                .param("now", at(now))
                .param("by", by)
                .update();
        jdbc.sql("insert into sanitised.chain (manuscript, matter) values (:manuscript, :matter)")
                .param("manuscript", manuscript)
                .param("matter", matter)
                .update();
    }

    /** Until the transaction ends nobody else begins a copy of this matter. */
    void alone(UUID matter) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('sanitised ' || :matter::text, 0))")
                .param("matter", matter)
                .query((row, n) -> n)
                .list();
    }

    /** The manuscript made of a matter, for the desk and the reporter. */
    Optional<UUID> madeOf(UUID matter) {
        return jdbc.sql("select manuscript from sanitised.chain where matter = :matter")
                .param("matter", matter)
                .query(UUID.class)
                .optional();
    }

    /** The matter behind a manuscript, for the desk and the reporter. */
    Optional<UUID> behind(UUID manuscript) {
        return jdbc.sql("select matter from sanitised.chain where manuscript = :manuscript")
                .param("manuscript", manuscript)
                .query(UUID.class)
                .optional();
    }

    Optional<SanitisedCopy> find(UUID manuscript) {
        return jdbc.sql("select manuscript, begun_at, told, public_at from sanitised.copy where manuscript = :id")
                .param("id", manuscript)
                .query((row, n) -> new SanitisedCopy(
                        id(row, "manuscript"),
                        instant(row, "begun_at"),
                        told(row),
                        row.getString("public_at"),
                        asking(manuscript)))
                .optional();
    }

    private Optional<Asking> asking(UUID manuscript) {
        return jdbc.sql("""
                select a.id, a.manuscript, a.at, a.shown, a.digest, a.fits, a.told, a.public_at,
                       n.at as answered_at, n.by as answered_by, n.agreed, n.knowing, n.words,
                       n.channel, n.contact,
                       o.at as overridden_at, o.by as overridden_by, o.reason
                  from sanitised.asking a
                  left join lateral (select * from sanitised.answer w
                                      where w.asking = a.id order by w.at desc limit 1) n on true
                  left join sanitised.override o on o.asking = a.id
                 where a.manuscript = :manuscript order by a.at desc limit 1
                """).param("manuscript", manuscript).query(this::map).optional();
    }

    /** The matters that were told to all, and where; for the desk alone. */
    Map<UUID, ToldToAll.Where> toldToAll() {
        var told = new HashMap<UUID, ToldToAll.Where>();
        jdbc.sql("select matter, topic, at from sanitised.told_to_all()").query(row -> {
            told.put(id(row, "matter"), new ToldToAll.Where(id(row, "topic"), instant(row, "at")));
        });
        return told;
    }

    void tell(UUID manuscript, Collection<Told> told, String publicAt) {
        jdbc.sql("update sanitised.copy set told = :told::jsonb, public_at = :public where manuscript = :manuscript")
                .param("told", json.writeValueAsString(told))
                .param("public", publicAt)
                .param("manuscript", manuscript)
                .update();
    }

    void insert(Asking asking, UUID by) {
        jdbc.sql("""
                insert into sanitised.asking (id, manuscript, at, by, shown, digest, fits, told, public_at)
                values (:id, :manuscript, :at, :by, :shown::jsonb, :digest, :fits, :told::jsonb, :public)
                """)
                .param("id", asking.id())
                .param("manuscript", asking.manuscript())
                .param("at", at(asking.at()))
                .param("by", by)
                .param("shown", json.writeValueAsString(asking.shown()))
                .param("digest", asking.digest())
                .param("fits", asking.fits())
                .param("told", json.writeValueAsString(asking.told()))
                .param("public", asking.publicAt())
                .update();
    }

    void answer(Asking asking, Asking.Answer answer) {
        jdbc.sql("""
                insert into sanitised.answer (asking, manuscript, at, by, agreed, knowing, words, channel, contact)
                values (:asking, :manuscript, :at, :by, :agreed, :knowing, :words, :channel, :contact)
                """)
                .param("asking", asking.id())
                .param("manuscript", asking.manuscript())
                .param("at", at(answer.at()))
                .param("by", answer.by())
                .param("agreed", answer.agreed())
                .param("knowing", answer.knowing())
                .param("words", answer.words())
                .param("channel", answer.channel().name())
                .param("contact", answer.contact())
                .update();
    }

    void override(Asking asking, Asking.Override override) {
        jdbc.sql("""
                insert into sanitised.override (asking, manuscript, at, by, reason)
                values (:asking, :manuscript, :at, :by, :reason)
                """)
                .param("asking", asking.id())
                .param("manuscript", asking.manuscript())
                .param("at", at(override.at()))
                .param("by", override.by())
                .param("reason", override.reason())
                .update();
    }

    /** Whether the matter behind it was not taken back. */
    boolean stands(UUID manuscript) {
        return jdbc.sql("select sanitised.stands(:manuscript)")
                .param("manuscript", manuscript)
                .query(Boolean.class)
                .single();
    }

    /** The matters whose reporter was asked and has not answered, or not confirmed what the desk wrote down. */
    List<UUID> unanswered() {
        return jdbc.sql("""
                select c.matter from sanitised.chain c
                  join lateral (select a.id from sanitised.asking a
                                 where a.manuscript = c.manuscript order by a.at desc limit 1) last on true
                 where coalesce((select w.channel from sanitised.answer w
                                  where w.asking = last.id order by w.at desc limit 1), 'NONE') <> 'PLATFORM'
                """).query(UUID.class).list();
    }

    /** Whose source agreed although few fit, and which nobody else has agreed to yet. */
    List<UUID> toOverride(UUID person) {
        return jdbc.sql("""
                select c.manuscript from sanitised.copy c
                  join lateral (select a.id, a.by from sanitised.asking a
                                 where a.manuscript = c.manuscript and a.fits < :few and a.public_at = ''
                                   and a.at = (select max(b.at) from sanitised.asking b
                                                where b.manuscript = c.manuscript)) last on true
                  join lateral (select w.agreed from sanitised.answer w
                                 where w.asking = last.id order by w.at desc limit 1) said on said.agreed
                 where last.by <> :person
                   and not exists (select from sanitised.override o where o.asking = last.id)
                """)
                .param("few", Fit.FEW)
                .param("person", person)
                .query(UUID.class)
                .list();
    }

    /** How many of those who take part are all of this. Several words of the same kind leave each of them open. */
    int fitting(Collection<Told> told, LocalDate today) {
        return jdbc.sql("""
                with told as (select trait, code from unnest(:traits::text[], :codes::text[]) as t (trait, code))
                select count(*) from membership.organisation o
                 where o.status = 'active' and o.part <> 'CENTRE'
                   and not exists (
                       select from (select distinct trait from told) kind
                        where not exists (
                              select from membership.organisation_trait t
                                join told on told.trait = t.trait and told.code = t.code
                               where t.organisation = o.id and t.trait = kind.trait
                                 and t.valid_from <= :today and (t.valid_to is null or t.valid_to > :today)))
                """)
                .param("traits", told.stream().map(it -> it.trait().code()).toArray(String[]::new))
                .param("codes", told.stream().map(Told::code).toArray(String[]::new))
                .param("today", today)
                .query(Integer.class)
                .single();
    }

    private Asking map(ResultSet row, int n) throws SQLException {
        return new Asking(
                id(row, "id"),
                id(row, "manuscript"),
                instant(row, "at"),
                json.readValue(row.getString("shown"), Shown.class),
                row.getString("digest"),
                row.getInt("fits"),
                told(row),
                row.getString("public_at"),
                row.getObject("answered_by") == null
                        ? Optional.empty()
                        : Optional.of(new Asking.Answer(
                                instant(row, "answered_at"),
                                id(row, "answered_by"),
                                row.getBoolean("agreed"),
                                row.getBoolean("knowing"),
                                row.getString("words"),
                                Channel.valueOf(row.getString("channel")),
                                row.getString("contact"))),
                row.getObject("overridden_by") == null
                        ? Optional.empty()
                        : Optional.of(new Asking.Override(
                                instant(row, "overridden_at"), id(row, "overridden_by"), row.getString("reason"))));
    }

    private List<Told> told(ResultSet row) throws SQLException {
        return json.readValue(row.getString("told"), new TypeReference<List<Told>>() {});
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
