package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.intel.drop.LeftOut;
import noroshi.intel.drop.MispEvents;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.View;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches a feed of MISP: what its manifest names that is newer than what we have, the oldest first. An event is kept before
 * it is written down that we have it, so that a round that breaks off repeats one at worst.
 */
@Component
class FeedPuller {
    private static final int MOST_EVENTS = 200;
    private static final int LONGEST_NAME = 250;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Pattern EVENT = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

    private final Server server;
    private final Exchange exchange;
    private final MispEvents events;
    private final ProviderStore providers;
    private final QuarantineStore quarantine;
    private final TransactionOperations transaction;
    private final Clock clock;

    FeedPuller(
            Server server,
            Exchange exchange,
            MispEvents events,
            ProviderStore providers,
            QuarantineStore quarantine,
            TransactionOperations transaction,
            Clock clock) {
        this.server = server;
        this.exchange = exchange;
        this.events = events;
        this.providers = providers;
        this.quarantine = quarantine;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is more than one round takes. */
    boolean pull(Server.Key key, Tally tally, Actor actor) {
        var progress = key.provider().progress();
        var last = new Listed(moment(progress.addedAfter()).orElse(Instant.MIN), progress.next());
        var walk = new Walk(key, tally, actor);
        var due = walk.listed().stream()
                .filter(each -> Listed.ORDER.compare(each, last) > 0)
                .toList();
        for (var each : due.subList(0, Math.min(MOST_EVENTS, due.size()))) {
            walk.take(each);
            transaction.executeWithoutResult(
                    status -> providers.reached(key.provider().id(), each.at().toString(), each.event()));
        }
        return due.size() > MOST_EVENTS;
    }

    /** What changed in this time once more; how far we are stays as it is. */
    void replay(Server.Key key, Instant from, Instant to, Tally tally, Actor actor) {
        var walk = new Walk(key, tally, actor);
        walk.listed().stream()
                .filter(each -> !each.at().isBefore(from) && !each.at().isAfter(to))
                .limit(MOST_EVENTS)
                .forEach(walk::take);
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** An event of the manifest, as it was changed last. */
    private record Listed(Instant at, String event) {
        static final Comparator<Listed> ORDER = Comparator.comparing(Listed::at).thenComparing(Listed::event);
    }

    /** One round. */
    private final class Walk {
        private final Server.Key key;
        private final Tally tally;
        private final Actor actor;
        private final View view;

        Walk(Server.Key key, Tally tally, Actor actor) {
            this.key = key;
            this.tally = tally;
            this.actor = actor;
            this.view = exchange.collection(key.provider().pullInto().orElseThrow(), actor);
        }

        List<Listed> listed() {
            var listed = new ArrayList<Listed>();
            var latest = clock.instant().plus(AHEAD);
            for (var entry : manifest().properties()) {
                var seconds = entry.getValue().path("timestamp").asString("");
                if (!EVENT.matcher(entry.getKey()).matches()
                        || !SECONDS.matcher(seconds).matches()) {
                    refuse(entry.getKey(), "provider.feed.entry", List.of(), new byte[0]);
                    continue;
                }
                var at = Instant.ofEpochSecond(Long.parseLong(seconds));
                if (at.isAfter(latest)) {
                    refuse(entry.getKey(), "provider.feed.future", List.of(at.toString()), new byte[0]);
                } else {
                    listed.add(new Listed(at, entry.getKey()));
                }
            }
            listed.sort(Listed.ORDER);
            return listed;
        }

        private JsonNode manifest() {
            var body = server.file(key, "manifest.json", clock.instant()).body();
            try {
                var manifest = JsonMapper.shared().readTree(body);
                if (manifest.isObject()) {
                    return manifest;
                }
            } catch (JacksonException malformed) {
                throw new Fault("not-feed");
            }
            throw new Fault("not-feed");
        }

        /** One event that is gone or cannot be read holds up no other; a server that fails is asked again later. */
        void take(Listed listed) {
            byte[] body;
            try {
                body = server.file(key, listed.event() + ".json", clock.instant())
                        .body();
            } catch (Fault fault) {
                if (!fault.gone()) {
                    throw fault;
                }
                refuse(listed.event(), fault.key(), fault.arguments(), new byte[0]);
                return;
            }
            try {
                var read = events.read(body, actor);
                read.envelopes().forEach(this::bring);
                read.leftOut().forEach(each -> leave(listed, each));
            } catch (RuleBroken unreadable) {
                var arguments = Arrays.stream(unreadable.arguments())
                        .map(String::valueOf)
                        .toList();
                refuse(listed.event(), unreadable.key(), arguments, body);
            }
        }

        private void bring(byte[] envelope) {
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
        }

        /** What is for one person alone is named by its place. */
        private void leave(Listed listed, LeftOut left) {
            refuse(
                    listed.event() + " " + left.where(),
                    left.reason().key(),
                    left.reason().arguments(),
                    left.red() ? new byte[0] : left.written().getBytes(StandardCharsets.UTF_8));
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
}
