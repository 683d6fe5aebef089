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

    UUID organisation(String code) {
        return members.organisationByCode(code)
                .map(OrganisationName::id)
                .orElseThrow(() -> new RuleBroken("membership.cli.no-organisation", code));
    }
}
