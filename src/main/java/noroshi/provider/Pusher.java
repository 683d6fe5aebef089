package noroshi.provider;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.Spelling;
import noroshi.intel.cut.Cut;
import noroshi.intel.permit.Permits;
import noroshi.intel.taxii.Envelope;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.Question;
import noroshi.intel.taxii.View;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings to a provider what is new in one of our collections: what says itself that it is TLP:CLEAR or TLP:GREEN, by the
 * label that was decided when it arrived, and what its source has permitted for this provider.
 */
@Component
class Pusher {
    private static final int AT_ONCE = 200;
    private static final int MOST_PAGES = 50;
    static final Set<Tlp> FREE = Set.of(Tlp.CLEAR, Tlp.GREEN);

    private final Deliverer deliverer;
    private final Exchange exchange;
    private final ProviderStore providers;
    private final Screening screening;
    private final Withholding withholding;
    private final SentRecord sent;
    private final Permits permits;
    private final Departing departing;
    private final TransactionOperations transaction;
    private final Clock clock;

    Pusher(
            Deliverer deliverer,
            Exchange exchange,
            ProviderStore providers,
            Screening screening,
            Withholding withholding,
            SentRecord sent,
            Permits permits,
            Departing departing,
            TransactionOperations transaction,
            Clock clock) {
        this.deliverer = deliverer;
        this.exchange = exchange;
        this.providers = providers;
        this.screening = screening;
        this.withholding = withholding;
        this.sent = sent;
        this.permits = permits;
        this.departing = departing;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is more than one round takes. What the partner does not say of the past holds up nothing new. */
    boolean push(Server.Key key, Tally tally, Actor actor) {
        var fault = deliverer.ask(key, tally);
        var more = bring(key, tally, actor);
        fault.ifPresent(wrong -> {
            throw wrong;
        });
        return more;
    }

    private boolean bring(Server.Key key, Tally tally, Actor actor) {
        var view = exchange.collection(key.provider().pushFrom().orElseThrow(), actor);
        Fault.ifCut(view);
        var position = key.provider().progress().pushed();
        deliverer.takeBack(key, sent.blocked(key.provider().id(), actor), tally);
        while (tally.pages() < MOST_PAGES) {
            var page = exchange.asReceived(
                    view, Question.everything(position == 0 ? Long.MIN_VALUE : position, AT_ONCE), actor);
            var last = page.last().flatMap(Question::time);
            if (last.isEmpty()) {
                permitted(key, tally, view, actor);
                released(key, tally, view, actor);
                return false;
            }
            send(new Place(view, position), key, page, tally, actor);
            position = last.get();
            var reached = position;
            transaction.executeWithoutResult(
                    status -> providers.pushed(key.provider().id(), reached));
        }
        return true;
    }

    /**
     * What its source has permitted, in that source's last version and no other's, unless its label has become stricter
     * since. A word taken back while the round runs holds for all that has not left.
     */
    private void permitted(Server.Key key, Tally tally, View view, Actor actor) {
        for (var due : permits.due(key.provider().id(), view.collection().id(), actor)) {
            permits.permitted(due, actor)
                    .filter(permitted -> permitted.tlp().compareTo(due.permit().tlp()) <= 0)
                    .map(permitted -> ReceivedEnvelope.again(
                            Departing.compose(List.of(permitted.object())), List.of(Optional.of(permitted.tlp()))))
                    .ifPresent(envelope -> bring(view, key, due, envelope, tally, actor));
        }
    }

    private void bring(
            View view, Server.Key key, Permits.Due due, ReceivedEnvelope envelope, Tally tally, Actor actor) {
        var permit = due.permit();
        var object = screening.harmless(
                envelope.fit(),
                (revoked, named) -> sent.holds(key.provider().id(), revoked.id(), permit.source(), named)
                        || permit.sentAt().isPresent()
                                && said(new Place(view, Long.MAX_VALUE), revoked.id(), permit.source(), named, actor)
                                        .anyMatch(before -> label(before).compareTo(permit.tlp()) <= 0),
                actor);
        if (!object.isEmpty()) {
            var load = departing.divide(key, view.collection().id(), envelope, object, each -> permit.source(), actor);
            var refused = bring(key, envelope, load, tally, actor);
            var takesBack = load.left().isEmpty() && object.getFirst().gist().revoked();
            if (takesBack) {
                deliverer.takeBack(
                        key,
                        sent.held(key.provider().id(), permit.stixId(), permit.source()).stream()
                                .toList(),
                        tally);
            }
            if (takesBack
                    || load.left().stream()
                            .anyMatch(left -> !refused.contains(left.object().id()))) {
                permits.sent(due, actor);
            }
        }
    }

    /** What a person has let out since, as a version that takes the place of what was brought without it. */
    private void released(Server.Key key, Tally tally, View view, Actor actor) {
        var some = departing.due(key, view.collection().id(), Optional.empty(), actor);
        while (!some.isEmpty()) {
            some.forEach(cut -> departing
                    .released(cut, actor)
                    .ifPresentOrElse(
                            object -> release(view, key, cut, object, tally, actor),
                            () -> departing.ended(cut, false, actor)));
            some = departing.due(key, view.collection().id(), Optional.of(some.getLast()), actor);
        }
    }

    private void release(View view, Server.Key key, Cut cut, byte[] object, Tally tally, Actor actor) {
        var body = Departing.compose(List.of(object));
        var envelope = ReceivedEnvelope.again(body, List.of(Optional.of(cut.tlp())));
        if (screening.harmless(envelope.fit(), (revoked, own) -> false, actor).isEmpty()) {
            return;
        }
        tally.page(1);
        var left = envelope.fit().stream()
                .map(each -> new Departing.Left(each, cut.source(), object))
                .toList();
        var refused = deliverer.bring(key, left, body, tally);
        departing.ended(cut, true, actor);
        if (!FREE.contains(cut.tlp()) && !refused.contains(cut.stixId())) {
            permits.waiting(key.provider().id(), view.collection().id(), cut.stixId(), cut.source(), actor)
                    .ifPresent(due -> permits.sent(due, actor));
        }
    }

    static Tlp label(Received.Fit object) {
        return object.marked().orElse(Tlp.AMBER_STRICT);
    }

    private void send(Place reached, Server.Key key, Envelope page, Tally tally, Actor actor) {
        var envelope = page.received();
        var labelled = envelope.fit().stream()
                .filter(object -> object.marked().filter(FREE::contains).isPresent())
                .toList();
        var provider = key.provider().id();
        Function<Received.Fit, UUID> source = object -> page.sources().get(object.position() - 1);
        var early = new Place(reached.view(), Math.min(reached.position(), sent.recorded(provider)));
        var free = screening.harmless(
                labelled,
                (revoked, named) -> sent.holds(provider, revoked.id(), source.apply(revoked), named)
                        || named.isEmpty() && inSameBreath(labelled, revoked, source)
                        || said(early, revoked.id(), source.apply(revoked), named, actor)
                                .anyMatch(before -> FREE.contains(label(before))),
                actor);
        var load = departing.divide(
                key,
                reached.view().collection().id(),
                envelope,
                free,
                object -> page.sources().get(object.position() - 1),
                actor);
        tally.withheld(envelope.objects().size() - load.objects().size());
        withholding.note(key.provider().id(), envelope, page.sources());
        bring(key, envelope, load, tally, actor);
        deliverer.takeBack(key, overtaken(reached.view(), key, envelope, free, source, actor), tally);
    }

    private static boolean inSameBreath(
            List<Received.Fit> labelled, Received.Fit revoked, Function<Received.Fit, UUID> source) {
        return labelled.stream()
                .anyMatch(other -> other.id().equals(revoked.id())
                        && source.apply(other).equals(source.apply(revoked))
                        && !other.gist().revoked());
    }

    /**
     * What the provider has in a version that may go, while a newer one may not and comes under no permit either; and what
     * its source took back in words that could not leave.
     */
    private List<Brought> overtaken(
            View view,
            Server.Key key,
            ReceivedEnvelope envelope,
            List<Received.Fit> gone,
            Function<Received.Fit, UUID> source,
            Actor actor) {
        var found = new LinkedHashMap<String, Brought>();
        envelope.fit().stream()
                .filter(object -> object.version().isPresent())
                .filter(object -> object.gist().revoked() || !gone.contains(object))
                .forEach(object -> sent.held(key.provider().id(), object.id(), source.apply(object))
                        .filter(before -> (FREE.contains(before.tlp()) || gone.contains(object))
                                && before.version().isBefore(object.version().orElseThrow()))
                        .ifPresent(before -> found.put(before.stixId() + " " + before.source(), before)));
        var due = found.isEmpty()
                ? List.<Permits.Due>of()
                : permits.due(key.provider().id(), view.collection().id(), actor);
        var comes = due.stream()
                .map(each -> each.permit().stixId() + " " + each.permit().source())
                .collect(Collectors.toSet());
        found.keySet().removeAll(comes);
        return List.copyOf(found.values());
    }

    /** Answers with the ids of what the provider refused. */
    private Set<String> bring(
            Server.Key key, ReceivedEnvelope envelope, Departing.Load load, Tally tally, Actor actor) {
        var refused = Set.<String>of();
        var count = load.left().size();
        tally.page(count);
        if (count > 0) {
            refused = deliverer.bring(key, load.left(), Departing.compose(load.objects()), tally);
        }
        departing.note(load, actor);
        return refused;
    }

    /** How far a collection has been brought. */
    private record Place(View view, long position) {}

    /** What a source said up to a place in versions of an object that were not taken back and name all these values. */
    private Stream<Received.Fit> said(Place place, String id, UUID source, List<Spelling.Form> values, Actor actor) {
        var earlier = exchange.until(place.view(), id, place.position(), actor);
        if (earlier.count() == 0) {
            return Stream.empty();
        }
        var envelope = earlier.received();
        return envelope.fit().stream()
                .filter(object -> earlier.sources().get(object.position() - 1).equals(source))
                .filter(object -> !object.gist().revoked())
                .filter(object -> object.gist().values().containsAll(values));
    }
}
