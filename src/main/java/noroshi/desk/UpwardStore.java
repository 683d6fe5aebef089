package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of reports: drafts, and copies that were sent. */
@Repository
class UpwardStore {
    private static final String SELECT = """
            select id, series, day, half, edition, recipient, items, activity, counted_from, drawn_from, corrects, topic, words,
                   composed_at, composed_by, number, approved_by, sent_at, sha256
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

    /** The newest of one series, or of all where none is named. */
    List<UpwardReport> newest(String series, int most) {
        return jdbc.sql(SELECT + """
                 where :series in ('', series) order by day desc, composed_at desc, series, edition desc limit :most
                """)
                .param("series", series)
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

    List<UpwardReport> of(String series, LocalDate day, Half half) {
        return jdbc.sql(SELECT + " where series = :series and day = :day and half = :half order by edition")
                .param("series", series)
                .param("day", day)
                .param("half", half.name())
                .query(this::report)
                .list();
    }

    /** The newest of a series that was sent for the first time, corrections aside. */
    Optional<UpwardReport> lastSent(String series) {
        return jdbc.sql(SELECT + """
                 where series = :series and sent_at is not null and corrects is null
                 order by composed_at desc limit 1
                """)
                .param("series", series)
                .query(this::report)
                .optional();
    }

    /** Abridged reports whose source was sent anew after they were made of it. */
    List<UpwardReport> overtaken() {
        return jdbc.sql(SELECT + """
                 where sent_at is not null and drawn_from is not null
                   and exists (select from desk.upward s join desk.upward n using (series, day, half)
                                where s.id = upward.drawn_from and n.edition > s.edition and n.sent_at is not null)
                   and not exists (select from desk.upward n
                                    where n.series = upward.series and n.day = upward.day and n.half = upward.half
                                      and n.edition > upward.edition and n.sent_at is not null)
                 order by day, half
                """).query(this::report).list();
    }

    /** Those that were due and are missing, and of which nobody was told yet. */
    List<UUID> miss(Instant now, ZoneId zone) {
        return jdbc.sql("select desk.miss_reports(:now, :zone)")
                .param("now", MatterStore.at(now))
                .param("zone", zone.getId())
                .query(UUID.class)
                .list();
    }

    /** The reports that were sent, as "broadcast 2021-07-23 DAY". */
    Set<String> sent(LocalDate from) {
        return new HashSet<>(
                jdbc.sql("""
                select distinct series || ' ' || day::text || ' ' || half from desk.upward
                 where sent_at is not null and day >= :from
                """).param("from", from).query(String.class).list());
    }

    /** The matters that a series reported before, each with whether its end was. */
    Set<String> reported(String series) {
        return new HashSet<>(
                jdbc.sql("""
                select distinct i.item ->> 'matter' || case when (i.item ->> 'over')::boolean then ' over' else '' end
                  from desk.upward u cross join lateral jsonb_array_elements(u.items) i (item)
                 where u.series = :series and u.sent_at is not null
                """).param("series", series).query(String.class).list());
    }

    /** What a series said last of each matter. */
    Map<String, UpwardItem> lastItems(String series) {
        return jdbc
                .sql("""
                select distinct on (i.item ->> 'matter') i.item
                  from desk.upward u cross join lateral jsonb_array_elements(u.items) i (item)
                 where u.series = :series and u.sent_at is not null
                 order by i.item ->> 'matter', u.number desc
                """)
                .param("series", series)
                .query((row, n) -> json.readValue(row.getString("item"), UpwardItem.class))
                .stream()
                .collect(Collectors.toMap(UpwardItem::matter, it -> it));
    }

    /** Until the transaction ends nobody else composes, or sends, a report of this series. */
    void alone(String series) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('upward ' || :series, 0))")
                .param("series", series)
                .query((row, n) -> n)
                .list();
    }

    /** Which report a draft is for. */
    record Place(String series, LocalDate day, Half half, int edition, String recipient, Optional<UUID> corrects) {}

    UUID insert(Place place, UpwardReport.Body body, String words, Instant now, Actor actor) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                insert into desk.upward (id, series, day, half, edition, recipient, corrects, items, activity, counted_from,
                                         drawn_from, words, composed_at, composed_by)
                values (:id, :series, :day, :half, :edition, :recipient, :corrects, :items::jsonb, :activity::jsonb,
                        :countedFrom, :drawnFrom, :words, :now, :by)
                """)
                .param("id", id)
                .param("series", place.series())
                .param("day", place.day())
                .param("half", place.half().name())
                .param("edition", place.edition())
                .param("recipient", place.recipient())
                .param("corrects", place.corrects().orElse(null), Types.OTHER)
                .params(parameters(body))
                .param("words", words)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
        return id;
    }

    /** Composes a draft anew. */
    UUID compose(UUID id, UpwardReport.Body body, String words, Instant now, Actor actor) {
        jdbc.sql("""
                update desk.upward
                   set items = :items::jsonb, activity = :activity::jsonb, counted_from = :countedFrom,
                       drawn_from = :drawnFrom, words = :words, composed_at = :now, composed_by = :by
                 where id = :id
                """)
                .param("id", id)
                .params(parameters(body))
                .param("words", words)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
        return id;
    }

    private Map<String, Object> parameters(UpwardReport.Body body) {
        return Map.of(
                "items",
                json.writeValueAsString(body.items()),
                "activity",
                json.writeValueAsString(body.activity()),
                "countedFrom",
                new SqlParameterValue(
                        Types.TIMESTAMP_WITH_TIMEZONE,
                        body.countedFrom().map(MatterStore::at).orElse(null)),
                "drawnFrom",
                new SqlParameterValue(Types.OTHER, body.drawnFrom().orElse(null)));
    }

    void send(UUID id, String sha256, Optional<UUID> topic, Instant now, Actor actor) {
        jdbc.sql("""
                update desk.upward
                   set number = (select coalesce(max(n.number), 0) + 1 from desk.upward n where n.series = upward.series),
                       approved_by = :by, sent_at = :now, sha256 = :sha256, topic = :topic
                 where id = :id
                """)
                .param("id", id)
                .param("sha256", sha256)
                .param("topic", topic.orElse(null), Types.OTHER)
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
    }

    private UpwardReport report(ResultSet row, int n) throws SQLException {
        var number = row.getInt("number");
        var numbered = !row.wasNull();
        return new UpwardReport(
                MatterStore.id(row, "id"),
                row.getString("series"),
                row.getObject("day", LocalDate.class),
                Half.valueOf(row.getString("half")),
                row.getInt("edition"),
                row.getString("recipient"),
                json.readValue(row.getString("items"), new TypeReference<List<UpwardItem>>() {}),
                json.readValue(row.getString("activity"), new TypeReference<Map<UpwardReport.Activity, Integer>>() {}),
                MatterStore.moment(row, "counted_from"),
                Optional.ofNullable(row.getObject("drawn_from", UUID.class)),
                Optional.ofNullable(row.getObject("corrects", UUID.class)),
                Optional.ofNullable(row.getObject("topic", UUID.class)),
                row.getString("words"),
                MatterStore.instant(row, "composed_at"),
                MatterStore.id(row, "composed_by"),
                numbered ? Optional.of(number) : Optional.empty(),
                Optional.ofNullable(row.getObject("approved_by", UUID.class)),
                MatterStore.moment(row, "sent_at"),
                Optional.ofNullable(row.getString("sha256")));
    }
}
