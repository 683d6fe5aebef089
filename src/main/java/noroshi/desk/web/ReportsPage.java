package noroshi.desk.web;

import java.util.List;
import java.util.Optional;
import noroshi.desk.Rhythm;
import noroshi.desk.Slot;
import noroshi.desk.UpwardReport;
import noroshi.site.FormErrors;

/**
 * The reports upwards: what is missing, what comes next, what was sent.
 *
 * @param escalated how many matters wait beyond the second contact
 */
public record ReportsPage(
        List<UpwardReport> reports,
        List<Slot> missed,
        Optional<Slot> next,
        Optional<Rhythm> rhythm,
        int escalated,
        boolean composes,
        FormErrors errors) {}
