package noroshi.insight;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.core.env.Environment;

/** Puts records of long ago into the test's database, as its owner. */
public final class Records {
    /** Nothing else in the tests happens then. */
    public static final Period JULY = new Period(LocalDate.parse("2012-07-16"), LocalDate.parse("2012-07-29"));

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Environment environment;

    public Records(Environment environment) {
        this.environment = environment;
    }

    /** A moment in Tokyo: {@code 2012-07-21T09:00}. */
    public static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    public UUID bulletin(String title, Instant published, UUID audience) {
        return topic("BULLETIN", title, published, audience);
    }

    public UUID post(String title, Instant published, UUID audience) {
        return topic("POST", title, published, audience);
    }

    private UUID topic(String kind, String title, Instant published, UUID audience) {
        var id = UUID.randomUUID();
        run("""
                insert into topic.topic (id, kind, information_kind, author, organisation, tlp, confidentiality,
                                         importance, version, title, published_at, revised_at, addressees)
                values (?, ?, 'MALWARE', ?, ?, 'GREEN', 2, 'IMPORTANT', 1, ?, ?, ?, array[?])
                """, id, kind, UUID.randomUUID(), UUID.randomUUID(), title, published, published, audience);
        run("insert into topic.audience (topic, principal) values (?, ?)", id, audience);
        run("insert into topic.version (topic, number, at) values (?, 1, ?)", id, published);
        for (var level : new String[] {"PRO", "GENERAL"}) {
            run(
                    "insert into topic.text (topic, version, level, title, body) values (?, 1, ?, ?, 'x')",
                    id,
                    level,
                    title + "-" + level);
        }
        return id;
    }

    public void revised(UUID topic, Instant at) {
        run("insert into topic.version (topic, number, at) values (?, 2, ?)", topic, at);
        run("""
                insert into topic.text (topic, version, level, title, body)
                select topic, 2, level, title, body from topic.text where topic = ? and version = 1
                """, topic);
        run("update topic.topic set version = 2, revised_at = ? where id = ?", at, topic);
    }

    public void view(UUID topic, String level, Actor reader, Instant at) {
        run("""
                insert into topic.view (topic, version, level, person, organisation, at) values (?, 1, ?, ?, ?, ?)
                """, topic, level, reader.person(), reader.organisation(), at);
        run("""
                insert into topic.reading (topic, version, person, organisation, level, first_at, last_at)
                values (?, 1, ?, ?, ?, ?, ?) on conflict do nothing
                """, topic, reader.person(), reader.organisation(), level, at, at);
    }

    /** It is theirs alone to read now. */
    public void addressedTo(UUID topic, UUID principal) {
        run("delete from topic.audience where topic = ?", topic);
        run("insert into topic.audience (topic, principal) values (?, ?)", topic, principal);
        run("update topic.topic set addressees = array[?] where id = ?", principal, topic);
    }

    /** Nobody meets it any more. */
    public void withdrawn(UUID topic) {
        run("update topic.topic set state = 'withdrawn', withdrawal = 'x' where id = ?", topic);
    }

    public void login(Actor person, Instant at) {
        run(
                "insert into membership.login (person, organisation, at, factor) values (?, ?, ?, 'PASSKEY')",
                person.person(),
                person.organisation(),
                at);
    }

    /** How often an act on a subject stands in the audit trail. */
    public int audited(String act, UUID subject) {
        try (var owner = connect();
                var statement =
                        owner.prepareStatement("select count(*) from audit.entry where act = ? and subject = ?")) {
            statement.setString(1, act);
            statement.setObject(2, subject);
            var row = statement.executeQuery();
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run(String sql, Object... values) {
        try (var owner = connect();
                var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                var value = values[i] instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : values[i];
                statement.setObject(i + 1, value);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }
}
