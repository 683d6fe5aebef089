package noroshi.testing;

import static noroshi.testing.Cast.*;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Puts the {@link Cast} into the test's database, as its owner; {@code @Import(World.class)} in module tests. */
@Component
@DependsOnDatabaseInitialization
public class World implements InitializingBean {
    private static final List<Actor> PEOPLE =
            List.of(DANA, ED, ADA, TORU, MIKA, RIN, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI);
    private static final List<String> LOGINS = List.of(
            "dana", "ed", "ada", "toru", "mika", "rin", "noor", "sora", "otto", "jun", "mina", "paul", "vera", "gen",
            "kei");
    private static final Map<String, List<Actor>> CENTRE_OFFICES = Map.of(
            "duty_desk", List.of(DANA),
            "editors", List.of(ED),
            "approvers", List.of(DANA, TORU),
            "custodians", List.of(ADA, TORU));

    private final Environment environment;

    World(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void afterPropertiesSet() throws Exception {
        if (environment.getProperty("noroshi.demo", Boolean.class, false)) {
            return; // the demo world brings a cast of its own
        }
        try (var owner = DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"))) {
            moveInto(owner);
        }
    }

    /** The cast moves into a database, whose owner this connection is. */
    public static void moveInto(Connection owner) throws Exception {
        owner.setAutoCommit(false);
        organisations(owner);
        people(owner);
        offices(owner);
        communities(owner);
        owner.commit();
        owner.setAutoCommit(true);
    }

    private static void organisations(Connection owner) throws Exception {
        organisation(owner, CENTRE, "centre", "対処調整センター", "The Centre", "CENTRE");
        organisation(owner, RAILWAY, "railway", "東都鉄道", "Toto Railway", "MEMBER");
        organisation(owner, POWER, "power", "海浜電力", "Kaihin Power", "MEMBER");
        organisation(owner, SPORTS, "sports", "水上競技連盟", "Aquatics Federation", "MEMBER");
        organisation(owner, STRANGERS, "strangers", "隣町商会", "Tonarimachi Trading", "MEMBER");
        organisation(owner, AGENCY, "agency", "情報保全機構", "Information Safety Agency", "MEMBER");
        organisation(owner, MINISTRY, "ministry", "運輸省", "Ministry of Transport", "MEMBER");
        organisation(owner, POLICE, "police", "都警察", "Metropolitan Police", "MEMBER");
        organisation(owner, PROVIDER, "provider", "見張台インテリジェンス", "Miharidai Intelligence", "CTI_PROVIDER");
        organisation(owner, OWNER, "owner", "大会組織委員会", "Organising Committee", "EVENT_OWNER");
        organisation(owner, CEPTOAR, "ceptoar", "鉄道情報共有会", "Rail CEPTOAR", "MEMBER");
        run(owner, """
                insert into membership.organisation_trait (organisation, trait, code, valid_from)
                values (?, 'category', 'SECURITY_AGENCY', '2020-01-01'),
                       (?, 'category', 'PUBLIC_SECURITY', '2020-01-01')
                """, AGENCY, POLICE);
    }

    private static void organisation(Connection owner, UUID id, String code, String name, String nameEn, String part)
            throws Exception {
        run(owner, """
                insert into membership.organisation (id, code, name, name_en, part, status, joined_on)
                values (?, ?, ?, ?, ?, 'active', '2020-01-01')
                """, id, code, name, nameEn, part);
    }

    private static void people(Connection owner) throws Exception {
        for (int i = 0; i < PEOPLE.size(); i++) {
            person(owner, LOGINS.get(i), PEOPLE.get(i));
        }
    }

    private static void person(Connection owner, String login, Actor actor) throws Exception {
        var name = login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1);
        run(owner, """
                insert into membership.person (id, login, name, name_en, email) values (?, ?, ?, ?, ?)
                """, actor.person(), login, name, name, login + "@member.example");
        run(owner, """
                insert into membership.seat (person, organisation, roles, since)
                values (?, ?, string_to_array(?, ','), '2020-01-01')
                """, actor.person(), actor.organisation(), roles(actor));
        run(owner, """
                insert into membership.session (token, person, organisation, factors, ends_at)
                values (?, ?, ?, '{PASSKEY}', now() + interval '7 days')
                """, sha256(session(actor.person())), actor.person(), actor.organisation());
    }

    private static String roles(Actor actor) {
        return String.join(",", actor.roles().stream().map(Role::name).sorted().toList());
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void offices(Connection owner) throws Exception {
        for (var actor : List.of(DANA, MIKA, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI)) {
            office(owner, "window", actor.organisation(), List.of(actor));
        }
        belongs(owner, Cast.office("window", RAILWAY), "office", RIN, "member");
        office(owner, "liaison_oc", OWNER, List.of(GEN));
        office(owner, "secretariat", CEPTOAR, List.of(KEI));
        for (var office : CENTRE_OFFICES.entrySet()) {
            office(owner, office.getKey(), CENTRE, office.getValue());
        }
    }

    private static void office(Connection owner, String kind, UUID organisation, List<Actor> holders) throws Exception {
        var id = Cast.office(kind, organisation);
        run(owner, "insert into membership.office (id, kind, organisation) values (?, ?, ?)", id, kind, organisation);
        for (var holder : holders) {
            belongs(owner, id, "office", holder, "member");
        }
    }

    private static void communities(Connection owner) throws Exception {
        community(owner, RAIL, "rail", "鉄道", "Rail", "invited", false);
        community(owner, LOBBY, "lobby", "広場", "Lobby", "open", false);
        community(owner, ALL, "all", "参加組織", "Participating organisations", "open", true);
        belongs(owner, RAIL, "community", KEI, "lead");
        belongs(owner, RAIL, "community", MIKA, "member");
        belongs(owner, RAIL, "community", NOOR, "member");
        belongs(owner, LOBBY, "community", MIKA, "member");
        belongs(owner, LOBBY, "community", SORA, "member");
        for (var actor : PEOPLE) {
            belongs(owner, ALL, "community", actor, "member");
        }
    }

    private static void community(
            Connection owner, UUID id, String code, String name, String nameEn, String kind, boolean everyone)
            throws Exception {
        run(owner, """
                insert into community.community
                       (id, code, name, name_en, kind, tlp_meaning_ja, tlp_meaning_en, everyone_taking_part)
                values (?, ?, ?, ?, ?, 'この会の参加者', 'the members of this community', ?)
                """, id, code, name, nameEn, kind, everyone);
    }

    private static void belongs(Connection owner, UUID principal, String circle, Actor actor, String role)
            throws Exception {
        run(owner, """
                insert into membership.belonging (principal, circle, person, role, since)
                values (?, ?, ?, ?, '2020-01-01')
                """, principal, circle, actor.person(), role);
    }

    private static void run(Connection owner, String sql, Object... values) throws Exception {
        try (var statement = owner.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
