package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import noroshi.membership.Members;
import noroshi.shared.Together;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Something comes in at the very moment at which somebody looks at the board. */
@WholeHouse
@Import(Matters.class)
class LookingWhileItMovesTests {
    @Autowired
    Triage triage;

    @Autowired
    TicketStore tickets;

    @Autowired
    MatterStore store;

    @Autowired
    TellingStore tellings;

    @Autowired
    Clocks clocks;

    @Autowired
    Conversation conversation;

    @Autowired
    Files files;

    @Autowired
    Members members;

    @Autowired
    RecentBoard recent;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Together together;

    @Autowired
    Matters matters;

    private static List<UUID> shown(Board board) {
        return board.cards().stream().map(Card::matter).toList();
    }

    @Test
    void whatThePulseTellsIsOnTheBoardThatIsKeptForIt() {
        var came = new ArrayList<UUID>();
        var views = new ViewStore(jdbc, together) {
            @Override
            String pulse() {
                came.add(
                        CompletableFuture.supplyAsync(() -> matters.reported("見ている間に届く", Optional.empty(), false, MIKA))
                                .join()
                                .topic());
                return super.pulse();
            }
        };
        var looking = new Triage(tickets, store, tellings, clocks, conversation, files, members, views, recent, ledger);
        var boards = new ArrayList<Board>();
        matters.during(DANA, () -> boards.add(looking.board(Optional.empty(), DANA)));
        assertThat(shown(boards.getFirst())).containsAll(came);
        assertThat(shown(triage.board(Optional.empty(), DANA)))
                .as("whoever looks next")
                .containsAll(came);
    }
}
