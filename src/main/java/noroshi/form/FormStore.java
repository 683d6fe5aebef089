package noroshi.form;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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
