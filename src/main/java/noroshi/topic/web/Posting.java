package noroshi.topic.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.topic.Drafts;
import noroshi.topic.NewTopic;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts a topic with its files and throws the draft away: all of it, or nothing. */
@Component
class Posting {
    private final Topics topics;
    private final Attaching attaching;
    private final Drafts drafts;

    Posting(Topics topics, Attaching attaching, Drafts drafts) {
        this.topics = topics;
        this.attaching = attaching;
        this.drafts = drafts;
    }

    @Transactional
    public UUID post(NewTopic topic, List<Attaching.Part> files, Actor actor) {
        var id = topics.post(topic, actor);
        attaching.attach(id, Optional.empty(), files, actor);
        drafts.find(ComposeController.FORM, topic.parent(), actor)
                .ifPresent(draft -> drafts.discard(draft.id(), actor));
        return id;
    }
}
