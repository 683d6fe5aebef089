package noroshi.community.web;

import java.util.List;
import noroshi.community.Community;
import noroshi.community.CommunityRow;
import noroshi.site.FormErrors;

/**
 * The list of communities as the reader may know them.
 *
 * @param others known to the reader, who does not sit in them
 * @param asking what was typed into the request for an invited community
 */
public record CommunitiesPage(
        List<Line> mine,
        List<Line> others,
        List<Line> closed,
        boolean mayFound,
        boolean mayStart,
        AskForm asking,
        FormErrors errors) {

    /** One community with what the reader has not read there. */
    public record Line(CommunityRow row, int unread) {
        public String path() {
            return "/communities/" + row.community().id();
        }

        public boolean joinable() {
            return !row.place().inside() && row.community().kind() == Community.Kind.OPEN;
        }
    }
}
