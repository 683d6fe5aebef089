package noroshi.desk;

import gg.jte.Content;
import java.util.Optional;
import noroshi.shared.Actor;

/** What a higher module shows beside a matter on its page; nothing for readers it does not concern. */
public interface Beside {
    Optional<Content> of(Matter matter, Actor actor);
}
