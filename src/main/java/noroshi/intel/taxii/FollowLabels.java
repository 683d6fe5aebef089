package noroshi.intel.taxii;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.IntelLibrary;
import noroshi.membership.Members;
import noroshi.shared.Acting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets collections follow labels that changed in the library. What stands there comes anew under its new label or is handed
 * out no longer, whoever is still there; what may go only now goes for who handed its bundle out. Each step may be done
 * again without harm.
 */
@Component
class FollowLabels {
    private static final Logger LOG = LoggerFactory.getLogger(FollowLabels.class);
    private static final int AT_ONCE = 500;

    /** Which bundle was handed out where, and for whom. */
    private record Handing(UUID collection, HandOutStore.Handed handed) {}

    private final HandOutStore store;
    private final HandOutSteps steps;
    private final HandingOut handing;
    private final Members members;
    private final TransactionTemplate transaction;

    FollowLabels(
            HandOutStore store,
            HandOutSteps steps,
            HandingOut handing,
            Members members,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.steps = steps;
        this.handing = handing;
        this.members = members;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything that waits, a few hundred at a time. */
    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT40S")
    public synchronized void run() {
        var more = true;
        while (more) {
            more = handing.between(this::followSome);
        }
    }

    private boolean followSome() {
        var waiting = waiting();
        if (!waiting.isEmpty()) {
            follow(waiting);
        }
        return !waiting.isEmpty();
    }

    private List<HandOutStore.Relabelled> waiting() {
        return Objects.requireNonNull(transaction.execute(status -> store.waiting(AT_ONCE)));
    }

    /** First what must not be handed out any longer. */
    private void follow(List<HandOutStore.Relabelled> waiting) {
        waiting.stream()
                .filter(each -> each.collection().isPresent())
                .collect(Collectors.groupingBy(
                        each -> each.collection().orElseThrow(),
                        LinkedHashMap::new,
                        Collectors.mapping(HandOutStore.Relabelled::object, Collectors.toList())))
                .forEach(steps::follow);
        waiting.stream()
                .filter(each -> each.handed().isPresent())
                .collect(Collectors.groupingBy(
                        each -> new Handing(
                                each.collection().orElseThrow(), each.handed().orElseThrow()),
                        LinkedHashMap::new,
                        Collectors.mapping(HandOutStore.Relabelled::object, Collectors.toList())))
                .forEach(this::handOut);
        var numbers =
                waiting.stream().map(HandOutStore.Relabelled::number).distinct().toList();
        transaction.executeWithoutResult(status -> store.followed(numbers));
    }

    /** From the seat that handed out; nobody, when that person has left. What cannot go must not hold up the rest for ever. */
    private void handOut(Handing handed, List<UUID> objects) {
        try {
            members.seats(handed.handed().by()).stream()
                    .map(seat -> seat.actor("job"))
                    .filter(actor -> actor.organisation().equals(handed.handed().organisation())
                            && IntelLibrary.mayImport(actor))
                    .findFirst()
                    .ifPresent(actor -> Acting.as(
                            actor,
                            () -> handing.handOutAgain(handed.handed().bundle(), objects, handed.collection(), actor)));
        } catch (RuntimeException fault) {
            LOG.error("{} objects do not go into collection {}", objects.size(), handed.collection(), fault);
        }
    }
}
