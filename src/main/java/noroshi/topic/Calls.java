package noroshi.topic;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a text calls by name, and who of them will find it. */
@Service
@Transactional(readOnly = true)
public class Calls {
    private final Topics topics;
    private final MentionStore mentions;

    Calls(Topics topics, MentionStore mentions) {
        this.topics = topics;
        this.mentions = mentions;
    }

    /** The names in a text of which its writer cannot know that they find the topic; nobody is told whether they exist. */
    public List<String> unreached(UUID topic, String text, Actor actor) {
        topics.show(topic, actor);
        return mentions.unreached(topic, Mentions.in(text));
    }

    /** Whom a document of a topic calls: people, offices and communities. */
    public Set<UUID> called(UUID topic, UUID document, Actor actor) {
        topics.show(topic, actor);
        return mentions.called(document);
    }
}
