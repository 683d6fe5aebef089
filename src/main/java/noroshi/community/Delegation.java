package noroshi.community;

import java.util.List;
import noroshi.membership.OrganisationName;

/**
 * The people of one organisation who sit in a community.
 *
 * @param people how many
 * @param members those whom the reader may know by name
 */
public record Delegation(OrganisationName organisation, int people, List<Member> members) {
    public Delegation {
        members = List.copyOf(members);
    }

    /** Those who are counted only. */
    public int others() {
        return people - members.size();
    }
}
