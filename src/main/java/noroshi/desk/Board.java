package noroshi.desk;

import java.time.Instant;
import java.util.List;

/**
 * All matters as they stood at a moment.
 *
 * @param number boards with the same one were made of the same rows
 */
public record Board(long number, Instant at, boolean live, List<Card> cards) {
    public Board {
        cards = List.copyOf(cards);
    }

    public List<Card> in(Lane lane) {
        return cards.stream().filter(card -> card.lane() == lane).toList();
    }

    /** How many open matters a team has. */
    public long load(int team) {
        return cards.stream()
                .filter(card -> card.lane() != Lane.DONE)
                .filter(card -> card.standing().team().filter(it -> it == team).isPresent())
                .count();
    }
}
