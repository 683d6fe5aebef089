package noroshi.membership.web;

import java.util.List;
import noroshi.membership.Move;

/** Who is about to move. */
public record MovesPage(List<Line> lines) {
    /** One move, and whether the reader may accept it. */
    public record Line(Move move, boolean mayAccept) {}
}
