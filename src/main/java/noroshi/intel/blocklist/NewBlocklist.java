package noroshi.intel.blocklist;

import java.util.List;
import noroshi.intel.Spelling;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/**
 * A list as somebody composes it.
 *
 * @param note why, and what to watch for, in words for its recipients
 * @param tlp how far recipients may carry it; a stricter source keeps its own label
 */
public record NewBlocklist(String title, String note, Tlp tlp, List<Spelling.Form> forms) {
    /** How many values one list holds. */
    public static final int MOST = 500;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 4_000;

    public NewBlocklist {
        title = title.strip();
        note = note.strip();
        forms = forms.stream().distinct().toList();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new RuleBroken("blocklist.rule.title", LONGEST_TITLE);
        }
        if (note.length() > LONGEST_NOTE) {
            throw new RuleBroken("blocklist.rule.note", LONGEST_NOTE);
        }
        if (tlp == Tlp.RED) {
            throw new RuleBroken("blocklist.rule.label");
        }
        if (forms.isEmpty() || forms.size() > MOST) {
            throw new RuleBroken("blocklist.rule.values", MOST);
        }
    }
}
