package noroshi.membership.cli;

import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;

/** Operators name organisations by their short names. */
@Component
class Codes {
    private final Members members;

    Codes(Members members) {
        this.members = members;
    }

    /** Where a new service account belongs: where it is said, where its name points to, else to the Centre. */
    UUID organisationOf(String account, String code) {
        if (!code.isEmpty() || account.isEmpty()) {
            return organisation(code);
        }
        for (var name = account; !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('-')))) {
            var found = members.organisationByCode(name);
            if (found.isPresent()) {
                return found.get().id();
            }
        }
        return members.centre().orElseThrow(() -> new RuleBroken("membership.cli.no-organisation", account));
    }

    /** The organisation of an account's one seat. */
    String codeOfAccount(String account) {
        return members.byLogin(account).stream()
                .flatMap(person -> members.seats(person.id()).stream())
                .map(seat -> seat.organisation().code())
                .findFirst()
                .orElse("");
    }

    UUID organisation(String code) {
        return members.organisationByCode(code)
                .map(OrganisationName::id)
                .orElseThrow(() -> new RuleBroken("membership.cli.no-organisation", code));
    }
}
