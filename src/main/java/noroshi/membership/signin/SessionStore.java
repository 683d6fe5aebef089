package noroshi.membership.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.membership.Roles;
import noroshi.membership.Secret;
import noroshi.shared.Actor;
import noroshi.site.Level;
import noroshi.site.Reader;
import noroshi.site.Theme;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of sessions. */
@Repository
class SessionStore {
    private final JdbcClient jdbc;

    SessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Secret token, Actor actor, Set<Factor> factors, Device device, Duration length) {
        jdbc.sql("""
                insert into membership.session (token, person, organisation, factors, address, device, ends_at)
                values (:token, :person, :organisation, :factors, :address, :device, now() + :seconds * interval '1 second')
                """)
                .param("token", token.hash())
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("seconds", length.toSeconds())
                .param("factors", factors.stream().sorted().map(Factor::name).toArray(String[]::new))
                .param("address", device.address())
                .param("device", device.agent())
                .update();
    }

    /** A sign-in is a record of its own; sessions come and go. */
    void remember(Actor actor, Factor factor) {
        jdbc.sql("insert into membership.login (person, organisation, factor) values (:person, :organisation, :factor)")
                .param("person", actor.person())
                .param("organisation", actor.organisation())
                .param("factor", factor.name())
                .update();
    }

    /** Everything a request needs to know, asked once: rights are of this moment, never of sign-in. */
    Optional<Session> resume(Secret token) {
        return jdbc.sql("""
                select x.id, x.factors, x.seen_at < now() - interval '1 minute' as stale,
                       p.id as person, p.name, p.name_en, p.locale, p.level, p.theme,
                       o.id as organisation, o.name as organisation_name, o.name_en as organisation_name_en, s.roles,
                       array(select t.organisation
                                    || case when p.locale = 'en' and u.name_en <> '' then u.name_en else u.name end
                               from membership.seat t
                               join membership.organisation u on u.id = t.organisation and u.status = 'active'
                              where t.person = p.id and t.id <> s.id
                                and t.since <= now() and (t.until is null or t.until > now())
                              order by t.since, t.id) as others
                  from membership.session x
                  join membership.person p on p.id = x.person and p.status = 'active'
                  join membership.seat s on s.person = p.id
                       and s.since <= now() and (s.until is null or s.until > now())
                  join membership.organisation o on o.id = s.organisation and o.status = 'active'
                 where x.token = :token and x.ends_at > now() and x.seen_at > now() - interval '12 hours'
                 order by s.organisation = x.organisation desc, s.since
                 limit 1
                """)
                .param("token", token.hash())
                .query(SessionStore::session)
                .optional();
    }

    void seen(UUID session, UUID person) {
        jdbc.sql("""
                update membership.session set seen_at = now()
                 where id = :id and seen_at < now() - interval '1 minute'
                """).param("id", session).update();
        jdbc.sql("""
                update membership.person set last_seen_at = now()
                 where id = :id and (last_seen_at is null or last_seen_at < now() - interval '1 minute')
                """).param("id", person).update();
    }

    void actFor(UUID session, UUID organisation) {
        jdbc.sql("update membership.session set organisation = :organisation where id = :id")
                .param("id", session)
                .param("organisation", organisation)
                .update();
    }

    void end(Secret token) {
        jdbc.sql("delete from membership.session where token = :token")
                .param("token", token.hash())
                .update();
    }

    int end(UUID session, UUID person) {
        return jdbc.sql("delete from membership.session where id = :id and person = :person")
                .param("id", session)
                .param("person", person)
                .update();
    }

    int endAllOf(UUID person) {
        return jdbc.sql("delete from membership.session where person = :person")
                .param("person", person)
                .update();
    }

    void endOthersOf(UUID person, UUID except) {
        jdbc.sql("delete from membership.session where person = :person and id <> :except")
                .param("person", person)
                .param("except", except)
                .update();
    }

    List<SessionRow> of(UUID person) {
        return jdbc.sql("""
                select id, address, device, started_at, seen_at
                  from membership.session
                 where person = :person and ends_at > now() and seen_at > now() - interval '12 hours'
                 order by seen_at desc, id
                """)
                .param("person", person)
                .query((row, n) -> new SessionRow(
                        row.getObject("id", UUID.class),
                        row.getString("address"),
                        row.getString("device"),
                        row.getTimestamp("started_at").toInstant(),
                        row.getTimestamp("seen_at").toInstant()))
                .list();
    }

    void forgetEnded() {
        jdbc.sql("delete from membership.session where ends_at < now() or seen_at < now() - interval '12 hours'")
                .update();
    }

    private static Session session(ResultSet row, int n) throws SQLException {
        var actor = new Actor(
                row.getObject("person", UUID.class),
                row.getObject("organisation", UUID.class),
                Roles.read(row.getArray("roles")),
                "web");
        var factors = Arrays.stream((String[]) row.getArray("factors").getArray())
                .map(Factor::valueOf)
                .collect(Collectors.toSet());
        return new Session(row.getObject("id", UUID.class), actor, factors, row.getBoolean("stale"), reader(row));
    }

    private static Reader reader(ResultSet row) throws SQLException {
        var locale = Locale.forLanguageTag(row.getString("locale"));
        var english = locale.getLanguage().equals("en");
        var name = english && !row.getString("name_en").isEmpty() ? row.getString("name_en") : row.getString("name");
        return new Reader(
                name,
                row.getString(english ? "organisation_name_en" : "organisation_name"),
                Arrays.stream((String[]) row.getArray("others").getArray())
                        .map(SessionStore::chair)
                        .toList(),
                locale,
                Level.of(row.getString("level"), Level.GENERAL),
                theme(row.getString("theme")));
    }

    /** An organisation's id, and behind it its name. */
    private static Reader.Chair chair(String column) {
        return new Reader.Chair(UUID.fromString(column.substring(0, 36)), column.substring(36));
    }

    private static Theme theme(String code) {
        return switch (code) {
            case "light" -> Theme.LIGHT;
            case "dark" -> Theme.DARK;
            default -> Theme.AUTO;
        };
    }
}
