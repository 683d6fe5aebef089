package noroshi.intel.enquiry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.intel.Spelling;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Which values members registered as theirs: the Centre alone judges them, and whose they are is told to nobody else. */
@Component
class Owners {
    private final WarningLists warnings;

    Owners(WarningLists warnings) {
        this.warnings = warnings;
    }

    /** What is registered among some values, and what of that by the reader's own organisation. */
    record Found(Set<Spelling.Form> registered, Set<Spelling.Form> own, boolean judging) {
        /** Only as far as the reader may know. */
        Known.Owner of(Spelling.Form form) {
            return own.contains(form)
                    ? Known.Owner.SELF
                    : judging && registered.contains(form) ? Known.Owner.MEMBER : Known.Owner.NOBODY;
        }

        /** Whether what the Centre answered to others is kept from the reader. */
        boolean keepsBack(Spelling.Form form) {
            return registered.contains(form) && of(form) == Known.Owner.NOBODY;
        }
    }

    Found among(Map<Spelling.Form, List<Hit>> hits, boolean judging, Actor actor) {
        var registered = hits.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Hit.OwnAsset.class::isInstance))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Found(registered, warnings.own(List.copyOf(registered), actor), judging);
    }

    Found of(Spelling.Form form, boolean judging, Actor actor) {
        return among(warnings.hits(List.of(form), actor), judging, actor);
    }

    boolean registered(Spelling.Form form, Actor actor) {
        return !of(form, true, actor).registered().isEmpty();
    }
}
