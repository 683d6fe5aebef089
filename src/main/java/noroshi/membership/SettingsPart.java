package noroshi.membership;

import gg.jte.Content;
import noroshi.shared.Actor;

/** What a feature lets people set for themselves, on the settings page; one bean for each. */
public interface SettingsPart {
    /** Smaller stands higher. */
    int order();

    Content draw(Actor actor);
}
