package noroshi.topic.web;

import java.util.Locale;
import noroshi.membership.Profiles;
import noroshi.shared.Actor;
import noroshi.topic.Level;
import org.springframework.stereotype.Component;

/** Remembers the level a reader chose, for every page that has two. */
@Component
class LevelMemory {
    private final Profiles profiles;

    LevelMemory(Profiles profiles) {
        this.profiles = profiles;
    }

    void remember(Level level, Actor actor) {
        profiles.chooseLevel(level.name().toLowerCase(Locale.ROOT), actor);
    }
}
