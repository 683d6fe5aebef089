package noroshi.provider;

import java.util.List;
import java.util.function.BiPredicate;
import noroshi.intel.Received;
import noroshi.intel.Spelling;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** What keeps a value from being published keeps it from going to providers. */
@Component
class Screening {
    private final WarningLists warnings;

    Screening(WarningLists warnings) {
        this.warnings = warnings;
    }

    /**
     * Without what a warning list names and nobody made an exception for, and without what is some member's own. That
     * something is taken back goes where it was brought before, and nowhere else.
     */
    List<Received.Fit> harmless(
            List<Received.Fit> objects, BiPredicate<Received.Fit, List<Spelling.Form>> brought, Actor actor) {
        var values = objects.stream()
                .flatMap(object -> object.gist().values().stream())
                .distinct()
                .toList();
        var blocking = warnings.blocking(values, actor);
        return objects.stream()
                .filter(object -> {
                    var blocked = object.gist().values().stream()
                            .filter(blocking::containsKey)
                            .toList();
                    return object.gist().revoked() ? brought.test(object, blocked) : blocked.isEmpty();
                })
                .toList();
    }
}
