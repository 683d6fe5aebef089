package noroshi.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What stands in {@code next} and in timestamps comes from anybody: read, or refused; the same chance every time. */
class ReadingCursorsTests {
    private static final String SIGNS = "p0123456789abcxyzAZ-:.TZ %\u0000é";

    @Test
    void everyPositionComesBack() {
        var chance = new Random(1);
        for (var i = 0; i < 100_000; i++) {
            var position = chance.nextLong(0, 4_000_000_000_000_000L);
            assertThat(Cursor.parse(Cursor.text(position))).contains(position);
            assertThat(Stamp.parse(Stamp.text(position))).contains(position);
        }
    }

    @Test
    void nothingElseDoesHarm() {
        var chance = new Random(2);
        for (var i = 0; i < 200_000; i++) {
            var text = new StringBuilder(i % 2 == 0 ? "p" : "2026-07-01T");
            for (var n = chance.nextInt(30); n > 0; n--) {
                text.append(SIGNS.charAt(chance.nextInt(SIGNS.length())));
            }
            Cursor.parse(text.toString())
                    .ifPresent(position -> assertThat(text.toString()).matches("p[0-9a-z]{1,12}"));
            Stamp.parse(text.toString())
                    .ifPresent(micros -> assertThat(text.toString()).endsWith("Z"));
        }
    }
}
