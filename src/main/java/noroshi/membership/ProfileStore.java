package noroshi.membership;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what people chose for themselves. */
@Repository
class ProfileStore {
    private static final String SELECT = """
            select name, kana, name_en, email, title_ja, title_en, locale, level, theme
              from membership.person
             where id = :id
            """;

    private final JdbcClient jdbc;

    ProfileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Profile of(UUID person) {
        return read(SELECT, person);
    }

    /** Nobody else changes it before this is done. */
    Profile held(UUID person) {
        return read(SELECT + " for update", person);
    }

    private Profile read(String sql, UUID person) {
        return jdbc.sql(sql)
                .param("id", person)
                .query((row, n) -> new Profile(
                        row.getString("name"),
                        row.getString("kana"),
                        row.getString("name_en"),
                        Optional.ofNullable(row.getString("email")),
                        row.getString("title_ja"),
                        row.getString("title_en"),
                        row.getString("locale"),
                        row.getString("level"),
                        row.getString("theme")))
                .single();
    }

    void save(UUID person, Profile profile) {
        jdbc.sql("""
                update membership.person
                   set name = :name, kana = :kana, name_en = :english, email = :email,
                       title_ja = :title, title_en = :titleEn,
                       locale = :locale, level = :level, theme = :theme
                 where id = :id
                """)
                .param("id", person)
                .param("name", profile.name())
                .param("kana", profile.kana())
                .param("english", profile.nameEn())
                .param("email", profile.email().orElse(null))
                .param("title", profile.titleJa())
                .param("titleEn", profile.titleEn())
                .param("locale", profile.locale())
                .param("level", profile.level())
                .param("theme", profile.theme())
                .update();
    }

    void choose(String locale, UUID person) {
        jdbc.sql("update membership.person set locale = :locale where id = :id and locale <> :locale")
                .param("locale", locale)
                .param("id", person)
                .update();
    }

    void chooseLevel(String level, UUID person) {
        jdbc.sql("update membership.person set level = :level where id = :id and level <> :level")
                .param("level", level)
                .param("id", person)
                .update();
    }
}
