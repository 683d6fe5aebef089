package noroshi.intel.blocklist.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.blocklist.Confirmation;
import noroshi.intel.blocklist.Confirmations;
import noroshi.intel.blocklist.Product;
import noroshi.intel.blocklist.Received;
import noroshi.intel.blocklist.Sent;
import noroshi.intel.blocklist.Standing;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Block lists for the scripts of those who are asked to block; the contract is docs/api/blocklists.md. */
@RestController
@RequestMapping(path = "/api/v1/blocklists", produces = MediaType.APPLICATION_JSON_VALUE)
class BlocklistApi {
    private final Confirmations confirmations;

    BlocklistApi(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    /** The lists that came to one's organisation. */
    record Lists(List<Head> items) {}

    /** One of them, and what it waits for. */
    record Head(
            UUID id,
            String title,
            String tlp,
            Instant pushedAt,
            int live,
            Standing.@Nullable Owes owes,
            @Nullable Instant dueAt) {
        static Head of(Received received) {
            var standing = received.standing();
            var owes = standing.owes().orElse(null);
            return new Head(
                    received.list().id(),
                    received.list().title(),
                    received.list().tlp().label(),
                    standing.pushedAt(),
                    standing.live(),
                    owes,
                    owes == null ? null : standing.dueAt());
        }
    }

    /** One value of a list. */
    record Line(IndicatorType type, String value, String tlp, Instant sentAt, @Nullable Instant takenBackAt) {
        static Line of(Sent sent) {
            return new Line(
                    sent.entry().form().type(),
                    sent.entry().form().value(),
                    sent.tlp().label(),
                    sent.at(),
                    sent.takenBack().map(back -> back.at()).orElse(null));
        }
    }

    /** What was said last of one product. */
    record Said(
            String product,
            @Nullable Instant registeredAt,
            @Nullable Instant withdrawnAt,
            @Nullable Instant declinedAt,
            @Nullable Long hits,
            @Nullable Instant hitsSince) {
        static Said of(Product product) {
            return new Said(
                    product.name(),
                    product.registeredAt().orElse(null),
                    product.withdrawnAt().orElse(null),
                    product.declinedAt().orElse(null),
                    product.hits().map(Product.Hits::number).orElse(null),
                    product.hits().map(Product.Hits::since).orElse(null));
        }
    }

    /** One list whole. */
    record Whole(Head list, String note, List<Line> values, List<Said> products) {
        static Whole of(Received received) {
            return new Whole(
                    Head.of(received),
                    received.list().note(),
                    received.sent().stream().map(Line::of).toList(),
                    received.products().stream().map(Said::of).toList());
        }
    }

    @GetMapping
    Lists all(Actor actor) {
        return new Lists(confirmations.all(actor).stream().map(Head::of).toList());
    }

    @GetMapping("/{id}")
    Whole whole(@PathVariable UUID id, Actor actor) {
        return Whole.of(confirmations.open(id, actor).orElseThrow(NotFound::new));
    }

    @PostMapping("/{id}/confirmations")
    Whole confirm(
            @PathVariable UUID id,
            @RequestParam String product,
            @RequestParam Confirmation.State state,
            @RequestParam Optional<Long> hits,
            @RequestParam Optional<Instant> since,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        confirmations.confirm(id, new Confirmation(product, state, hits, since, words), actor);
        return Whole.of(confirmations.received(id, actor).orElseThrow(NotFound::new));
    }
}
