package noroshi.form;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of editions of forms. */
@Repository
class EditionStore {
    private final JdbcClient jdbc;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every edition of a form, the draft among them, newest first. */
    List<FormEdition> of(String form) {
        return jdbc.sql("""
                select number, begun_at, since, note, revision from form.edition where form = :form order by number desc
                """).param("form", form).query(EditionStore::edition).list();
    }

    List<Form.Field> fields(String form, int edition) {
        return jdbc.sql("""
                select code, label_ja, label_en, source from form.field
                 where form = :form and edition = :edition order by place, code
                """)
                .param("form", form)
                .param("edition", edition)
                .query((row, n) -> new Form.Field(
                        row.getString("code"),
                        row.getString("label_ja"),
                        row.getString("label_en"),
                        row.getString("source")))
                .list();
    }

    /** A draft that begins as the newest edition; whether there was none yet. */
    boolean begin(String form, UUID person, Instant now) {
        var begun = jdbc.sql("""
                insert into form.edition (form, number, begun_at, begun_by)
                select form, max(number) + 1, :now, :person from form.edition where form = :form group by form
                on conflict do nothing returning number
                """)
                .param("form", form)
                .param("now", at(now))
                .param("person", person)
                .query(Integer.class)
                .optional();
        begun.ifPresent(number ->
                jdbc.sql("""
                        insert into form.field (form, edition, place, code, label_ja, label_en, source)
                        select form, :number, 10 * row_number() over (order by place, code), code, label_ja, label_en, source
                          from form.field where form = :form and edition = :number - 1
                        """).param("form", form).param("number", number).update());
        return begun.isPresent();
    }

    /** Whether the draft is still as the writer saw it; if so, it is theirs until the transaction ends. */
    boolean claim(String form, int expected) {
        return jdbc.sql("""
                        update form.edition set revision = revision + 1
                         where form = :form and since is null and revision = :expected
                        """).param("form", form).param("expected", expected).update() == 1;
    }

    /** A new field stands last. */
    void put(String form, int edition, Form.Field it) {
        jdbc.sql("""
                insert into form.field (form, edition, code, label_ja, label_en, source, place)
                values (:form, :edition, :code, :labelJa, :labelEn, :source,
                        (select coalesce(max(place), 0) + 10 from form.field where form = :form and edition = :edition))
                on conflict (form, edition, code) do update
                   set label_ja = excluded.label_ja, label_en = excluded.label_en, source = excluded.source
                """)
                .param("form", form)
                .param("edition", edition)
                .param("code", it.code())
                .param("labelJa", it.labelJa())
                .param("labelEn", it.labelEn())
                .param("source", it.source())
                .update();
    }

    /** Whether it was there. */
    boolean retire(String form, int edition, String code) {
        return jdbc.sql("delete from form.field where form = :form and edition = :edition and code = :code")
                        .param("form", form)
                        .param("edition", edition)
                        .param("code", code)
                        .update()
                == 1;
    }

    /** The order of the fields, from the first to the last. */
    void order(String form, int edition, List<String> codes) {
        jdbc.sql("""
                update form.field set place = 10 * array_position(:codes::text[], code)
                 where form = :form and edition = :edition and code = any (:codes)
                """)
                .param("form", form)
                .param("edition", edition)
                .param("codes", codes.toArray(String[]::new))
                .update();
    }

    void send(String form, int edition, String note, Instant since, UUID person) {
        jdbc.sql("""
                update form.edition set since = :since, sent_by = :person, note = :note
                 where form = :form and number = :edition and since is null
                """)
                .param("form", form)
                .param("edition", edition)
                .param("note", note)
                .param("since", at(since))
                .param("person", person)
                .update();
    }

    void discard(String form, int edition) {
        jdbc.sql("delete from form.field where form = :form and edition = :edition")
                .param("form", form)
                .param("edition", edition)
                .update();
        jdbc.sql("delete from form.edition where form = :form and number = :edition and since is null")
                .param("form", form)
                .param("edition", edition)
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static FormEdition edition(ResultSet row, int n) throws SQLException {
        return new FormEdition(
                row.getInt("number"),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("since", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getString("note"),
                row.getInt("revision"));
    }
}
