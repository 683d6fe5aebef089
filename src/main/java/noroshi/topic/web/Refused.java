package noroshi.topic.web;

import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.site.FormErrors;

/** Words that were refused, and come back in their field. */
record Refused(String body, RuleBroken refusal, Seen seen) {
    /** With the words that stand there now, if somebody else wrote them meanwhile. */
    FormErrors errors(String now) {
        var errors = FormErrors.of(refusal);
        return Seen.stale(refusal) ? errors.beside("body", body, now) : errors;
    }

    Seen seen(Seen now) {
        return seen.after(refusal, now);
    }
}
