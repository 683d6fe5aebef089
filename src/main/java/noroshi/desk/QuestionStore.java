package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the questionnaire and its editions. */
@Repository
class QuestionStore {
    private static final String EDITION = """
            select q.edition, q.begun_at, q.since, q.sent_by, q.note, q.revision,
                   (select count(*) from desk.matter m where m.edition = q.edition) as matters
              from desk.questionnaire q
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    QuestionStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** The edition that is asked from now on. */
    int inForce() {
        return jdbc.sql("select max(edition) from desk.questionnaire where since is not null")
                .query(Integer.class)
                .single();
    }

    /** Whether an edition is, or was, in force. */
    boolean wasAsked(int edition) {
        return jdbc.sql("""
                select exists (select from desk.questionnaire where edition = :edition and since is not null)
                """).param("edition", edition).query(Boolean.class).single();
    }

    Asked asked(int edition) {
        return new Asked(
                edition,
                jdbc.sql("""
                        select code, kind, side, form, label_ja, label_en, hint_ja, hint_en, options, required
                          from desk.question where edition = :edition order by kind desc, side desc, place, code
                        """).param("edition", edition).query(this::question).list());
    }

    /** Every answer there ever was to choose for this question, in the order of the newest edition that has it. */
    List<Question.Option> everToChoose(String code) {
        return jdbc.sql("""
                select o.option ->> 'ja' as ja, (array_agg(o.option ->> 'en' order by q.edition desc))[1] as en
                  from desk.question q
                 cross join jsonb_array_elements(q.options) with ordinality o (option, place)
                 where q.code = :code and q.edition in (select edition from desk.questionnaire where since is not null)
                 group by 1 order by max(q.edition) desc, (array_agg(o.place order by q.edition desc))[1]
                """)
                .param("code", code)
                .query((row, n) -> new Question.Option(row.getString("ja"), row.getString("en")))
                .list();
    }

    List<Edition> editions() {
        return jdbc.sql(EDITION + " order by q.edition desc")
                .query(QuestionStore::edition)
                .list();
    }

    Optional<Edition> draft() {
        return jdbc.sql(EDITION + " where q.since is null")
                .query(QuestionStore::edition)
                .optional();
    }

    /** A draft that begins as the edition in force; nothing happens when there is one already. */
    void begin(UUID person, Instant now) {
        var begun = jdbc.sql("""
                insert into desk.questionnaire (edition, begun_at, begun_by)
                select max(edition) + 1, :now, :person from desk.questionnaire
                on conflict do nothing returning edition
                """)
                .param("now", MatterStore.at(now))
                .param("person", person)
                .query(Integer.class)
                .optional();
        if (begun.isPresent()) {
            jdbc.sql("""
                    insert into desk.question (edition, code, kind, side, form, label_ja, label_en, hint_ja, hint_en,
                                               options, place, required)
                    select :edition, code, kind, side, form, label_ja, label_en, hint_ja, hint_en, options,
                           10 * row_number() over (partition by kind, side order by place, code), required
                      from desk.question where edition = :from
                    """).param("edition", begun.get()).param("from", inForce()).update();
        }
    }

    /** Whether the draft is still as the writer saw it; if so, it is theirs until the transaction ends. */
    boolean claim(int expected) {
        return jdbc.sql("""
                        update desk.questionnaire set revision = revision + 1
                         where since is null and revision = :expected
                        """).param("expected", expected).update() == 1;
    }

    /** A new question stands last in its part. */
    void put(int edition, Question it) {
        jdbc.sql("""
                insert into desk.question as q (edition, code, kind, side, form, label_ja, label_en, hint_ja, hint_en,
                                                options, required, place)
                values (:edition, :code, :kind, :side, :form, :labelJa, :labelEn, :hintJa, :hintEn, :options::jsonb,
                        :required, (select coalesce(max(place), 0) + 10 from desk.question where edition = :edition))
                on conflict (edition, code) do update
                   set kind = excluded.kind, side = excluded.side, form = excluded.form, label_ja = excluded.label_ja,
                       label_en = excluded.label_en, hint_ja = excluded.hint_ja, hint_en = excluded.hint_en,
                       options = excluded.options, required = excluded.required,
                       place = case when (q.kind, q.side) = (excluded.kind, excluded.side) then q.place
                                    else excluded.place end
                """)
                .param("edition", edition)
                .param("code", it.code())
                .param("kind", it.kind().name())
                .param("side", it.place().name())
                .param("form", it.form().name())
                .param("labelJa", it.labelJa())
                .param("labelEn", it.labelEn())
                .param("hintJa", it.hintJa())
                .param("hintEn", it.hintEn())
                .param("options", json.writeValueAsString(it.options()))
                .param("required", it.required())
                .update();
    }

    /** Whether it was there. */
    boolean retire(int edition, String code) {
        return jdbc.sql("delete from desk.question where edition = :edition and code = :code")
                        .param("edition", edition)
                        .param("code", code)
                        .update()
                == 1;
    }

    /** The order of one part, from its first question to its last. */
    void order(int edition, List<String> codes) {
        jdbc.sql("""
                update desk.question set place = 10 * array_position(:codes::text[], code)
                 where edition = :edition and code = any (:codes)
                """)
                .param("edition", edition)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    void send(int edition, String note, UUID person, Instant now) {
        jdbc.sql("""
                update desk.questionnaire set since = :now, sent_by = :person, note = :note
                 where edition = :edition and since is null
                """)
                .param("edition", edition)
                .param("note", note)
                .param("person", person)
                .param("now", MatterStore.at(now))
                .update();
    }

    void discard(int edition) {
        jdbc.sql("delete from desk.question where edition = :edition")
                .param("edition", edition)
                .update();
        jdbc.sql("delete from desk.questionnaire where edition = :edition and since is null")
                .param("edition", edition)
                .update();
    }

    private Question question(ResultSet row, int n) throws SQLException {
        return new Question(
                row.getString("code"),
                MatterKind.valueOf(row.getString("kind")),
                Question.Place.valueOf(row.getString("side")),
                Question.Form.valueOf(row.getString("form")),
                row.getString("label_ja"),
                row.getString("label_en"),
                row.getString("hint_ja"),
                row.getString("hint_en"),
                json.readValue(row.getString("options"), new TypeReference<List<Question.Option>>() {}),
                row.getBoolean("required"));
    }

    private static Edition edition(ResultSet row, int n) throws SQLException {
        return new Edition(
                row.getInt("edition"),
                MatterStore.instant(row, "begun_at"),
                MatterStore.moment(row, "since"),
                Optional.ofNullable(row.getObject("sent_by", UUID.class)),
                row.getString("note"),
                row.getInt("revision"),
                row.getInt("matters"));
    }
}
