package noroshi.intel.blocklist;

import java.util.UUID;
import noroshi.intel.Spelling;

/** A value in a list. */
public record Entry(UUID value, Spelling.Form form) {
    public String harmless() {
        return form.type().harmless(form.value());
    }
}
