package noroshi.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of notices; each is read by who reads its topic. */
@Repository
class NoticeStore {
    private static final String SELECT = """
            select topic, organisation, finding, severity, what, advice, observer, seen_at, sent_by, sent_at, due_at,
                   state, round, until_at, first_answer_at, recheck_at
              from notice.notice
             where topic = :topic
            """;

    private final JdbcClient jdbc;
    private final Together together;

    NoticeStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    boolean watching() {
        return jdbc.sql("select membership.holds('duty_desk')")
                .query(Boolean.class)
                .single();
    }

    Optional<Notice> find(UUID topic) {
        return jdbc.sql(SELECT).param("topic", topic).query(this::notice).optional();
    }

    Optional<Notice> lock(UUID topic) {
        return jdbc.sql(SELECT + " for update")
                .param("topic", topic)
                .query(this::notice)
                .optional();
    }

    /** How many of an organisation's notices wait for an answer, counted up to a limit. */
    Supplier<Integer> waiting(UUID organisation) {
        return together.later("notices waiting", Question.count("""
                select count(*) from (
                    select from notice.notice n join topic.readable t on t.id = n.topic and t.state = 'published'
                     where n.organisation = :organisation and n.state in ('open', 'working') limit 100) w
                """, Map.of("organisation", organisation)));
    }

    List<Entry> entries(UUID topic) {
        return jdbc.sql("""
                select kind, words, until_at, by, organisation, at, late, spoken
                  from notice.entry where topic = :topic order by at, id
                """)
                .param("topic", topic)
                .query((row, n) -> new Entry(
                        Entry.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("words"),
                        optional(row.getTimestamp("until_at")),
                        row.getObject("by", UUID.class),
                        row.getObject("organisation", UUID.class),
                        instant(row, "at"),
                        row.getBoolean("late"),
                        row.getBoolean("spoken")))
                .list();
    }

    /** When somebody of the organisation opened it first. */
    Optional<Instant> firstView(Notice notice) {
        return jdbc.sql("""
                select min(first_at) as first_at from topic.insight_readings
                 where topic = :topic and organisation = :organisation
                """)
                .param("topic", notice.topic())
                .param("organisation", notice.organisation())
                .query((row, n) -> optional(row.getTimestamp("first_at")))
                .single();
    }

    void insert(UUID topic, UUID organisation, NewNotice notice, Ladder ladder, Actor actor, Instant now) {
        jdbc.sql("""
                insert into notice.notice (topic, organisation, finding, severity, what, advice, observer, seen_at,
                                           sent_by, sent_at, due_at, remind_at, second_at, call_at)
                values (:topic, :organisation, :finding, :severity, :what, :advice, :observer, :seen, :by, :now, :due,
                        :remind, :second, :call)
                """)
                .param("topic", topic)
                .param("organisation", organisation)
                .param("finding", notice.finding().name())
                .param("severity", notice.severity())
                .param("what", notice.what())
                .param("advice", notice.advice())
                .param("observer", notice.observer())
                .param("seen", at(notice.seenAt()))
                .param("by", actor.person())
                .param("now", at(now))
                .param("due", at(notice.due()))
                .param("remind", at(ladder.reminder()))
                .param("second", at(ladder.second()))
                .param("call", at(ladder.call()))
                .update();
    }

    void place(UUID topic, List<Place> places) {
        for (int i = 0; i < places.size(); i++) {
            jdbc.sql("insert into notice.place (topic, number, shown, asset) values (:topic, :number, :shown, :asset)")
                    .param("topic", topic)
                    .param("number", i + 1)
                    .param("shown", places.get(i).shown())
                    .param("asset", places.get(i).asset().orElse(null), Types.OTHER)
                    .update();
        }
    }

    void add(UUID topic, int round, Entry entry) {
        jdbc.sql("""
                insert into notice.entry (topic, round, kind, words, until_at, by, organisation, at, late, spoken)
                values (:topic, :round, :kind, :words, :until, :by, :organisation, :at, :late, :spoken)
                """)
                .param("topic", topic)
                .param("round", round)
                .param("kind", entry.kind().name().toLowerCase(Locale.ROOT))
                .param("words", entry.words())
                .param("until", entry.until().map(NoticeStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", entry.by())
                .param("organisation", entry.organisation())
                .param("at", at(entry.at()))
                .param("late", entry.late())
                .param("spoken", entry.spoken())
                .update();
    }

    /** Puts it where it stands now; the first answer keeps its time. */
    void stand(
            UUID topic, Standing standing, int round, Instant due, Optional<Ladder> ladder, Optional<Instant> answer) {
        jdbc.sql("""
                update notice.notice
                   set state = :state, round = :round, due_at = :due, until_at = :until, recheck_at = :recheck,
                       first_answer_at = coalesce(first_answer_at, :answer),
                       remind_at = :remind, second_at = :second, call_at = :call
                 where topic = :topic
                """)
                .param("topic", topic)
                .param("state", code(standing))
                .param("round", round)
                .param("due", at(due))
                .param(
                        "until",
                        moment(standing instanceof Standing.Working(var until) ? until : null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param(
                        "recheck",
                        moment(
                                standing instanceof Standing.Settled settled
                                        ? settled.recheck().orElse(null)
                                        : null),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("answer", answer.map(NoticeStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("remind", moment(ladder.map(Ladder::reminder).orElse(null)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("second", moment(ladder.map(Ladder::second).orElse(null)), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("call", moment(ladder.map(Ladder::call).orElse(null)), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private static String code(Standing standing) {
        return switch (standing) {
            case Standing.Open() -> "open";
            case Standing.Working working -> "working";
            case Standing.Settled settled -> settled.affected() ? "done" : "not_affected";
        };
    }

    static Standing standing(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "open" -> new Standing.Open();
            case "working" -> new Standing.Working(instant(row, "until_at"));
            default ->
                new Standing.Settled(row.getString("state").equals("done"), optional(row.getTimestamp("recheck_at")));
        };
    }

    private Notice notice(ResultSet row, int n) throws SQLException {
        var topic = row.getObject("topic", UUID.class);
        return new Notice(
                topic,
                row.getObject("organisation", UUID.class),
                Finding.valueOf(row.getString("finding")),
                row.getInt("severity"),
                row.getString("what"),
                row.getString("advice"),
                row.getString("observer"),
                instant(row, "seen_at"),
                places(topic),
                row.getObject("sent_by", UUID.class),
                instant(row, "sent_at"),
                instant(row, "due_at"),
                standing(row),
                row.getInt("round"),
                optional(row.getTimestamp("first_answer_at")));
    }

    private List<Place> places(UUID topic) {
        return jdbc.sql("select shown, asset from notice.place where topic = :topic order by number")
                .param("topic", topic)
                .query((row, n) ->
                        new Place(row.getString("shown"), Optional.ofNullable(row.getObject("asset", UUID.class))))
                .list();
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant moment) {
        return moment == null ? null : at(moment);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    static Optional<Instant> optional(@Nullable Timestamp moment) {
        return Optional.ofNullable(moment).map(Timestamp::toInstant);
    }
}
