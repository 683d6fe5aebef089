package noroshi.intel.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** A table that machines read, and that a spreadsheet may open. */
class WritingTablesTests {
    private static final Instant AT = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void commentsAreSkippedByTheirFirstSignAndNoCellRuns() {
        var value = new Line(
                new UUID(0, 1),
                IndicatorType.EMAIL,
                "=cmd@evil.example",
                80,
                Tlp.GREEN,
                AT,
                AT,
                List.of(),
                List.of(),
                false);
        var lines =
                PlainLists.csv(new Selection(List.of(value), Tlp.AMBER, 3, AT)).split("\r\n", -1);
        assertThat(lines[0]).isEqualTo("# TLP:AMBER");
        assertThat(lines[1]).isEqualTo("# Noroshi csv - generated 2026-07-01T00:00:00Z - 1 values");
        assertThat(lines[2]).isEqualTo("# cut: 3 less sure values left out");
        assertThat(lines[3]).isEqualTo("type,value,confidence,tlp,first,last,role,topics");
        assertThat(lines[4]).startsWith("email,\"'=cmd@evil.example\",80,TLP:GREEN,");
    }
}
