package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What there is to do is told from what there was, also by another process than the one that told it last. */
class MovingDueTests {
    private static final UUID ID = new UUID(0, 1);

    private static String due(Card.Clock clock) {
        var call = new Call(
                ID, ID, "r", "n", "t", clock, ID, "c", Instant.EPOCH, Optional.of(Instant.EPOCH.plusSeconds(1)));
        var board = new Board(1, Instant.EPOCH, true, List.of());
        return new Moving("", board, Set.of(), List.of(call), List.of(), List.of(), List.of(), Map.of()).due();
    }

    @Test
    void theSameIsTheSameInEveryProcess() {
        var id = "00000000-0000-0000-0000-000000000001";
        var text = "[Call[id=" + id + ", matter=" + id + ", reference=r, number=n, title=t, clock=REPLY, organisation="
                + id + ", contact=c, dueAt=1970-01-01T00:00:00Z, triedAt=Optional[1970-01-01T00:00:01Z]]][][]";
        assertThat(due(Card.Clock.REPLY)).isEqualTo(Integer.toHexString(text.hashCode()));
    }
}
