package noroshi.intel.taxii;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Reason;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.Spelling;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What one step of handing out does: some objects go under the labels they have here, with the bytes that were received. */
@Component
class HandOutSteps {
    private final HandOutStore store;
    private final Writers writers;
    private final WarningLists warnings;
    private final TransactionTemplate transaction;

    HandOutSteps(HandOutStore store, Writers writers, WarningLists warnings, PlatformTransactionManager transactions) {
        this.store = store;
        this.writers = writers;
        this.warnings = warnings;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Some objects of a bundle behind a place in its file. */
    List<HandOutStore.Held> some(UUID bundle, int after, int most, List<UUID> only) {
        return Objects.requireNonNull(transaction.execute(status -> store.objects(bundle, after, most, only)));
    }

    /** Lets some objects of a bundle go into a collection, each decided for itself; what went before goes once. */
    void go(List<HandOutStore.Held> some, Collection into, HandedOut.Tally tally, Actor actor) {
        var own = new ArrayList<HandOutStore.Held>();
        for (var held : some) {
            var reason = reasonToStay(held, actor);
            if (reason.isPresent()) {
                tally.stays(held, reason.get());
            } else {
                own.add(held);
            }
        }
        if (own.isEmpty()) {
            return;
        }
        var envelope = ReceivedEnvelope.again(
                bytes(own), own.stream().map(held -> Optional.of(held.tlp())).toList());
        var free = free(envelope, own, into, tally, actor);
        if (free.isEmpty()) {
            return;
        }
        var receipt = writers.bring(into, new ReceivedEnvelope(envelope.text(), free), actor);
        var places = Places.of(envelope, own);
        for (var failure : receipt.failures()) {
            places.at(failure.id(), failure.version())
                    .ifPresentOrElse(
                            held -> tally.stays(held, failure.reason()),
                            () -> tally.stays(0, failure.id(), failure.reason()));
        }
        var near = receipt.successes().stream().filter(Receipt.Success::near).toList();
        for (var success : near) {
            places.at(success.id(), success.version())
                    .ifPresentOrElse(
                            held -> tally.stays(held, Reason.said("intel.handout.warned")),
                            () -> tally.stays(0, success.id(), Reason.said("intel.handout.warned")));
        }
        var gone =
                receipt.successes().stream().filter(success -> !success.near()).toList();
        var known = gone.stream().filter(Receipt.Success::known).toList();
        tally.takes(gone.size() - known.size());
        followWhatChanged(gone, places, into);
        stand(known, places, into, tally, actor);
    }

    /** What another brought is its own to bring elsewhere; TLP:AMBER+STRICT is for whom its source names. */
    private static Optional<Reason> reasonToStay(HandOutStore.Held held, Actor actor) {
        if (held.bringer().filter(each -> !each.equals(actor.organisation())).isPresent()) {
            return Optional.of(Reason.said("intel.handout.others"));
        }
        return held.tlp() == Tlp.AMBER_STRICT ? Optional.of(Reason.said("intel.handout.strict")) : Optional.empty();
    }

    /** A label may have changed since it was read, and have been followed before its object stood here. */
    private void followWhatChanged(List<Receipt.Success> gone, Places places, Collection into) {
        var objects = gone.stream()
                .flatMap(success -> places.at(success.id(), success.version()).stream())
                .map(HandOutStore.Held::object)
                .toList();
        if (!objects.isEmpty()) {
            follow(into.id(), objects);
        }
    }

    /** What was brought in another way under another label is told. */
    private void stand(
            List<Receipt.Success> known, Places places, Collection into, HandedOut.Tally tally, Actor actor) {
        var labels = new HashMap<Places.Place, Tlp>();
        for (var own : own(into, known.stream().map(Receipt.Success::id).toList(), actor)) {
            own.tlp().ifPresent(tlp -> labels.put(new Places.Place(own.stixId(), Optional.of(own.version())), tlp));
        }
        for (var success : known) {
            var held = places.at(success.id(), success.version());
            var label = Optional.ofNullable(labels.get(Places.Place.of(success.id(), success.version())));
            if (held.isPresent() && label.filter(tlp -> tlp != held.get().tlp()).isPresent()) {
                var was = label.get().label();
                var is = held.get().tlp().label();
                tally.stays(held.get(), Reason.said("intel.handout.labelled", was, is));
            } else {
                tally.knows();
            }
        }
    }

    /** What stands in a collection follows the labels that these objects have in the library. */
    void follow(UUID collection, List<UUID> objects) {
        writers.inTurn(
                collection,
                () -> Objects.requireNonNull(transaction.execute(status -> store.follow(collection, objects))));
    }

    private List<HandOutStore.Own> own(Collection into, List<String> ids, Actor actor) {
        return ids.isEmpty()
                ? List.of()
                : Objects.requireNonNull(
                        transaction.execute(status -> store.own(into.id(), actor.organisation(), ids)));
    }

    /** Without what a warning list or a member's own keeps from going anywhere; its revocation goes where it went. */
    private List<Received> free(
            ReceivedEnvelope envelope,
            List<HandOutStore.Held> own,
            Collection into,
            HandedOut.Tally tally,
            Actor actor) {
        var values = new HashMap<Received, List<Spelling.Form>>();
        envelope.fit().forEach(object -> values.put(object, object.gist().values()));
        var blocked = warnings.blocking(
                values.values().stream().flatMap(List::stream).distinct().toList(), actor);
        values.values().removeIf(forms -> forms.stream().noneMatch(blocked::containsKey));
        var revoked = values.keySet().stream()
                .filter(object ->
                        object instanceof Received.Fit fit && fit.gist().revoked())
                .collect(Collectors.toMap(object -> object, object -> stixId(own, object)));
        var went = own(into, List.copyOf(revoked.values()), actor).stream()
                .map(HandOutStore.Own::stixId)
                .collect(Collectors.toSet());
        return envelope.objects().stream()
                .filter(object -> {
                    var goes = !values.containsKey(object) || went.contains(revoked.getOrDefault(object, ""));
                    if (!goes) {
                        tally.stays(own.get(object.position() - 1), Reason.said("intel.handout.warned"));
                    }
                    return goes;
                })
                .toList();
    }

    private static String stixId(List<HandOutStore.Held> own, Received object) {
        return own.get(object.position() - 1).stixId();
    }

    private static byte[] bytes(List<HandOutStore.Held> objects) {
        return ReceivedEnvelope.around(objects.stream()
                .map(held -> new String(held.raw(), StandardCharsets.UTF_8))
                .toList());
    }
}
