package noroshi.membership;

import gg.jte.Content;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;

/** What a feature adds to the page of an organisation; one bean for each. */
public interface OrganisationPart {
    /** Nothing, where there is nothing that the actor sees elsewhere too. */
    Optional<Content> draw(UUID organisation, Actor actor);
}
