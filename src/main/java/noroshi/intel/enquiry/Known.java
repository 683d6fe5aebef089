package noroshi.intel.enquiry;

import java.util.List;
import java.util.Optional;
import noroshi.intel.Spelling;
import noroshi.intel.life.Life;
import noroshi.intel.life.Tally;
import noroshi.intel.warning.Hit;

/**
 * What is known of a value at once, for one reader.
 *
 * @param life what their sources say
 * @param warnings the lists that name it
 * @param answered what the Centre answered before
 * @param asked how many organisations have asked, where that may be told
 * @param owner who registered it as theirs, as far as the reader may know
 * @param waiting whether the reader's organisation waits for an answer already
 */
public record Known(
        Spelling.Form form,
        Optional<Life> life,
        List<Hit> warnings,
        Tally tally,
        Optional<Enquiry.Answer> answered,
        long asked,
        Owner owner,
        boolean waiting) {
    /** Who registered a value as theirs. */
    public enum Owner {
        NOBODY,
        SELF,
        MEMBER
    }

    public Known {
        warnings = List.copyOf(warnings);
    }

    /** Whether somebody should be asked; about what is one's own, only if one wants to. */
    public boolean open() {
        return life.isEmpty() && askable() && !registered();
    }

    /** Whether a member registered it, as far as the reader may know. */
    public boolean registered() {
        return owner != Owner.NOBODY;
    }

    /** Whether the Centre can be asked: sources may contradict each other, have faded, or say little. */
    public boolean askable() {
        return answered.isEmpty() && !waiting;
    }

    public String harmless() {
        return form.type().harmless(form.value());
    }
}
