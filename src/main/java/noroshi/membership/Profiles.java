package noroshi.membership;

import java.util.Locale;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people want the platform to speak to them. */
@Service
@Transactional
public class Profiles {
    private final ProfileStore profiles;

    Profiles(ProfileStore profiles) {
        this.profiles = profiles;
    }

    /** From now on pages speak this language. */
    public void choose(Locale locale, Actor actor) {
        profiles.choose(locale.getLanguage().equals("en") ? "en" : "ja", actor.person());
    }

    /** From now on topics open at this level: {@code pro} or {@code general}. */
    public void chooseLevel(String level, Actor actor) {
        profiles.chooseLevel(level.equals("pro") ? "pro" : "general", actor.person());
    }
}
