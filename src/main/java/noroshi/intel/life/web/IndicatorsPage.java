package noroshi.intel.life.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.Spelling;
import noroshi.intel.life.Life;
import noroshi.intel.life.Tally;
import noroshi.site.FormErrors;

/**
 * Values that were looked up, or the newest ones.
 *
 * @param absent what was asked for and nothing is said of, as far as the reader may read
 * @param unread what no value could be recognised in
 * @param rest what was asked for beyond those that are looked up at once
 */
public record IndicatorsPage(
        String q,
        List<Life> rows,
        Map<UUID, Tally> tallies,
        List<Spelling.Form> absent,
        List<String> unread,
        List<String> rest,
        int number,
        boolean more,
        FormErrors errors) {
    private static final int LONGEST_NAME = 200;

    /** What is too long to be read, as it was typed. */
    static IndicatorsPage unread(String q, FormErrors errors) {
        return new IndicatorsPage(q, List.of(), Map.of(), List.of(), List.of(), List.of(), 1, false, errors);
    }

    public boolean asked() {
        return !q.isBlank();
    }

    public Tally tally(Life row) {
        return tallies.getOrDefault(row.id(), Tally.NONE);
    }

    /** The same words as a question to the library; none where there are too many for an address. */
    public String asking() {
        return q.isBlank() || q.length() > LONGEST_NAME ? "" : "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }

    public int lines() {
        return Math.clamp(q.lines().count(), 2, 12);
    }
}
