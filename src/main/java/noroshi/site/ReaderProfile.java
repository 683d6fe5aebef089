package noroshi.site;

import java.util.Locale;
import java.util.Optional;
import noroshi.shared.Actor;

/** Who is reading; answered by membership. */
public interface ReaderProfile {
    /** Asked once per page; empty for service accounts. */
    Optional<Reader> of(Actor actor);

    /** Remembers the language chosen in the footer. */
    void choose(Actor actor, Locale locale);
}
