package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** On a Sunday the world's last day is today, and at nine in the morning nothing of its evening has happened. */
@SpringBootTest(
        classes = {LoadedWorld.class, OnASunday.class},
        properties = "noroshi.demo=true")
class OnASundayTests extends DemoFiguresTests {
    private static final List<String> PLANS = List.of(
            "asset.asset.expires_at",
            "intel.guard_changed.due_at",
            "notice.entry.until_at",
            "notice.notice.call_at",
            "notice.notice.due_at",
            "notice.notice.remind_at",
            "notice.notice.second_at",
            "notice.notice.until_at",
            "watch.duty.begins_at",
            "watch.duty.ends_at");

    private final Records records;
    private final Instant now;

    @Autowired
    OnASundayTests(Records records, Clock clock) {
        super(records);
        this.records = records;
        this.now = clock.instant();
    }

    @Test
    void onlyPlansLieAhead() {
        var ahead = new ArrayList<String>();
        for (var column : records.list("""
                select c.table_schema || '.' || c.table_name || '.' || c.column_name
                  from information_schema.columns c
                  join information_schema.tables t using (table_schema, table_name)
                 where c.data_type = 'timestamp with time zone' and t.table_type = 'BASE TABLE'
                   and c.table_schema not in ('pg_catalog', 'information_schema')
                 order by 1
                """)) {
            var table = column.substring(0, column.lastIndexOf('.'));
            var name = column.substring(table.length() + 1);
            if (records.number("select count(*) from %s where %s > '%s'".formatted(table, name, now)) > 0) {
                ahead.add(column);
            }
        }
        assertThat(ahead).containsExactlyInAnyOrderElementsOf(PLANS);
    }

    @Test
    void theDayReachesUntilNow() {
        var since = now.minusSeconds(3600);
        assertThat(records.number("select count(*) from topic.view where at > '" + since + "'"))
                .isPositive();
    }
}
