package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the reports upwards. */
@Repository
class UpwardStore {
    private static final String SELECT = """
            select id, day, half, edition, recipient, items, words, composed_at, composed_by, number, approved_by, sent_at,
                   sha256
              from desk.upward
            """;

    private static final Question<Boolean> READER =
            Question.single("select desk.reports()", Map.of(), (row, n) -> row.getBoolean(1));

    private final JdbcClient jdbc;
    private final Together together;
    private final JsonMapper json;

    UpwardStore(JdbcClient jdbc, Together together, JsonMapper json) {
        this.jdbc = jdbc;
        this.together = together;
        this.json = json;
    }

    boolean reader() {
        return readerLater().get();
    }

    Supplier<Boolean> readerLater() {
        return together.later(READER, READER);
    }

    boolean staff() {
        return jdbc.sql("select desk.staff()").query(Boolean.class).single();
    }

    /** The rhythm of a day; the last one that began. */
    Optional<Rhythm> rhythm(LocalDate day) {
        return jdbc.sql("""
                select first_day, last_day, recipient from desk.rhythm
                 where first_day <= :day order by first_day desc limit 1
                """)
                .param("day", day)
                .query((row, n) -> new Rhythm(
                        row.getObject("first_day", LocalDate.class),
                        Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                        row.getString("recipient")))
                .optional();
    }

    void begin(LocalDate day, String recipient) {
        jdbc.sql("""
                insert into desk.rhythm (first_day, recipient) values (:day, :recipient)
                on conflict (first_day) do update set last_day = null, recipient = excluded.recipient
                """).param("day", day).param("recipient", recipient).update();
    }

    void end(LocalDate first, LocalDate last) {
        jdbc.sql("update desk.rhythm set last_day = :last where first_day = :first")
                .param("first", first)
                .param("last", last)
                .update();
    }

    List<UpwardReport> newest(int most) {
        return jdbc.sql(SELECT + " order by day desc, half desc, edition desc limit :most")
                .param("most", most)
                .query(this::report)
                .list();
    }

    int drafts(UUID approver) {
        return jdbc.sql("select count(*) from desk.upward where sent_at is null and composed_by <> :approver")
                .param("approver", approver)
                .query(Integer.class)
                .single();
    }

    Optional<UpwardReport> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(this::report)
                .optional();
    }

    Optional<UpwardReport> lock(UUID id) {
        return jdbc.sql(SELECT + " where id = :id for update")
                .param("id", id)
                .query(this::report)
                .optional();
    }

    List<UpwardReport> of(LocalDate day, Half half) {
        return jdbc.sql(SELECT + " where day = :day and half = :half order by edition")
                .param("day", day)
                .param("half", half.name())
                .query(this::report)
                .list();
    }

    /** The halves of days that were sent, as "2021-07-23 PM". */
    Set<String> sent(LocalDate from) {
        return new HashSet<>(
                jdbc.sql("""
                select distinct day::text || ' ' || half from desk.upward where sent_at is not null and day >= :from
                """).param("from", from).query(String.class).list());
    }

    /** The matters that were reported before, each with whether its end was. */
    Set<String> reported() {
        return new HashSet<>(jdbc.sql("""
                select distinct i.item ->> 'matter' || case when (i.item ->> 'over')::boolean then ' over' else '' end
                  from desk.upward u cross join lateral jsonb_array_elements(u.items) i (item)
                 where u.sent_at is not null
                """).query(String.class).list());
    }

    /** The tickets that the rule of reporting names at a moment: an impact on the event, or the public's eye. */
    List<Candidate> candidates(Instant at) {
        return jdbc.sql("""
                select s.matter, s.status, s.impact, s.extent, s.confirmed, s.visibility, s.effect, k.year, k.number, t.title, m.hidden,
                       r.organisation
                  from desk.standing s
                  join desk.ticket k on k.matter = s.matter
                  join desk.matter m on m.topic = s.matter
                  join topic.readable t on t.id = s.matter
                  join desk.reporter r on r.matter = s.matter
                 where s.since <= :at and (s.until is null or s.until > :at)
                   and (s.impact = 'PRESENT' or s.visibility in ('POSSIBLE', 'PUBLIC'))
                   and s.status not in ('MERGED', 'WITHDRAWN')
                 order by k.year, k.number
                """)
                .param("at", MatterStore.at(at))
                .query((row, n) -> new Candidate(
                        MatterStore.id(row, "matter"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        row.getBoolean("hidden") ? Optional.empty() : Optional.of(MatterStore.id(row, "organisation")),
                        Status.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getString("effect")).map(Effect::valueOf),
                        Impact.valueOf(row.getString("impact")),
                        row.getString("extent"),
                        row.getBoolean("confirmed"),
                        Visibility.valueOf(row.getString("visibility"))))
                .list();
    }

    /** A ticket that is to be reported. */
    record Candidate(
            UUID matter,
            String number,
            String title,
            Optional<UUID> organisation,
            Status status,
            Optional<Effect> effect,
            Impact impact,
            String extent,
            boolean confirmed,
            Visibility visibility) {

        UpwardItem item(Optional<String> whose, boolean fresh) {
            return new UpwardItem(
                    matter.toString(),
                    number,
                    title,
                    whose,
                    effect,
                    impact,
                    extent,
                    Optional.of(confirmed),
                    visibility,
                    fresh,
                    status.over());
        }
    }

    UUID insert(
            Slot slot, int edition, String recipient, List<UpwardItem> items, String words, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into desk.upward (id, day, half, edition, recipient, items, words, composed_at, composed_by)
                values (:id, :day, :half, :edition, :recipient, :items::jsonb, :words, :now, :by)
                """)
                .param("id", id)
                .param("day", slot.day())
                .param("half", slot.half().name())
                .param("edition", edition)
                .param("recipient", recipient)
                .param("items", json.writeValueAsString(items))
                .param("words", words)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
        return id;
    }

    /** Composes a draft anew. */
    UUID compose(UUID id, List<UpwardItem> items, String words, Instant now, Actor actor) {
        jdbc.sql("""
                update desk.upward
                   set items = :items::jsonb, words = :words, composed_at = :now, composed_by = :by
                 where id = :id
                """)
                .param("id", id)
                .param("items", json.writeValueAsString(items))
                .param("words", words)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
        return id;
    }

    void send(UUID id, String sha256, Instant now, Actor actor) {
        jdbc.sql("""
                update desk.upward
                   set number = (select coalesce(max(number), 0) + 1 from desk.upward), approved_by = :by, sent_at = :now,
                       sha256 = :sha256
                 where id = :id
                """)
                .param("id", id)
                .param("sha256", sha256)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
    }

    private UpwardReport report(ResultSet row, int n) throws SQLException {
        var number = row.getInt("number");
        var numbered = !row.wasNull();
        return new UpwardReport(
                MatterStore.id(row, "id"),
                row.getObject("day", LocalDate.class),
                Half.valueOf(row.getString("half")),
                row.getInt("edition"),
                row.getString("recipient"),
                json.readValue(row.getString("items"), new TypeReference<List<UpwardItem>>() {}),
                row.getString("words"),
                MatterStore.instant(row, "composed_at"),
                MatterStore.id(row, "composed_by"),
                numbered ? Optional.of(number) : Optional.empty(),
                Optional.ofNullable(row.getObject("approved_by", UUID.class)),
                MatterStore.moment(row, "sent_at"),
                Optional.ofNullable(row.getString("sha256")));
    }
}
