package noroshi.topic.web;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.Actor;
import noroshi.topic.Kind;
import noroshi.topic.OwnPage;
import noroshi.topic.Topic;
import org.springframework.stereotype.Component;

/** Knows which topics are read on a page that their feature draws. */
@Component
class OwnPages {
    private final Map<Kind, OwnPage> pages = new EnumMap<>(Kind.class);

    OwnPages(List<OwnPage> pages) {
        pages.forEach(page -> this.pages.put(page.kind(), page));
    }

    Set<Kind> kinds() {
        return Collections.unmodifiableSet(pages.keySet());
    }

    Optional<String> of(Topic topic, Actor actor) {
        return Optional.ofNullable(pages.get(topic.kind())).flatMap(page -> page.address(topic, actor));
    }
}
