package noroshi.form;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of forms. */
@Repository
class FormStore {
    private static final String ANSWER = "answer.";

    private final JdbcClient jdbc;
    private final EditionStore editions;

    FormStore(JdbcClient jdbc, EditionStore editions) {
        this.jdbc = jdbc;
        this.editions = editions;
    }

    /** The forms in use, with the number of the edition that was in force at a moment, without their fields. */
    List<Form> all(LocalDate today, Instant at) {
        return jdbc.sql("""
                select f.code, f.name_ja, f.name_en, f.hint_ja, f.hint_en, max(e.number) as edition
                  from form.form f
                  join form.edition e on e.form = f.code and e.since <= :at
                 where f.valid_to is null or f.valid_to > :today
                 group by f.code order by f.place
                """)
                .param("today", today)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Form(
                        row.getString("code"),
                        row.getString("name_ja"),
                        row.getString("name_en"),
                        row.getString("hint_ja"),
                        row.getString("hint_en"),
                        row.getInt("edition"),
                        List.of()))
                .list();
    }

    Optional<Form> find(String code, LocalDate today, Instant at) {
        return all(today, at).stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .map(form -> form.with(form.edition(), editions.fields(code, form.edition())));
    }

    /** The names of the forms that an answer fills now, by code of its question. */
    Map<String, List<String>> uses(LocalDate today, Instant now, Locale locale) {
        var uses = new LinkedHashMap<String, List<String>>();
        all(today, now)
                .forEach(form -> editions.fields(form.code(), form.edition()).stream()
                        .map(Form.Field::source)
                        .filter(source -> source.startsWith(ANSWER))
                        .forEach(source -> uses.computeIfAbsent(
                                        source.substring(ANSWER.length()), it -> new ArrayList<>())
                                .add(form.name(locale))));
        return uses;
    }
}
