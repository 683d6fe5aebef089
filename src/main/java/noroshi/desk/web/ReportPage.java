package noroshi.desk.web;

import java.util.Optional;
import noroshi.desk.Series;
import noroshi.desk.UpwardReport;
import noroshi.site.FormErrors;
import noroshi.topic.Difference;

/**
 * One report.
 *
 * @param difference from the copy that it corrects, if it corrects one
 * @param words of a correction that was refused
 */
public record ReportPage(
        Series series,
        UpwardReport report,
        String composedBy,
        String approvedBy,
        boolean composes,
        boolean sends,
        Optional<Difference> difference,
        String words,
        FormErrors errors) {
    public String path() {
        return "/desk/reports/" + report.id();
    }

    /** Whether matters are named. */
    public boolean names() {
        return series.content() == Series.Content.FULL || series.content() == Series.Content.RECORD;
    }

    /** Whether a matter can be told from another. */
    public boolean numbers() {
        return series.content() != Series.Content.BROADCAST;
    }
}
