package noroshi.topic;

import java.util.Optional;
import noroshi.shared.Actor;

/** A feature whose topics have a page of their own; implemented above the spine, one bean for each kind. */
public interface OwnPage {
    /** The kind of topic. */
    Kind kind();

    /** Where the topic is read, for a reader who may read it. */
    Optional<String> address(Topic topic, Actor actor);
}
