package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.intel.IntelLibrary;
import noroshi.intel.drop.LeftOut;
import noroshi.intel.drop.MispEvents;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.Receipt;
import noroshi.intel.taxii.View;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches a feed of MISP: each event that its manifest dates otherwise than we have it, the oldest first. An event is kept
 * before it is written down that we have it, so that a round that breaks off repeats one at worst.
 */
@Component
class FeedPuller {
    private static final int MOST_EVENTS = 200;
    private static final int MOST_UNSURE = 3;
    private static final int LONGEST_NAME = 250;

    private final Server server;
    private final Exchange exchange;
    private final MispEvents events;
    private final IntelLibrary library;
    private final ProviderStore providers;
    private final FollowedStore followed;
    private final ReplayStore replays;
    private final QuarantineStore quarantine;
    private final TransactionOperations transaction;
    private final Clock clock;

    FeedPuller(
            Server server,
            Exchange exchange,
            MispEvents events,
            IntelLibrary library,
            ProviderStore providers,
            FollowedStore followed,
            ReplayStore replays,
            QuarantineStore quarantine,
            TransactionOperations transaction,
            Clock clock) {
        this.server = server;
        this.exchange = exchange;
        this.events = events;
        this.library = library;
        this.providers = providers;
        this.followed = followed;
        this.replays = replays;
        this.quarantine = quarantine;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is more than one round takes. */
    boolean pull(Server.Key key, Tally tally, Actor actor) {
        var provider = key.provider().id();
        var walk = new Walk(key, tally, actor);
        var listed = walk.listed();
        var have = transaction.execute(status -> followed.moments(
                provider, listed.stream().map(Manifest.Listed::event).toList()));
        var due = listed.stream()
                .filter(each -> !each.at().equals(have.get(each.event())))
                .toList();
        var latest = moment(key.provider().progress().addedAfter()).orElse(Instant.MIN);
        for (var each : due.subList(0, Math.min(MOST_EVENTS, due.size()))) {
            walk.take(each);
            var further = each.at().isAfter(latest);
            transaction.executeWithoutResult(status -> {
                followed.have(provider, each.event(), each.at());
                if (further) {
                    providers.reached(provider, each.at().toString(), each.name());
                }
            });
            latest = further ? each.at() : latest;
        }
        return due.size() > MOST_EVENTS;
    }

    /** What changed in this time once more; how far we are stays as it is. Whether there is more than one round takes. */
    boolean replay(Server.Key key, Replay replay, Tally tally, Actor actor) {
        var walk = new Walk(key, tally, actor);
        var reached = moment(replay.addedAfter()).map(at -> new Manifest.Listed(at, replay.next()));
        var due = walk.listed().stream()
                .filter(each -> !each.at().isBefore(replay.from()) && !each.at().isAfter(replay.to()))
                .filter(each -> reached.filter(last -> !each.follows(last)).isEmpty())
                .toList();
        for (var each : due.subList(0, Math.min(MOST_EVENTS, due.size()))) {
            walk.take(each);
            transaction.executeWithoutResult(
                    status -> replays.reached(key.provider().id(), each.at().toString(), each.name()));
        }
        return due.size() > MOST_EVENTS;
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** One round. */
    private final class Walk {
        private final Server.Key key;
        private final Tally tally;
        private final Actor actor;
        private final View view;
        private int unsure;

        Walk(Server.Key key, Tally tally, Actor actor) {
            this.key = key;
            this.tally = tally;
            this.actor = actor;
            this.view = exchange.collection(key.provider().pullInto().orElseThrow(), actor);
            Fault.ifCut(view);
        }

        List<Manifest.Listed> listed() {
            var body = server.file(key, "manifest.json", clock.instant()).body();
            var manifest = Manifest.read(body, clock.instant());
            manifest.refused().forEach(line -> refuse(line.name(), line.reason(), line.arguments(), new byte[0]));
            return manifest.listed();
        }

        /** One event that cannot be fetched or read holds up no other; a server that fails is asked again later. */
        void take(Manifest.Listed listed) {
            byte[] body;
            try {
                body = server.file(key, listed.name() + ".json", clock.instant())
                        .body();
                unsure = 0;
            } catch (Fault fault) {
                unsure = fault.unsure() ? unsure + 1 : 0;
                if (!fault.ofThisFile() || unsure > MOST_UNSURE) {
                    throw fault;
                }
                refuse(listed.name(), fault.key(), fault.arguments(), new byte[0]);
                return;
            }
            try {
                var read = events.read(body, listed.event(), this::own, actor);
                read.envelopes().forEach(this::bring);
                var red = Red.mayBe(body);
                read.leftOut().forEach(each -> leave(listed, each, red));
            } catch (RuleBroken unreadable) {
                var arguments = Arrays.stream(unreadable.arguments())
                        .map(String::valueOf)
                        .toList();
                // Nobody can tell what stands in it and for whom.
                refuse(listed.name(), unreadable.key(), arguments, new byte[0]);
            }
        }

        private Set<String> own(Set<String> ids) {
            return transaction.execute(status -> followed.own(key.provider().id(), ids));
        }

        /** What is observed has its id from its value and belongs to nobody; of the rest a feed changes its own alone. */
        private void bring(byte[] envelope) {
            var all = JsonMapper.shared()
                    .readTree(envelope)
                    .path("objects")
                    .valueStream()
                    .toList();
            var named = all.stream()
                    .filter(object -> object.has("modified"))
                    .map(FeedPuller::id)
                    .collect(Collectors.toSet());
            var own = own(named);
            var foreign = foreign(named, own);
            for (var object : all) {
                if (foreign.contains(id(object))) {
                    tally.received(1);
                    refuse(id(object), "provider.feed.others", List.of(), bytes(object));
                }
            }
            var rest =
                    all.stream().filter(object -> !foreign.contains(id(object))).toList();
            if (rest.isEmpty()) {
                return;
            }
            var anew = new HashSet<>(named);
            anew.removeAll(foreign);
            anew.removeAll(own);
            transaction.executeWithoutResult(
                    status -> followed.brings(key.provider().id(), anew));
            var refused = enter(bytes(Map.of("objects", rest)));
            anew.retainAll(refused);
            transaction.executeWithoutResult(
                    status -> followed.didNotBring(key.provider().id(), anew));
        }

        private Set<String> foreign(Set<String> named, Set<String> own) {
            var foreign = new HashSet<>(named);
            foreign.removeAll(own);
            var ids = List.copyOf(foreign);
            var known = new HashSet<>(library.kept(ids, actor));
            known.addAll(exchange.held(view, ids));
            known.addAll(
                    transaction.execute(status -> followed.others(key.provider().id(), ids)));
            foreign.retainAll(known);
            return foreign;
        }

        /** Answers the ids of what was not taken. */
        private Set<String> enter(byte[] envelope) {
            var page = RemotePage.read(envelope);
            tally.page(page.pieces().size());
            var receipt = exchange.bring(view, envelope, actor);
            tally.receipt(receipt);
            for (var failure : receipt.failures()) {
                put(
                        failure.id(),
                        failure.reason().key(),
                        failure.reason().arguments(),
                        page.refused(failure, envelope));
            }
            var taken = receipt.successes().stream().map(Receipt.Success::id).collect(Collectors.toSet());
            return receipt.failures().stream()
                    .map(Receipt.Failure::id)
                    .filter(id -> !taken.contains(id))
                    .collect(Collectors.toSet());
        }

        /** What is for one person alone is named by its place. */
        private void leave(Manifest.Listed listed, LeftOut left, boolean red) {
            refuse(
                    listed.name() + " " + left.where(),
                    left.reason().key(),
                    left.reason().arguments(),
                    red || left.red() ? new byte[0] : left.written().getBytes(StandardCharsets.UTF_8));
        }

        private void refuse(String what, String reason, List<String> arguments, byte[] raw) {
            tally.failed(1);
            put(what, reason, arguments, raw);
        }

        private void put(String what, String reason, List<String> arguments, byte[] raw) {
            var name = what.substring(0, Math.min(LONGEST_NAME, what.length()));
            transaction.executeWithoutResult(
                    status -> quarantine.put(key.provider().id(), name, reason, arguments, raw, clock.instant()));
        }
    }

    private static String id(JsonNode object) {
        return object.path("id").asString("");
    }

    private static byte[] bytes(Object json) {
        return JsonMapper.shared().writeValueAsBytes(json);
    }
}
