package noroshi.intel.blocklist;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import org.springframework.stereotype.Component;

/** Decides what of a list may go to whom: by labels, by what people took back, and by what reporters agreed to. */
@Component
class Judging {
    private final BlocklistStore store;
    private final List<Reporters> reporters;

    Judging(BlocklistStore store, List<Reporters> reporters) {
        this.store = store;
        this.reporters = reporters;
    }

    /** What a person took back from those who had it goes to nobody else either. */
    List<Reach> reach(Blocklist list, Collection<UUID> organisations, Actor actor) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        var gone = store.sent(list.id(), Optional.empty()).stream()
                .filter(Sent::takenBackByPerson)
                .map(sent -> sent.entry().value())
                .collect(Collectors.toSet());
        var told = told(list, organisations, actor);
        return store.reach(list.id(), organisations).stream()
                .map(each -> gone.contains(each.value()) ? each.refused(Reach.Refusal.TAKEN_BACK) : each)
                .map(each -> needsReporter(each, told) ? each.refused(Reach.Refusal.DESK) : each)
                .toList();
    }

    /** On whose word it goes matters: what others say and may be handed on is no secret of a reporter's. */
    private static boolean needsReporter(Reach each, List<Reporters.Told> told) {
        return each.goes()
                && each.basis() == Reach.Basis.CENTRE
                && told.stream()
                        .anyMatch(it -> it.value().equals(each.value())
                                && (!it.agreed() || it.refused().contains(each.organisation())));
    }

    /** The values that wait for their reporter: not agreed to, and said by nobody else who lets them go on. */
    List<Reporters.Told> waiting(Blocklist list, Actor actor) {
        var said = store.saidElsewhere(list.id());
        return told(list, List.of(), actor).stream()
                .filter(it -> !it.agreed() && !said.contains(it.value()))
                .toList();
    }

    private List<Reporters.Told> told(Blocklist list, Collection<UUID> organisations, Actor actor) {
        var entries = store.entries(list.id());
        return reporters.stream()
                .flatMap(each -> each.told(list, entries, organisations, actor).stream())
                .toList();
    }
}
