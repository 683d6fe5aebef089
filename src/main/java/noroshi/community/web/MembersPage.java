package noroshi.community.web;

import java.util.List;
import java.util.UUID;
import noroshi.community.CommunityRow;
import noroshi.community.Delegation;
import noroshi.community.Gone;
import noroshi.community.Member;
import noroshi.community.Place;
import noroshi.community.Request;
import noroshi.site.FormErrors;

/**
 * Who sits in a community, by organisation; for its leads also who asks to, and who left.
 *
 * @param reader the person reading, who leaves on the community's own page
 * @param login what was typed into the invitation
 */
public record MembersPage(
        CommunityRow row,
        List<Delegation> delegations,
        List<Request> requests,
        List<Gone> gone,
        UUID reader,
        int number,
        boolean more,
        String login,
        FormErrors errors) {

    public String path() {
        return "/communities/" + row.community().id();
    }

    public boolean leads() {
        return row.place() == Place.LEAD && !row.community().closed();
    }

    /** Whether the reader may take this seat away or name its holder a lead. */
    public boolean seats(Member member) {
        return leads() && !member.person().id().equals(reader);
    }

    public boolean removable() {
        return !row.community().everyoneTakingPart();
    }
}
