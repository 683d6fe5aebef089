package noroshi.intel.cli;

import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.IntelLibrary;
import noroshi.membership.Belonging;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.membership.Person;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;

/** Finds the person in whose name a file is imported. */
@Component
class ActingEditors {
    private final Members members;

    ActingEditors(Members members) {
        this.members = members;
    }

    /** The named person, or the Centre's first editor when nobody is named; from the seat that may import. */
    Actor named(String login) {
        return acting(candidates(login));
    }

    /** That person, from the seat that may import. */
    Actor of(UUID person) {
        return acting(Stream.of(person));
    }

    private Actor acting(Stream<UUID> candidates) {
        return candidates
                .flatMap(person -> members.seats(person).stream())
                .map(seat -> seat.actor("cli"))
                .filter(IntelLibrary::mayImport)
                .findFirst()
                .orElseThrow(() -> new RuleBroken("intel.cli.nobody"));
    }

    private Stream<UUID> candidates(String login) {
        return login.isEmpty()
                ? members.within(members.office(OfficeKind.EDITORS)).stream().map(Belonging::person)
                : members.byLogin(login).stream().map(Person::id);
    }
}
