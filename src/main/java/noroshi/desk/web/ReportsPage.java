package noroshi.desk.web;

import java.util.List;
import java.util.Map;
import noroshi.desk.Rhythm;
import noroshi.desk.Series;
import noroshi.desk.Slot;
import noroshi.desk.UpwardReport;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * The reports: what is missing, what comes next, what was sent.
 *
 * @param overtaken what was made of a copy that was corrected since
 * @param escalated how many matters wait beyond the second contact
 * @param views one series, or all
 */
public record ReportsPage(
        List<Series> series,
        Map<String, Rhythm> rhythms,
        List<UpwardReport> reports,
        List<Slot> missed,
        List<UpwardReport> overtaken,
        List<Slot> next,
        List<Step> views,
        int escalated,
        boolean composes,
        FormErrors errors) {

    /** The series of a report. */
    public Series of(UpwardReport report) {
        return series.stream()
                .filter(it -> it.code().equals(report.series()))
                .findFirst()
                .orElseThrow();
    }

    /** The series of which one may be sent between its times. */
    public List<Series> extra() {
        return series.stream()
                .filter(it -> it.extra() && rhythms.containsKey(it.code()))
                .toList();
    }
}
