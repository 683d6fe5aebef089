package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of words on matters that are over. */
@Repository
class LateWordStore {
    private final JdbcClient jdbc;

    LateWordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID word, UUID matter, Instant now) {
        jdbc.sql("insert into desk.late_word (comment, matter, at) values (:word, :matter, :now)")
                .param("word", word)
                .param("matter", matter)
                .param("now", MatterStore.at(now))
                .update();
    }

    /** Those that nobody at the desk has seen, the oldest of each matter; nothing for anybody else. */
    List<LateWord> unseen() {
        return jdbc.sql("""
                select w.matter, m.reference, k.year, k.number, t.title, min(w.at) as at
                  from desk.late_word w
                  join desk.matter m on m.topic = w.matter
                  join desk.ticket k on k.matter = w.matter
                  join topic.readable t on t.id = w.matter
                 where w.seen_at is null
                 group by 1, 2, 3, 4, 5
                 order by 6, 2
                """)
                .query((row, n) -> new LateWord(
                        MatterStore.id(row, "matter"),
                        row.getString("reference"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        MatterStore.instant(row, "at")))
                .list();
    }

    /** What came until a moment has been seen. */
    int see(UUID matter, Instant until, Instant now, Actor actor) {
        return jdbc.sql("""
                update desk.late_word set seen_at = :now, seen_by = :by
                 where matter = :matter and seen_at is null and at <= :until
                """)
                .param("matter", matter)
                .param("until", MatterStore.at(until))
                .param("now", MatterStore.at(now))
                .param("by", actor.person())
                .update();
    }
}
