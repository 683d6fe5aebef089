package noroshi.sanitised.web;

import java.util.List;
import noroshi.bulletin.Manuscript;
import noroshi.desk.Matter;
import noroshi.membership.Trait;
import noroshi.sanitised.Finding;
import noroshi.sanitised.SanitisedCopy;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * The desk's page of a copy.
 *
 * @param hand what may be worked at; empty for colleagues at the desk who do not write bulletins
 */
public record WritingPage(Matter matter, SanitisedCopy copy, List<Step> crumbs, List<Hand> hand, FormErrors errors) {

    static WritingPage closed(Matter matter, SanitisedCopy copy, List<Step> crumbs, FormErrors errors) {
        return new WritingPage(matter, copy, crumbs, List.of(), errors);
    }

    public String path() {
        return matter.path() + "/copy";
    }

    /**
     * The manuscript with what was found out about it.
     *
     * @param lacking what the bulletin still needs beside consent
     */
    public record Hand(
            Manuscript manuscript,
            List<Finding> findings,
            Crowd crowd,
            List<Described> described,
            List<String> lacking) {
        public String editor() {
            return "/bulletins/manuscripts/" + manuscript.id();
        }

        public boolean published() {
            return manuscript.state() instanceof Manuscript.State.Published;
        }

        /** Whether the reporter can be asked now. */
        public boolean ready() {
            return manuscript.open() && lacking.isEmpty();
        }
    }

    /**
     * How many fit, in words.
     *
     * @param reason what narrows it down; empty where nothing does
     * @param without how many would fit with less told, a sentence each
     */
    public record Crowd(int organisations, boolean few, String reason, List<String> without) {}

    /** What may be said about the source, and what is chosen. */
    public record Described(Trait trait, List<Choice> options, String value) {}
}
