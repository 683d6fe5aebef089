package noroshi.intel.taxii;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import noroshi.intel.Received;
import noroshi.intel.Spelling;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/**
 * Finds what may not be handed on, as it arrives or stands there: indicators with a value that a warning list names without
 * an exception, or that a member has registered as its own. Whoever brought one is not told which of both, and nobody else
 * gets it.
 */
@Component
class Restraint {
    /** Nobody asks about more values of one object: it counts as named, so that a person looks at it. */
    private static final int MOST_VALUES = 1_000;

    private final WarningLists warnings;

    Restraint(WarningLists warnings) {
        this.warnings = warnings;
    }

    /** Of the objects of one commit, by one question. */
    Set<Received> of(List<Arrival> arrivals) {
        var indicators = arrivals.stream()
                .flatMap(arrival -> arrival.fit().stream())
                .filter(Restraint::isIndicator)
                .toList();
        var stays = rule(
                indicators.stream().map(fit -> fit.gist().values()).toList(),
                arrivals.getFirst().actor());
        var kept = Collections.<Received>newSetFromMap(new IdentityHashMap<>());
        indicators.stream().filter(fit -> stays.test(fit.gist().values())).forEach(kept::add);
        return kept;
    }

    static boolean isIndicator(Received.Fit object) {
        return object.type().equals("indicator");
    }

    /** Whether one of these indicators stays near its bringer, by its values; all are asked about at once. */
    Predicate<List<Spelling.Form>> rule(List<List<Spelling.Form>> indicators, Actor actor) {
        var forms = indicators.stream()
                .filter(Restraint::asked)
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        var blocked = forms.isEmpty() ? Set.<Spelling.Form>of() : warnings.withheld(List.copyOf(forms), actor);
        return values -> !asked(values) || values.stream().anyMatch(blocked::contains);
    }

    private static boolean asked(List<Spelling.Form> values) {
        return values.size() <= MOST_VALUES;
    }
}
