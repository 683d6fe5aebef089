package noroshi.membership.signin;

import java.util.Locale;
import java.util.Optional;
import noroshi.membership.Profiles;
import noroshi.shared.Actor;
import noroshi.site.Reader;
import noroshi.site.ReaderProfile;
import org.springframework.stereotype.Component;

/** Tells every page who reads; the session already knew. */
@Component
class KnownReader implements ReaderProfile {
    private final Profiles profiles;

    KnownReader(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public Optional<Reader> of(Actor actor) {
        return CurrentSession.find()
                .filter(session -> session.actor().equals(actor))
                .map(Session::reader);
    }

    @Override
    public void choose(Actor actor, Locale locale) {
        profiles.choose(locale, actor);
    }
}
