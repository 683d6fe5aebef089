package noroshi.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** All SQL of the audit trail. */
@Repository
class AuditStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    AuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void append(List<AuditEntry> entries) {
        var rows = entries.stream()
                .map(entry -> Map.of(
                        "person", entry.actor().person(),
                        "organisation", entry.actor().organisation(),
                        "via", entry.actor().via(),
                        "act", entry.act(),
                        "subject", entry.subject(),
                        "detail", entry.detail(),
                        "sealed", entry.sealed()))
                .toList();
        jdbc.sql("""
                insert into audit.entry (person, organisation, via, act, subject, detail, sealed)
                select person, organisation, via, act, subject, detail, sealed
                  from jsonb_to_recordset(:rows::jsonb)
                       as r (person uuid, organisation uuid, via text, act text, subject uuid, detail jsonb, sealed boolean)
                """).param("rows", json.writeValueAsString(rows)).update();
    }

    /** Whoever has this login, if anybody has; the same work either way. */
    void appendAttempt(String login, String act, Map<String, ?> detail) {
        jdbc.sql("""
                insert into audit.entry (person, organisation, via, act, subject, detail)
                select who.person, who.organisation, 'web', :act, who.person, :detail::jsonb
                  from (values (1)) one
                  left join lateral (select p.id as person, s.organisation
                                       from membership.person p
                                       left join membership.seat s on s.person = p.id and s.until is null
                                      where p.login = :login
                                      order by s.since, s.id limit 1) who on true
                """)
                .param("login", login)
                .param("act", act)
                .param("detail", json.writeValueAsString(detail))
                .update();
    }

    boolean custodian() {
        return jdbc.sql("select membership.holds('custodians')")
                .query(Boolean.class)
                .single();
    }

    List<Entry> list(AuditFilter filter, Breadth breadth, Window window, Actor actor) {
        return list(filter, breadth, window.offset(), window.size(), actor);
    }

    /** In one look: entries that are written meanwhile would move the later pages. */
    List<Entry> newest(AuditFilter filter, Breadth breadth, int most, Actor actor) {
        return list(filter, breadth, 0, most, actor);
    }

    private List<Entry> list(AuditFilter filter, Breadth breadth, int offset, int size, Actor actor) {
        var sql = new StringBuilder("""
                select e.at, e.person, e.via, e.act, e.subject, e.detail::text as detail, e.sealed,
                       p.login, p.name, p.name_en,
                       o.name as organisation_name, o.name_en as organisation_name_en,
                       coalesce(ps.name, os.name) as subject_name,
                       coalesce(ps.name_en, os.name_en) as subject_name_en
                  from (select x.* from audit.entry x where\s""");
        var values = new HashMap<String, Object>();
        sql.append(
                switch (breadth) {
                    case OWN -> "x.person = :reader";
                    case ORGANISATION -> "x.organisation = :organisation";
                    case ALL -> "true";
                    case SEALED -> "x.sealed";
                });
        values.put("reader", actor.person());
        values.put("organisation", actor.organisation());
        if (!filter.login().isEmpty()) {
            sql.append(" and x.person = (select id from membership.person where login = :login)");
            values.put("login", filter.login());
        }
        if (!filter.act().isEmpty()) {
            sql.append(filter.act().contains(".") ? " and x.act = :act" : " and starts_with(x.act, :act || '.')");
            values.put("act", filter.act());
        }
        filter.subject().ifPresent(subject -> {
            sql.append(" and x.subject = :subject");
            values.put("subject", subject);
        });
        filter.from().ifPresent(from -> {
            sql.append(" and x.at >= :from");
            values.put("from", time(from));
        });
        filter.until().ifPresent(until -> {
            sql.append(" and x.at < :until");
            values.put("until", time(until));
        });
        sql.append('\n').append("""
                 order by x.at desc, x.id desc limit :size offset :offset) e
                  left join membership.person p on p.id = e.person
                  left join membership.organisation o on o.id = e.organisation
                  left join membership.person ps on ps.id = e.subject
                  left join membership.organisation os on os.id = e.subject
                 order by e.at desc, e.id desc
                """);
        values.put("size", size);
        values.put("offset", offset);
        return jdbc.sql(sql.toString()).params(values).query(AuditStore::entry).list();
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        var login = Objects.requireNonNullElse(row.getString("login"), "");
        var name = named(row, "name", "name_en");
        return new Entry(
                row.getTimestamp("at").toInstant(),
                id(row, "person").map(person -> new Entry.Doer(person, login, name)),
                named(row, "organisation_name", "organisation_name_en"),
                row.getString("via"),
                row.getString("act"),
                id(row, "subject"),
                named(row, "subject_name", "subject_name_en"),
                row.getString("detail"),
                row.getBoolean("sealed"));
    }

    private static Entry.Named named(ResultSet row, String name, String english) throws SQLException {
        return new Entry.Named(or(row.getString(name)), or(row.getString(english)));
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Optional<UUID> id(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class));
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
