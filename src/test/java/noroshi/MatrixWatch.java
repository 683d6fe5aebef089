package noroshi;

import static noroshi.testing.Cast.DANA;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Matters;
import noroshi.watch.Hours;
import noroshi.watch.Mode;
import noroshi.watch.Post;
import noroshi.watch.Structure;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;

/** The Centre's watch, for the access matrix: Dana on the rota, and a sheet that somebody handed over. */
@TestComponent
class MatrixWatch {
    @Autowired
    Structure structure;

    @Autowired
    Matters matters;

    void fresh(Map<String, String> ids) {
        var day = structure.today();
        var code = "P" + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000_000L);
        structure.add(new Post(code, "担当", "Post", 0, false, false, false, day, Optional.empty()), DANA);
        var hours = new Hours(
                UUID.randomUUID(),
                Mode.EVENT,
                "早番",
                "Early",
                Hours.Days.ALL,
                300,
                60,
                day.plusYears(50),
                Optional.empty());
        var duty = UUID.randomUUID();
        var sheet = UUID.randomUUID();
        matters.owner("""
                insert into watch.duty (id, post, begins_at, ends_at, person, entered_at, entered_by)
                select '%1$s', 'WATCH_OFFICER', now() - s, now() + s, '%2$s', now(), '%2$s'
                  from (select interval '1 hour' * random() as s) x;
                insert into watch.sheet (id, begins_at, ends_at, since, facts, words, handed_at, handed_by)
                select '%3$s', now() - s, now(), now() - s, '[]', '', now(), gen_random_uuid()
                  from (select interval '1 day' * random() as s) x
                """.formatted(duty, DANA.person(), sheet));
        ids.put("post", code);
        ids.put("hours", structure.add(hours, DANA).toString());
        ids.put("duty", duty.toString());
        ids.put("sheet", sheet.toString());
        ids.put("day", day.toString());
    }
}
