package noroshi.knowledge.web;

import java.util.Optional;
import noroshi.desk.Matter;
import noroshi.site.FormErrors;

/**
 * An article in writing.
 *
 * @param to where the form goes
 * @param seen the version it goes on from; 0 for a new one
 * @param from the matter it is learned from
 */
public record WritingPage(String to, int seen, String title, String body, Optional<Matter> from, FormErrors errors) {
    public boolean fresh() {
        return seen == 0;
    }
}
