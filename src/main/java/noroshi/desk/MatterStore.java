package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Question;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Together;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of matters: what everybody reads who reads their topic. */
@Repository
class MatterStore {
    private static final int MOST = 200;
    private static final int TRIES = 3;
    private static final String SELECT = """
            select m.*, t.title, t.tlp, t.version, t.revised_at, r.organisation, r.person, r.contact, r.recorded_by,
                   r.confirmed_at, desk.ours(m.topic) as ours
              from desk.matter m
              join topic.readable t on t.id = m.topic
              left join desk.reporter r on r.matter = m.topic
            """;

    private static final Question<Integer> WAITING = Question.count("""
            select case when desk.staff() then desk.waiting()
                        else (select count(*) from desk.reporter
                               where recorded_by is not null and confirmed_at is null and desk.ours(matter))
                   end
            """, Map.of());

    private static final Question<Boolean> STAFF =
            Question.single("select desk.staff()", Map.of(), (row, n) -> row.getBoolean(1));

    private final JdbcClient jdbc;
    private final Together together;

    MatterStore(JdbcClient jdbc, Together together) {
        this.jdbc = jdbc;
        this.together = together;
    }

    Optional<Matter> find(Reference reference) {
        return jdbc.sql(SELECT + " where m.reference = :reference")
                .param("reference", reference.value())
                .query(MatterStore::matter)
                .optional();
    }

    Optional<Matter> of(UUID topic) {
        return jdbc.sql(SELECT + " where m.topic = :topic")
                .param("topic", topic)
                .query(MatterStore::matter)
                .optional();
    }

    /** The matter a topic belongs to: itself, or the one it is a part of. */
    Optional<Matter> around(UUID topic) {
        return jdbc.sql(SELECT + """
                 where m.topic = :topic or m.topic = (select matter from desk.part where topic = :topic)
                """)
                .param("topic", topic)
                .query(MatterStore::matter)
                .optional();
    }

    List<Matter> list(boolean ours) {
        return jdbc.sql("select * from (" + SELECT + """
                ) found where ours = :ours
                 order by status in ('CLOSED', 'MERGED', 'WITHDRAWN'), revised_at desc, reference limit :most
                """)
                .param("ours", ours)
                .param("most", MOST)
                .query(MatterStore::matter)
                .list();
    }

    Supplier<Integer> waitingFor() {
        return together.later(WAITING, WAITING);
    }

    boolean staff() {
        return together.ask(STAFF, STAFF);
    }

    /** Whether the reader holds the secretariat of this association today; a seat elsewhere does not count for it. */
    boolean secretariat(UUID organisation) {
        return jdbc.sql("""
                select exists (select from membership.office
                                where kind = 'secretariat' and organisation = :organisation and desk.answers_for(id))
                """)
                .param("organisation", organisation)
                .query(Boolean.class)
                .single();
    }

    /** Kept from other changes until the transaction ends, where the reader may change it; else nothing. */
    void lock(UUID matter) {
        jdbc.sql("select topic from desk.matter where topic = :matter for no key update")
                .param("matter", matter)
                .query(UUID.class)
                .list();
    }

    /** Whether the reader belongs to the organisation whose matter it is, also where that is hidden. */
    boolean ownHouse(UUID matter) {
        return jdbc.sql("select desk.own_house(:matter)")
                .param("matter", matter)
                .query(Boolean.class)
                .single();
    }

    /** When the newest word came that somebody who answers ought to have read. */
    Instant lastWord(UUID matter) {
        return jdbc.sql("""
                select greatest(m.opened_at,
                                (select max(c.at) from topic.insight_comments c where c.topic = m.topic),
                                (select max(s.at) from desk.step s where s.matter = m.topic)) as at
                  from desk.matter m where m.topic = :matter
                """)
                .param("matter", matter)
                .query((row, n) -> instant(row, "at"))
                .single();
    }

    Reference insert(UUID topic, NewMatter it, Channel channel, Instant now) {
        for (int tries = 0; tries < TRIES; tries++) {
            var reference = Reference.random();
            if (insert(topic, reference, it, channel, now)) {
                return reference;
            }
        }
        throw new RuleBroken("desk.sent-already");
    }

    private boolean insert(UUID topic, Reference reference, NewMatter it, Channel channel, Instant now) {
        return jdbc.sql("""
                insert into desk.matter (topic, reference, kind, channel, hidden, stage, status, latest_at, system, help,
                                         opened_at, waiting_since, once, edition)
                values (:topic, :reference, :kind, :channel, :hidden, 'FIRST', 'SUBMITTED', :now, :system, :help, :now,
                        :now, :once, :edition)
                on conflict do nothing
                """)
                        .param("topic", topic)
                        .param("reference", reference.value())
                        .param("kind", it.kind().name())
                        .param("channel", channel.name())
                        .param("hidden", it.hidden())
                        .param("now", at(now))
                        .param("system", it.system().orElse(null), Types.VARCHAR)
                        .param("help", it.help())
                        .param("once", it.once())
                        .param("edition", it.edition().orElseThrow())
                        .update()
                == 1;
    }

    void insertReporter(UUID matter, UUID organisation, Optional<String> contact, Actor actor) {
        jdbc.sql("""
                insert into desk.reporter (matter, organisation, person, contact, recorded_by)
                values (:matter, :organisation, :person, :contact, :recordedBy)
                """)
                .param("matter", matter)
                .param("organisation", organisation)
                .param("person", contact.isPresent() ? null : actor.person(), Types.OTHER)
                .param("contact", contact.orElse(""))
                .param("recordedBy", contact.isPresent() ? actor.person() : null, Types.OTHER)
                .update();
    }

    /** The Centre's own paper, opened without the reporter's seeing it. */
    void openTicket(UUID matter, Instant now, int year) {
        jdbc.sql("select desk.open_ticket(:matter, :now, :year)")
                .param("matter", matter)
                .param("now", at(now))
                .param("year", year)
                .query((row, n) -> n)
                .list();
    }

    /** The reporter's side takes the matter back, or up again; the ticket follows. */
    void turn(UUID matter, Status to, Instant now) {
        jdbc.sql("select desk.turn(:matter, :status, :now)")
                .param("matter", matter)
                .param("status", to.name())
                .param("now", at(now))
                .query((row, n) -> n)
                .list();
    }

    void update(UUID matter, Stage stage, Instant now) {
        jdbc.sql("""
                update desk.matter set stage = :stage, waiting_since = coalesce(waiting_since, :now)
                 where topic = :matter
                """)
                .param("matter", matter)
                .param("stage", stage.name())
                .param("now", at(now))
                .update();
    }

    /** Somebody waits for the Centre from now on, or, with nothing, nobody does any more. */
    void waiting(UUID matter, Optional<Instant> since) {
        jdbc.sql("""
                update desk.matter
                   set waiting_since = case when :since::timestamptz is null then null
                                            else coalesce(waiting_since, :since) end
                 where topic = :matter
                """)
                .param("matter", matter)
                .param("since", since.map(MatterStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    boolean confirm(UUID matter, UUID person, Instant now) {
        return jdbc.sql("""
                        update desk.reporter set confirmed_at = :now, confirmed_by = :person
                         where matter = :matter and recorded_by is not null and confirmed_at is null
                        """)
                        .param("matter", matter)
                        .param("person", person)
                        .param("now", at(now))
                        .update()
                == 1;
    }

    private static Matter matter(ResultSet row, int n) throws SQLException {
        return new Matter(
                id(row, "topic"),
                row.getString("reference"),
                MatterKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("hidden"),
                Stage.valueOf(row.getString("stage")),
                Status.valueOf(row.getString("status")),
                row.getString("latest"),
                instant(row, "latest_at"),
                Optional.ofNullable(row.getString("system")),
                row.getBoolean("help"),
                instant(row, "opened_at"),
                moment(row, "acknowledged_at"),
                moment(row, "waiting_since"),
                moment(row, "closed_at"),
                Optional.ofNullable(row.getObject("merged_into", UUID.class)),
                row.getString("title"),
                Tlp.valueOf(row.getString("tlp")),
                row.getInt("version"),
                instant(row, "revised_at"),
                row.getInt("edition"),
                reporter(row),
                row.getBoolean("ours"));
    }

    private static Optional<Reporter> reporter(ResultSet row) throws SQLException {
        return row.getObject("organisation") == null
                ? Optional.empty()
                : Optional.of(new Reporter(
                        id(row, "organisation"),
                        Optional.ofNullable(row.getObject("person", UUID.class)),
                        row.getString("contact"),
                        Optional.ofNullable(row.getObject("recorded_by", UUID.class)),
                        moment(row, "confirmed_at")));
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(found).map(OffsetDateTime::toInstant);
    }

    static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
