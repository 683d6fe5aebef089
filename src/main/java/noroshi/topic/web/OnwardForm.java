package noroshi.topic.web;

import java.util.UUID;
import noroshi.shared.RuleBroken;

/** What a reader types who asks the source. */
public record OnwardForm(String community, String audience, String purpose) {
    static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException notAnId) {
            throw new RuleBroken("topic.choice-unknown");
        }
    }
}
