package noroshi.home;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what newcomers said of their first steps. */
@Repository
class FirstStepsStore {
    private static final Question<Said> SAID = Question.single(
            """
            select f.shown, f.practised_at,
                   (select min(s.since) from membership.seat s where s.person = me.id) as since,
                   exists (select from membership.passkey k where k.person = me.id) as passkey
              from (select membership.reader() as id) me left join home.first_steps f on f.person = me.id
            """,
            Map.of(),
            (row, n) -> new Said(
                    Optional.ofNullable(row.getObject("shown", Boolean.class)),
                    Optional.ofNullable(row.getObject("practised_at", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                            .map(OffsetDateTime::toInstant),
                    row.getBoolean("passkey")));

    private final JdbcClient jdbc;
    private final Together together;

    FirstStepsStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    /**
     * What the reader said.
     *
     * @param since when they took their first seat
     * @param passkey whether they have one
     */
    record Said(Optional<Boolean> shown, Optional<Instant> practised, Optional<Instant> since, boolean passkey) {}

    Supplier<Said> said() {
        return together.later(SAID, SAID);
    }

    void show(UUID person, boolean shown) {
        jdbc.sql("""
                insert into home.first_steps (person, shown) values (:person, :shown)
                on conflict (person) do update set shown = excluded.shown
                """).param("person", person).param("shown", shown).update();
    }

    /** The first time counts. */
    boolean practise(UUID person, Instant now) {
        return jdbc.sql("""
                insert into home.first_steps (person, practised_at) values (:person, :now)
                on conflict (person) do update set practised_at = excluded.practised_at
                 where first_steps.practised_at is null
                """)
                        .param("person", person)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }
}
