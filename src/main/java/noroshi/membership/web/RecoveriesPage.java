package noroshi.membership.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import noroshi.membership.PersonName;
import noroshi.membership.signin.Recovery;

/** The recoveries under way, as the Centre sees them. */
public record RecoveriesPage(List<Recovery> underWay, Map<UUID, PersonName> names, UUID reader) {

    public String name(UUID person, Locale locale) {
        var name = names.get(person);
        return name == null ? "" : name.in(locale) + "（" + name.organisation().in(locale) + "）";
    }

    /** Two people: neither whoever asked, nor the person themselves. */
    public boolean mayConfirm(Recovery recovery) {
        return recovery.opensAt().isEmpty()
                && !recovery.requestedBy().equals(reader)
                && !recovery.person().equals(reader);
    }
}
