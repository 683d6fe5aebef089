package noroshi.membership;

import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** People, tokens, led communities and substitutes of an organisation that withdraws. */
@Component
class LeftSeats implements LeftBehind {
    private final LeftSeatsStore store;

    LeftSeats(LeftSeatsStore store) {
        this.store = store;
    }

    @Override
    public List<Entry> of(UUID organisation, Actor actor) {
        var counts = store.counts(organisation);
        var path = "/organisations/" + organisation;
        return List.of(
                new Entry("membership.withdrawal.people", counts.people(), path + "#people"),
                new Entry("membership.withdrawal.tokens", counts.tokens(), ""),
                new Entry("membership.withdrawal.led", counts.led(), "/communities"),
                new Entry("membership.withdrawal.substitutions", counts.substitutions(), path + "/substitutes"));
    }

    /** Their seats stay, so that what they did keeps its place; nobody reads through a seat of who has withdrawn. */
    @Override
    public void end(Withdrawal withdrawal, Actor actor) {
        store.revokeTokens(withdrawal.organisation());
        store.endSubstitutions(withdrawal.organisation());
    }
}
