package noroshi.community.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import noroshi.community.Community;
import noroshi.community.CommunityRow;
import noroshi.community.Member;
import noroshi.community.Occasion;
import noroshi.community.Place;
import noroshi.membership.PersonName;
import noroshi.site.FormErrors;

/**
 * One community as its reader sees it.
 *
 * @param leads whom to turn to
 * @param topics what is being talked about, drawn by the module that keeps topics
 * @param manages whether the reader describes and closes it
 * @param requests how many people wait for the reader to let them in
 * @param centre who of the Centre sits here, and so reads it
 * @param occasions when its members meet next
 * @param reason what was typed into a request to be let in
 */
public record CommunityPage(
        CommunityRow row,
        List<Member> leads,
        Optional<Content> topics,
        boolean manages,
        int requests,
        List<PersonName> centre,
        List<Occasion> occasions,
        String reason,
        String occasion,
        FormErrors errors) {

    public Community community() {
        return row.community();
    }

    public String path() {
        return "/communities/" + community().id();
    }

    /** Whether the reader rules here: it goes on, and they lead it. */
    public boolean rules() {
        return row.place() == Place.LEAD && !community().closed();
    }

    public boolean inside() {
        return row.place().inside();
    }

    public boolean mayJoin() {
        return !inside() && !community().closed() && community().kind() == Community.Kind.OPEN;
    }

    public boolean mayAsk() {
        return !inside() && !community().closed() && community().kind() == Community.Kind.INVITED;
    }

    public boolean mayLeave() {
        return inside() && !community().everyoneTakingPart();
    }
}
