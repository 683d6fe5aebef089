package noroshi.membership.web;

import java.util.List;
import java.util.Set;
import noroshi.membership.Trait;
import noroshi.site.Choice;

/** One thing an organisation is, what it may be, and what it is today. */
public record TraitChoice(Trait trait, List<Choice> options, Set<String> chosen) {

    /** The names of what it is today. */
    public String names() {
        return String.join(
                "、",
                options.stream()
                        .filter(option -> chosen.contains(option.value()))
                        .map(Choice::label)
                        .toList());
    }
}
