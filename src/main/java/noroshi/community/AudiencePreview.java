package noroshi.community;

import java.util.List;
import noroshi.membership.OrganisationName;
import noroshi.membership.PersonName;
import noroshi.shared.Window;

/**
 * Who will be able to read, by name and count, before anything is sent.
 *
 * @param people how many in all
 * @param organisations of how many organisations
 * @param reach one page of them, by organisation
 */
public record AudiencePreview(int people, int organisations, List<Reach> reach, Window window) {
    public AudiencePreview {
        reach = List.copyOf(reach);
    }

    /**
     * The readers in one organisation.
     *
     * @param people how many of them
     * @param names those whom the actor may know by name, up to a limit
     */
    public record Reach(OrganisationName organisation, int people, List<PersonName> names) {
        public Reach {
            names = List.copyOf(names);
        }

        /** Those who are counted only. */
        public int others() {
            return people - names.size();
        }
    }

    /** Whether there are organisations after this page. */
    public boolean more() {
        return window.offset() + reach.size() < organisations;
    }

    /** How many organisations stand on other pages. */
    public int elsewhere() {
        return organisations - reach.size();
    }

    public int page() {
        return window.offset() / window.size() + 1;
    }
}
