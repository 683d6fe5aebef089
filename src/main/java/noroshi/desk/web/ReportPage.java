package noroshi.desk.web;

import noroshi.desk.Series;
import noroshi.desk.UpwardReport;
import noroshi.site.FormErrors;

/**
 * One report.
 *
 * @param words of a correction that was refused
 */
public record ReportPage(
        Series series,
        UpwardReport report,
        String composedBy,
        String approvedBy,
        boolean composes,
        boolean sends,
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
