package noroshi.topic.web;

import java.util.List;
import noroshi.community.CommunityRow;

/** Who wrote in a community with their name, by name. */
public record CommunityWritersPage(CommunityRow row, List<Line> lines) {
    /** One of them. */
    public record Line(Byline byline, int posts, int comments) {}

    public String figures() {
        return "/communities/" + row.community().id() + "/figures";
    }

    /** The same list to take away. */
    public String file(String ending) {
        return figures() + "/writers." + ending;
    }
}
