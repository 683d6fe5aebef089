package noroshi.desk.web;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.Matter;
import noroshi.desk.Reporter;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Names organisations and people in the reader's language, with one look-up each. */
@Component
class Names {
    private final Members members;

    Names(Members members) {
        this.members = members;
    }

    /** The names found for a set of ids. */
    record Found(Map<UUID, OrganisationName> organisations, Map<UUID, PersonName> people) {
        String organisation(UUID id) {
            var name = organisations.get(id);
            return name == null ? Ui.text("desk.unknown") : name.in(Ui.locale());
        }

        String person(UUID id) {
            var name = people.get(id);
            return name == null ? Ui.text("desk.unknown") : name.in(Ui.locale());
        }
    }

    Found of(Stream<UUID> organisations, Stream<UUID> people) {
        return new Found(
                members.organisations(organisations.filter(Objects::nonNull).collect(Collectors.toSet())),
                members.names(people.filter(Objects::nonNull).collect(Collectors.toSet())));
    }

    Found reporters(Collection<Matter> matters) {
        return of(
                matters.stream().flatMap(matter -> matter.reporter().stream()).map(Reporter::organisation),
                Stream.empty());
    }

    /** Whose matter it is, as far as the reader may know. */
    static String by(Matter matter, Found names) {
        return matter.reporter()
                .map(reporter -> names.organisation(reporter.organisation()))
                .orElseGet(() -> Ui.text("desk.hidden"));
    }
}
