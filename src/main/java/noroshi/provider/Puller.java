package noroshi.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.Receipt;
import noroshi.intel.taxii.View;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Fetches from a provider page by page into one of our collections. What a page brought is kept before it is written down
 * that we have it: a round that breaks off repeats a page at worst, and our collection knows what it has.
 */
@Component
class Puller {
    private static final int MOST_PAGES = 200;
    private static final int MOST_IDLE = 50;
    private static final Duration AHEAD = Duration.ofDays(1);
    private static final Duration OVERLAP = Duration.ofMinutes(10);

    private final Server server;
    private final Exchange exchange;
    private final ProviderStore providers;
    private final ReplayStore replays;
    private final QuarantineStore quarantine;
    private final TransactionOperations transaction;
    private final Clock clock;

    Puller(
            Server server,
            Exchange exchange,
            ProviderStore providers,
            ReplayStore replays,
            QuarantineStore quarantine,
            TransactionOperations transaction,
            Clock clock) {
        this.server = server;
        this.exchange = exchange;
        this.providers = providers;
        this.replays = replays;
        this.quarantine = quarantine;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether there is more than one round takes. */
    boolean pull(Server.Key key, Tally tally, Actor actor) {
        return new Walk(key, tally, actor, Optional.empty()).go();
    }

    /** What was added in this time once more; how far we are stays as it is. Whether there is more than one round takes. */
    boolean replay(Server.Key key, Replay replay, Tally tally, Actor actor) {
        return new Walk(key, tally, actor, Optional.of(replay)).go();
    }

    /** One round. */
    private final class Walk {
        private final Server.Key key;
        private final Tally tally;
        private final Actor actor;
        private final View view;
        private final Optional<Replay> span;
        private final HashSet<String> seen = new HashSet<>();
        private final HashSet<Integer> pages = new HashSet<>();
        private String addedAfter;
        private String next;
        private Optional<Instant> latest = Optional.empty();
        private int idle;

        Walk(Server.Key key, Tally tally, Actor actor, Optional<Replay> span) {
            this.key = key;
            this.tally = tally;
            this.actor = actor;
            this.span = span;
            this.view = exchange.collection(key.provider().pullInto().orElseThrow(), actor);
            var progress = key.provider().progress();
            // Nobody knows since when a moment to come has hidden what was added, so all is asked for once more.
            var hides = time(progress.addedAfter())
                    .filter(clock.instant()::isBefore)
                    .isPresent();
            this.addedAfter = span.map(Walk::begins).orElse(hides ? "" : progress.addedAfter());
            this.next = span.map(Replay::next).orElse(hides ? "" : progress.next());
            if (!next.isEmpty()) {
                seen.add(next);
            }
        }

        private static String begins(Replay replay) {
            return replay.addedAfter().isEmpty() ? replay.from().toString() : replay.addedAfter();
        }

        boolean go() {
            while (tally.pages() < MOST_PAGES) {
                var began = clock.instant();
                var reply = page(began);
                var page =
                        reply.body().length == 0 ? new RemotePage(false, "", List.of()) : RemotePage.read(reply.body());
                take(reply, page);
                look(reply, page, began);
                if (!goesOn(reply, page, began)) {
                    return false;
                }
            }
            return true;
        }

        /** A server may forget where a round before left off; what comes before that place then comes once more. */
        private Reply page(Instant began) {
            try {
                return server.page(key, addedAfter, next, began);
            } catch (Fault fault) {
                if (tally.pages() > 0 || next.isEmpty() || !fault.refusesThis()) {
                    throw fault;
                }
                seen.clear();
                reached(addedAfter, "", true, began);
                return server.page(key, addedAfter, next, began);
            }
        }

        private void take(Reply reply, RemotePage page) {
            var before = tally.taken();
            tally.page(page.pieces().size());
            if (!page.pieces().isEmpty()) {
                try {
                    var receipt = exchange.bring(view, reply.body(), actor);
                    tally.receipt(receipt);
                    quarantine(receipt, page, reply.body());
                } catch (RuleBroken unreadable) {
                    // Nobody can tell what stands in it and for whom.
                    quarantine("", unreadable.key(), arguments(unreadable), new byte[0]);
                    throw new Fault("not-envelope");
                }
            }
            // Pages that are known may lead to one that is not; the same pages again and again lead nowhere.
            var anew = pages.add(page.content(reply.body()));
            idle = tally.taken() == before && !anew ? idle + 1 : 0;
            if (idle > MOST_IDLE) {
                throw new Fault("endless", idle);
            }
        }

        private void quarantine(Receipt receipt, RemotePage page, byte[] body) {
            for (var failure : receipt.failures()) {
                quarantine(
                        failure.id(),
                        failure.reason().key(),
                        failure.reason().arguments(),
                        page.refused(failure, body));
            }
        }

        private void quarantine(String id, String reason, List<String> arguments, byte[] raw) {
            transaction.executeWithoutResult(
                    status -> quarantine.put(key.provider().id(), id, reason, arguments, raw, clock.instant()));
        }

        /** The moment up to which we have everything: of the server's own clock, never backwards, never ahead of it. */
        private void look(Reply reply, RemotePage page, Instant began) {
            if (page.pieces().isEmpty()) {
                return;
            }
            var limit = reply.date().orElse(began).plus(AHEAD);
            reply.header("X-TAXII-Date-Added-Last")
                    .flatMap(Puller::time)
                    .filter(last -> last.isBefore(limit))
                    .filter(last -> latest.map(last::isAfter).orElse(true))
                    .ifPresent(last -> latest = Optional.of(last));
        }

        private boolean goesOn(Reply reply, RemotePage page, Instant began) {
            if (span.isPresent() && latest.filter(span.get().to()::isBefore).isPresent()) {
                return false;
            }
            if (!page.more()) {
                var end = latest.or(() -> page.pieces().isEmpty()
                        ? Optional.empty()
                        : Optional.of(reply.date().orElse(began).minus(OVERLAP)));
                return reached(later(end), "", false, began);
            }
            if (page.next().isEmpty()) {
                var on = later(latest);
                if (on.equals(addedAfter)) {
                    throw new Fault("stuck");
                }
                return reached(on, "", true, began);
            }
            if (!seen.add(page.next())) {
                throw new Fault("repeats", page.next());
            }
            return reached(addedAfter, page.next(), true, began);
        }

        private String later(Optional<Instant> moment) {
            var known = time(addedAfter);
            return moment.filter(each -> known.isEmpty() || each.isAfter(known.get()))
                    .map(Instant::toString)
                    .orElse(addedAfter);
        }

        private boolean reached(String after, String where, boolean more, Instant began) {
            addedAfter = after;
            next = where;
            var provider = key.provider().id();
            transaction.executeWithoutResult(status -> {
                if (span.isPresent()) {
                    replays.reached(provider, after, where);
                } else {
                    providers.reached(provider, notAhead(after, began), where);
                }
            });
            return more;
        }

        /** A round goes on by the server's clock, the next one begins by ours: a clock that ran ahead must hide nothing. */
        private String notAhead(String after, Instant began) {
            var limit = began.minus(OVERLAP);
            return time(after)
                    .filter(limit::isBefore)
                    .map(ahead -> limit.toString())
                    .orElse(after);
        }
    }

    private static List<String> arguments(RuleBroken broken) {
        return java.util.Arrays.stream(broken.arguments()).map(String::valueOf).toList();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }
}
