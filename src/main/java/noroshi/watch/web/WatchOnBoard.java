package noroshi.watch.web;

import gg.jte.Content;
import java.util.Optional;
import noroshi.desk.Board;
import noroshi.desk.OnBoard;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** The board says who is on watch, and what the hand-over lacks. */
@Component
class WatchOnBoard implements OnBoard {
    private final Watches watches;
    private final Parts parts;

    WatchOnBoard(Watches watches, Parts parts) {
        this.watches = watches;
        this.parts = parts;
    }

    @Override
    public Optional<Content> of(Board board, Actor actor) {
        return Optional.of(parts.draw("watch/parts/now", watches.at(board.at(), board.live(), actor)));
    }
}
