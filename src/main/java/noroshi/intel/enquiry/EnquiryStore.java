package noroshi.intel.enquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of enquiries and opinions. */
@Repository
class EnquiryStore {
    private static final String SELECT = """
            select id, organisation, person, type, value, note, asked_at, due_at, verdict, words, tlp, answered_at
              from intel.enquiry
            """;

    private final JdbcClient jdbc;

    EnquiryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks; what the organisation asks already is not asked twice. */
    boolean add(UUID id, Spelling.Form form, String note, Actor actor, Instant now, Instant due) {
        return jdbc.sql("""
                        insert into intel.enquiry (id, organisation, person, type, value, key, note, asked_at, due_at)
                        values (:id, :organisation, :person, :type, :value, intel.key_of(:type, :value), :note, :now, :due)
                        on conflict (organisation, key) where verdict is null do nothing
                        """)
                        .param("id", id)
                        .param("organisation", actor.organisation())
                        .param("person", actor.person())
                        .param("type", form.type().code())
                        .param("value", form.value())
                        .param("note", note)
                        .param("now", at(now))
                        .param("due", at(due))
                        .update()
                > 0;
    }

    List<Enquiry> ofOrganisation(UUID organisation) {
        return jdbc.sql(SELECT + " where organisation = :organisation order by asked_at desc, id limit 200")
                .param("organisation", organisation)
                .query(EnquiryStore::enquiry)
                .list();
    }

    /** What waits, what is due first; then what was answered last. */
    List<Enquiry> all() {
        return jdbc.sql(SELECT + """
                 order by verdict is not null, case when verdict is null then due_at end, answered_at desc, id limit 500
                """).query(EnquiryStore::enquiry).list();
    }

    Optional<Enquiry> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(EnquiryStore::enquiry)
                .optional();
    }

    boolean judging() {
        return jdbc.sql("select intel.judging()").query(Boolean.class).single();
    }

    boolean answer(UUID id, Enquiry.Answer answer, Actor actor) {
        return jdbc.sql("""
                        update intel.enquiry
                           set verdict = :verdict, words = :words, tlp = :tlp, answered_at = :now, answered_by = :by
                         where id = :id and verdict is null
                        """)
                        .param("id", id)
                        .param("verdict", answer.verdict().code())
                        .param("words", answer.words())
                        .param("tlp", answer.tlp().name())
                        .param("now", at(answer.at()))
                        .param("by", actor.person())
                        .update()
                > 0;
    }

    Set<UUID> providers() {
        return jdbc
                .sql("select id from membership.organisation where part = 'CTI_PROVIDER' and status = 'active'")
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    void askProvider(UUID enquiry, UUID provider, Actor actor, Instant now, Instant due) {
        jdbc.sql("""
                insert into intel.opinion (enquiry, provider, asked_by, asked_at, due_at)
                values (:enquiry, :provider, :by, :now, :due) on conflict (enquiry, provider) do nothing
                """)
                .param("enquiry", enquiry)
                .param("provider", provider)
                .param("by", actor.person())
                .param("now", at(now))
                .param("due", at(due))
                .update();
    }

    /**
     * An enquiry about which providers are asked again.
     *
     * @param over whether the time of one of them has just ended
     */
    record Again(UUID enquiry, boolean over) {}

    /** About which enquiries providers are asked again at this moment. */
    List<Again> remind(Instant now, Double[] shares) {
        return jdbc.sql("select enquiry, over from intel.remind_of_opinions(:now, :shares)")
                .param("now", at(now))
                .param("shares", shares)
                .query((row, n) -> new Again(row.getObject("enquiry", UUID.class), row.getBoolean("over")))
                .list();
    }

    List<Opinion> opinions(UUID enquiry) {
        return jdbc.sql("""
                select o.enquiry, o.provider, e.type, e.value, o.asked_at, o.due_at, o.verdict, o.confidence, o.words,
                       o.answered_at
                  from intel.opinion o join intel.enquiry e on e.id = o.enquiry
                 where o.enquiry = :enquiry
                 order by o.answered_at nulls last, o.provider
                """)
                .param("enquiry", enquiry)
                .query(EnquiryStore::opinion)
                .list();
    }

    Answering answering(UUID provider, int latest, Instant now) {
        var asked = jdbc.sql("""
                select o.enquiry, o.provider, e.type, e.value, o.asked_at, o.due_at, o.verdict, o.confidence, o.words,
                       o.answered_at
                  from intel.opinion o join intel.enquiry e on e.id = o.enquiry
                 where o.provider = :provider
                 order by o.asked_at desc, o.enquiry limit :most
                """)
                .param("provider", provider)
                .param("most", latest)
                .query(EnquiryStore::opinion)
                .list();
        return jdbc.sql("""
                select count(*) filter (where o.verdict is null and e.verdict is null and o.due_at >= :now) as open,
                       count(*) filter (where o.verdict is null and e.verdict is null and o.due_at < :now) as overdue,
                       count(*) filter (where o.answered_at <= o.due_at) as in_time,
                       count(*) filter (where o.answered_at > o.due_at) as late,
                       count(*) filter (where o.verdict is null and e.verdict is not null) as passed_by
                  from intel.opinion o join intel.enquiry e on e.id = o.enquiry
                 where o.provider = :provider
                """)
                .param("provider", provider)
                .param("now", at(now))
                .query((row, n) -> new Answering(
                        row.getLong("open"),
                        row.getLong("overdue"),
                        row.getLong("in_time"),
                        row.getLong("late"),
                        row.getLong("passed_by"),
                        asked))
                .single();
    }

    List<Opinion> askedOfUs() {
        return jdbc.sql("select * from intel.asked_of_us()")
                .query(EnquiryStore::opinion)
                .list();
    }

    boolean opine(UUID enquiry, Verdict verdict, Optional<Integer> confidence, String words, Actor actor, Instant now) {
        return jdbc.sql("""
                        update intel.opinion
                           set verdict = :verdict, confidence = nullif(:confidence, '')::smallint, words = :words,
                               answered_at = :now, answered_by = :by
                         where enquiry = :enquiry and provider = :provider and verdict is null
                        """)
                        .param("enquiry", enquiry)
                        .param("provider", actor.organisation())
                        .param("verdict", verdict.code())
                        .param("confidence", confidence.map(String::valueOf).orElse(""))
                        .param("words", words)
                        .param("now", at(now))
                        .param("by", actor.person())
                        .update()
                > 0;
    }

    /** What the Centre answered on a value, and how many asked. */
    record Past(Spelling.Form form, Optional<Enquiry.Answer> answer, long asked) {}

    List<Past> past(List<Spelling.Form> forms) {
        return jdbc.sql("select * from intel.verdicts_on(:types, :texts)")
                .param("types", forms.stream().map(form -> form.type().code()).toArray(String[]::new))
                .param("texts", forms.stream().map(Spelling.Form::value).toArray(String[]::new))
                .query((row, n) -> new Past(form(row), answer(row), row.getLong("asked")))
                .list();
    }

    private static Spelling.Form form(ResultSet row) throws SQLException {
        return new Spelling.Form(IndicatorType.of(row.getString("type")), row.getString("value"));
    }

    private static Optional<Enquiry.Answer> answer(ResultSet row) throws SQLException {
        return row.getString("verdict") == null
                ? Optional.empty()
                : Optional.of(new Enquiry.Answer(
                        Verdict.of(row.getString("verdict")),
                        row.getString("words"),
                        Tlp.valueOf(row.getString("tlp")),
                        instant(row, "answered_at")));
    }

    private static Enquiry enquiry(ResultSet row, int n) throws SQLException {
        return new Enquiry(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getObject("person", UUID.class),
                form(row),
                row.getString("note"),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                answer(row));
    }

    private static Opinion opinion(ResultSet row, int n) throws SQLException {
        return new Opinion(
                row.getObject("enquiry", UUID.class),
                row.getObject("provider", UUID.class),
                form(row),
                instant(row, "asked_at"),
                instant(row, "due_at"),
                Optional.ofNullable(row.getString("verdict")).map(Verdict::of),
                Optional.ofNullable(row.getObject("confidence", Integer.class)),
                row.getString("words"),
                Optional.ofNullable(row.getObject("answered_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
