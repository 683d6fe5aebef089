package noroshi.form;

import java.time.Instant;
import java.util.List;
import noroshi.shared.Tlp;

/**
 * A form with what its reader may see.
 *
 * @param title of the matter
 * @param unseen how many fields belong to parts that were not shared with this reader
 */
public record FilledForm(
        Form form, String reference, String title, Tlp tlp, Instant at, List<Entry> entries, int unseen) {

    /** A field and what was told; empty where nothing was. */
    public record Entry(String code, String label, String value) {}
}
