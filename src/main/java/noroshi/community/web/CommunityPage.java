package noroshi.community.web;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import noroshi.community.Community;
import noroshi.community.CommunityRow;
import noroshi.community.Member;
import noroshi.site.FormErrors;

/**
 * One community as its reader sees it.
 *
 * @param leads whom to turn to
 * @param topics what is being talked about, drawn by the module that keeps topics
 * @param manages whether the reader describes and closes it
 * @param requests how many people wait for the reader to let them in
 * @param reason what was typed into a request to be let in
 */
public record CommunityPage(
        CommunityRow row,
        List<Member> leads,
        Optional<Content> topics,
        boolean manages,
        int requests,
        String reason,
        FormErrors errors) {

    public Community community() {
        return row.community();
    }

    public String path() {
        return "/communities/" + community().id();
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
