package noroshi.form;

import java.time.LocalDate;
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
    private final JdbcClient jdbc;

    FormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The forms in force, without their fields. */
    List<Form> all(LocalDate today) {
        var forms = new LinkedHashMap<String, Form>();
        jdbc.sql("""
                select code, name_ja, name_en, hint_ja, hint_en from form.form
                 where valid_to is null or valid_to > :today order by place
                """).param("today", today).query(row -> {
            var code = row.getString("code");
            forms.put(
                    code,
                    new Form(
                            code,
                            row.getString("name_ja"),
                            row.getString("name_en"),
                            row.getString("hint_ja"),
                            row.getString("hint_en"),
                            List.of()));
        });
        return List.copyOf(forms.values());
    }

    Optional<Form> find(String code, LocalDate today) {
        return all(today).stream()
                .filter(form -> form.code().equals(code))
                .findFirst()
                .map(form -> new Form(code, form.nameJa(), form.nameEn(), form.hintJa(), form.hintEn(), fields(code)));
    }

    /** The names of the forms that an answer fills, by code of its question. */
    Map<String, List<String>> uses(LocalDate today, Locale locale) {
        var uses = new LinkedHashMap<String, List<String>>();
        jdbc.sql("""
                select substr(i.source, length('answer.') + 1) as question,
                       case when :japanese then f.name_ja else f.name_en end as name
                  from form.field i join form.form f on f.code = i.form
                 where i.source like 'answer.%' and (f.valid_to is null or f.valid_to > :today)
                 order by f.place, i.place
                """)
                .param("japanese", locale.getLanguage().equals("ja"))
                .param("today", today)
                .query(row -> {
                    uses.computeIfAbsent(row.getString("question"), it -> new ArrayList<>())
                            .add(row.getString("name"));
                });
        return uses;
    }

    private List<Form.Field> fields(String form) {
        return jdbc.sql("select code, label_ja, label_en, source from form.field where form = :form order by place")
                .param("form", form)
                .query((row, n) -> new Form.Field(
                        row.getString("code"),
                        row.getString("label_ja"),
                        row.getString("label_en"),
                        row.getString("source")))
                .list();
    }
}
