package noroshi.bulletin;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import noroshi.shared.Actor;

/** What a higher module demands of the manuscripts it began, beside what every bulletin needs. */
public interface Proviso {
    /** What is still missing before the manuscript can go on; nothing for manuscripts of others. */
    List<Gap> gaps(Manuscript manuscript, Actor actor);

    /** What whoever writes or judges the manuscript is shown about it. */
    Optional<Content> beside(Manuscript manuscript, Actor actor);
}
