package noroshi.audit.web;

import java.time.Instant;
import java.util.List;
import noroshi.site.Choice;
import noroshi.site.Step;

/**
 * The audit trail, as far as its reader may see it.
 *
 * @param breadths whose entries; one alone needs no choice
 * @param query what was asked for, as typed
 * @param unread whether some of it could not be read
 * @param custodian whether sealed entries are open to the reader
 */
public record AuditPage(
        List<Step> breadths,
        AuditQuery query,
        boolean unread,
        boolean custodian,
        List<Choice> acts,
        List<Line> lines,
        Files files,
        int number,
        boolean more) {

    /**
     * One entry in words.
     *
     * @param theirs where the entries of this person stand; empty for whoever is no person of the platform
     * @param related where the entries about the same subject stand; empty where there is none
     * @param about the name of the subject or the beginning of its id; empty where there is none
     * @param facts what else is known, one each; empty where there is nothing
     */
    public record Line(
            Instant at,
            String by,
            String theirs,
            String organisation,
            String via,
            String act,
            String related,
            String about,
            List<String> facts,
            boolean sealed) {}

    /** Where the entries are to be had for a spreadsheet. */
    public record Files(String csv, String xlsx) {}
}
