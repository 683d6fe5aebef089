package noroshi.intel.taxii;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.audit.AuditTrail;
import noroshi.intel.Bundle;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Reason;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.Spelling;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door for people who hand out what is in the library: the objects of a bundle go into a collection with the
 * bytes that were received, under the labels they have here, and from there to machines like what machines brought.
 */
@Service
public class HandingOut {
    /** How many objects go at once; more are a machine's to bring. */
    public static final int MOST = 50_000;

    private static final int AT_ONCE = 500;

    private final IntelLibrary library;
    private final HandOutStore store;
    private final Views views;
    private final Writers writers;
    private final WarningLists warnings;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;

    HandingOut(
            IntelLibrary library,
            HandOutStore store,
            Views views,
            Writers writers,
            WarningLists warnings,
            AuditTrail audit,
            PlatformTransactionManager transactions) {
        this.library = library;
        this.store = store;
        this.views = views;
        this.writers = writers;
        this.warnings = warnings;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The bundle, for whoever may hand it out. */
    public Bundle bundle(UUID id, Actor actor) {
        var bundle = library.bundle(id, actor);
        if (!IntelLibrary.mayHandOut(bundle, actor)) {
            throw new NotAllowed();
        }
        return bundle;
    }

    /** Where the actor may hand something out. */
    public List<Collection> collections(Actor actor) {
        return views.of(actor).stream()
                .filter(View::mayWrite)
                .map(View::collection)
                .toList();
    }

    /** Hands a bundle out, some objects in each commit; what went before goes once, so it may be done again. */
    public HandedOut handOut(UUID id, UUID collection, Actor actor) {
        var bundle = bundle(id, actor);
        var into = collections(actor).stream()
                .filter(each -> each.id().equals(collection))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("intel.handout.collection"));
        if (bundle.taken() + bundle.known() > MOST) {
            throw new RuleBroken("intel.handout.most", MOST);
        }
        var tally = new HandedOut.Tally();
        for (var some = some(id, 0);
                !some.isEmpty();
                some = some(id, some.getLast().position())) {
            go(some, into, tally, actor);
        }
        var done = tally.done();
        transaction.executeWithoutResult(status -> audit.record(
                actor,
                "intel.bundle-handed-out",
                collection,
                Map.of("bundle", id, "taken", done.taken(), "known", done.known(), "stayed", done.stayed())));
        return done;
    }

    private List<HandOutStore.Held> some(UUID bundle, int after) {
        return Objects.requireNonNull(transaction.execute(status -> store.objects(bundle, after, AT_ONCE)));
    }

    private void go(List<HandOutStore.Held> some, Collection into, HandedOut.Tally tally, Actor actor) {
        var own = new ArrayList<HandOutStore.Held>();
        for (var held : some) {
            if (held.bringer()
                    .filter(each -> !each.equals(actor.organisation()))
                    .isPresent()) {
                tally.stays(held.position(), held.stixId(), Reason.said("intel.handout.others"));
            } else {
                own.add(held);
            }
        }
        if (own.isEmpty()) {
            return;
        }
        var envelope = ReceivedEnvelope.again(
                bytes(own), own.stream().map(held -> Optional.of(held.tlp())).toList());
        var free = free(envelope, own, tally, actor);
        if (free.isEmpty()) {
            return;
        }
        var receipt = writers.bring(into, new ReceivedEnvelope(envelope.text(), free), actor);
        var places = new HashMap<String, Integer>();
        own.forEach(held -> places.putIfAbsent(held.stixId(), held.position()));
        receipt.failures()
                .forEach(failure -> tally.stays(places.getOrDefault(failure.id(), 0), failure.id(), failure.reason()));
        tally.goes(receipt);
    }

    /** Without what a warning list or a member's own keeps from going anywhere. */
    private List<Received> free(
            ReceivedEnvelope envelope, List<HandOutStore.Held> own, HandedOut.Tally tally, Actor actor) {
        var values = new HashMap<Received, List<Spelling.Form>>();
        for (var object : envelope.objects()) {
            if (object instanceof Received.Fit fit) {
                values.put(object, envelope.values(fit));
            }
        }
        var blocked = warnings.blocking(
                values.values().stream().flatMap(List::stream).distinct().toList(), actor);
        return envelope.objects().stream()
                .filter(object -> {
                    var warned = values.getOrDefault(object, List.of()).stream().anyMatch(blocked::containsKey);
                    if (warned) {
                        var held = own.get(object.position() - 1);
                        tally.stays(held.position(), held.stixId(), Reason.said("intel.handout.warned"));
                    }
                    return !warned;
                })
                .toList();
    }

    private static byte[] bytes(List<HandOutStore.Held> objects) {
        return objects.stream()
                .map(held -> new String(held.raw(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "{\"objects\":[", "]}"))
                .getBytes(StandardCharsets.UTF_8);
    }
}
