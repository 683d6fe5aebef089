package noroshi.community;

import gg.jte.Content;
import java.util.UUID;
import noroshi.shared.Actor;

/** What is being talked about in a community; the module that owns topics draws this part of its page. */
public interface CommunityTopics {
    /** The newest topics that reached the reader through the community, as markup of one panel. */
    Content newest(UUID community, Actor actor);
}
