package noroshi.desk;

import static noroshi.testing.Cast.*;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Matters that tests bring to the desk, and the rules that name their parties. */
@TestComponent
public class Matters {
    private final ConsultationDesk desk;
    private final PartyLists parties;
    private final Sharing sharing;
    private final LookingOn lookingOn;

    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;
    private final Environment environment;

    Matters(
            ConsultationDesk desk,
            PartyLists parties,
            Sharing sharing,
            LookingOn lookingOn,
            TransactionTemplate transactions,
            JdbcClient jdbc,
            Environment environment) {
        this.desk = desk;
        this.parties = parties;
        this.sharing = sharing;
        this.lookingOn = lookingOn;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.environment = environment;
    }

    /** Several acts of one person in one transaction. */
    public interface Work {
        void run() throws Exception;
    }

    /** Does it in one transaction of this reader's. */
    public void during(Actor actor, Work work) {
        Acting.as(
                actor,
                () -> transactions.executeWithoutResult(transaction -> {
                    try {
                        work.run();
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                }));
    }

    /** What somebody would do who sent SQL past the front doors, as this reader. */
    public int sql(Actor actor, String statement, Object... values) {
        var changed = new AtomicInteger();
        during(actor, () -> changed.set(jdbc.sql(statement).params(values).update()));
        return changed.get();
    }

    /** What this reader counts who asks past the front doors. */
    public int count(Actor actor, String question) {
        var counted = new AtomicInteger();
        during(actor, () -> counted.set(jdbc.sql(question).query(Integer.class).single()));
        return counted.get();
    }

    /** Matters of which the second contact has learned, as the board shows them. */
    public Set<UUID> second(Actor actor) {
        return lookingOn.at(Optional.empty(), actor).second();
    }

    /** A call to the reporter that the duty officer is to make. */
    public UUID call(Matter matter) {
        var id = UUID.randomUUID();
        owner("""
                insert into desk.call (id, matter, clock, subject, due_at, organisation, opened_at)
                select '%s', matter, clock, subject, due_at, organisation, now()
                  from desk.clocks('PT15M', 'PT1H', 'PT4H', 'PT1H') where subject = '%s'
                """.formatted(id, matter.topic()));
        return id;
    }

    /** A question about the impact that waits for the window of this organisation. */
    public UUID inquiry(Matter matter, UUID organisation) {
        var id = UUID.randomUUID();
        owner("""
                insert into desk.inquiry (id, matter, organisation, office, words, asked_at, asked_by)
                values ('%s', '%s', '%s', '%s', '影響はあるか', now(), '%s')
                """.formatted(
                id, matter.topic(), organisation, noroshi.testing.Cast.office("window", organisation), DANA.person()));
        return id;
    }

    /** What the police do beside a matter, written by this organisation's window. */
    public UUID track(Matter matter, UUID organisation) {
        var id = UUID.randomUUID();
        owner("""
                with opened as (
                    insert into desk.track (id, matter, organisation, office, task, reporter, opened_at, opened_by)
                    values ('%s', '%s', '%s', '%s', 'INVESTIGATE', false, now(), '%s') returning id)
                insert into desk.track_word (track, at, person, state, body)
                select id, now(), '%5$s', 'UNDER_WAY', '' from opened
                """.formatted(
                id, matter.topic(), organisation, noroshi.testing.Cast.office("window", organisation), PAUL.person()));
        return id;
    }

    /** This organisation is police. */
    public void police(UUID organisation) {
        owner("""
                insert into membership.organisation_trait (organisation, trait, code, valid_from)
                values ('%s', 'category', 'PUBLIC_SECURITY', '2020-01-01') on conflict do nothing
                """.formatted(organisation));
    }

    /** What only the owner of the database can do. */
    public void owner(String statement) {
        try (var connection = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A system of its own for a test, whose reports propose these organisations. */
    public String system(UUID... organisations) {
        var code = "s" + UUID.randomUUID().toString().substring(0, 8);
        parties.addSystem(new SystemName(code, "予約システム " + code, "Booking " + code), DANA);
        parties.add(Trigger.SYSTEM, code, MINISTRY, true, true, DANA);
        for (var organisation : organisations) {
            parties.add(Trigger.SYSTEM, code, organisation, false, true, DANA);
        }
        return code;
    }

    public static NewMatter report(String title, Optional<String> system, boolean hidden, Set<UUID> recipients) {
        return new NewMatter(
                UUID.randomUUID(),
                MatterKind.REPORT,
                title,
                new Telling("9時40分ごろから予約サイトにつながりにくい。", Map.of("public", "なりうる")),
                new Telling("予約が1時間止まった。", Map.of()),
                new Telling("送信元は 192.0.2.7。", Map.of("indicators", "192.0.2.7")),
                hidden,
                Tlp.AMBER,
                system,
                true,
                recipients,
                Optional.empty(),
                List.of());
    }

    public static NewMatter consultation(String title) {
        return new NewMatter(
                UUID.randomUUID(),
                MatterKind.CONSULTATION,
                title,
                new Telling("大会後の棚卸しの手順を知りたい。", Map.of()),
                Telling.NOTHING,
                Telling.NOTHING,
                false,
                Tlp.AMBER,
                Optional.empty(),
                false,
                Set.of(),
                Optional.empty(),
                List.of());
    }

    /** Reports with everybody ticked whom the rules propose. */
    public Matter reported(String title, Optional<String> system, boolean hidden, Actor actor) {
        var recipients = sharing.proposed(actor.organisation(), system, actor).stream()
                .map(Proposed::id)
                .collect(java.util.stream.Collectors.toSet());
        return desk.show(desk.report(report(title, system, hidden, recipients), Locale.JAPANESE, actor), actor);
    }
}
