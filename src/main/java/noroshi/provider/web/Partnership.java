package noroshi.provider.web;

import java.util.List;
import java.util.Optional;
import noroshi.provider.Partners;
import noroshi.site.Choice;

/**
 * Which organisation a partner is, as its page shows it.
 *
 * @param name of that organisation; empty where nobody said which it is
 * @param choices which it may be
 * @param mayOpen whether the reader opens the pages of other organisations
 */
public record Partnership(Optional<Partners.Dealings> dealings, String name, List<Choice> choices, boolean mayOpen) {
    public String chosen() {
        return dealings.map(known -> known.organisation().toString()).orElse("");
    }
}
