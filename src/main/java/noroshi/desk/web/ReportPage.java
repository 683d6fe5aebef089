package noroshi.desk.web;

import noroshi.desk.UpwardReport;
import noroshi.site.FormErrors;

/**
 * One report upwards.
 *
 * @param abridged without names and titles, for the study group
 */
public record ReportPage(
        UpwardReport report,
        boolean abridged,
        String composedBy,
        String approvedBy,
        boolean composes,
        boolean sends,
        FormErrors errors) {
    public String path() {
        return "/desk/reports/" + report.id();
    }
}
