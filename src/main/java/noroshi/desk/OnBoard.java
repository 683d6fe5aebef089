package noroshi.desk;

import gg.jte.Content;
import java.util.Optional;
import noroshi.shared.Actor;

/** What a higher module shows on the board of the desk, above its lanes; nothing where there is nothing to say. */
public interface OnBoard {
    Optional<Content> of(Board board, Actor actor);
}
