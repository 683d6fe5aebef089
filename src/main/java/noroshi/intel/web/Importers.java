package noroshi.intel.web;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Bundle;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** The names of those who brought bundles. */
@Component
class Importers {
    private final Members members;

    Importers(Members members) {
        this.members = members;
    }

    /** By person, in the reader's language. */
    Map<UUID, String> of(Collection<Bundle> bundles) {
        var people = bundles.stream().map(Bundle::importedBy).collect(Collectors.toSet());
        return members.names(people).values().stream()
                .collect(Collectors.toMap(PersonName::id, name -> name.in(Ui.locale())));
    }
}
