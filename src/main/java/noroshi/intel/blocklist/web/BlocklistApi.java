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
    record BlocklistItems(List<BlocklistHead> items) {}

    /** One of them, and what it waits for. */
    record BlocklistHead(
            UUID id,
            String title,
            String tlp,
            Instant pushedAt,
            int live,
            Standing.@Nullable Owes owes,
            @Nullable Instant dueAt) {
        static BlocklistHead of(Received received) {
            var standing = received.standing();
            var owes = standing.owes().orElse(null);
            return new BlocklistHead(
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
    record BlocklistValue(
            IndicatorType type,
            String value,
            String tlp,
            Instant sentAt,
            @Nullable Instant takenBackAt) {
        static BlocklistValue of(Sent sent) {
            return new BlocklistValue(
                    sent.entry().form().type(),
                    sent.entry().form().value(),
                    sent.tlp().label(),
                    sent.at(),
                    sent.takenBack().map(back -> back.at()).orElse(null));
        }
    }

    /** What was said last of one product. */
    record BlocklistProduct(
            String product,
            @Nullable Instant registeredAt,
            @Nullable Instant withdrawnAt,
            @Nullable Instant declinedAt,
            @Nullable Long hits,
            @Nullable Instant hitsSince) {
        static BlocklistProduct of(Product product) {
            return new BlocklistProduct(
                    product.name(),
                    product.registeredAt().orElse(null),
                    product.withdrawnAt().orElse(null),
                    product.declinedAt().orElse(null),
                    product.hits().map(Product.Hits::number).orElse(null),
                    product.hits().map(Product.Hits::since).orElse(null));
        }
    }

    /** One list whole. */
    record WholeBlocklist(
            BlocklistHead list, String note, List<BlocklistValue> values, List<BlocklistProduct> products) {
        static WholeBlocklist of(Received received) {
            return new WholeBlocklist(
                    BlocklistHead.of(received),
                    received.list().note(),
                    received.sent().stream().map(BlocklistValue::of).toList(),
                    received.products().stream().map(BlocklistProduct::of).toList());
        }
    }

    @GetMapping
    BlocklistItems all(Actor actor) {
        return new BlocklistItems(
                confirmations.all(actor).stream().map(BlocklistHead::of).toList());
    }

    @GetMapping("/{id}")
    WholeBlocklist whole(@PathVariable UUID id, Actor actor) {
        return WholeBlocklist.of(confirmations.open(id, actor).orElseThrow(NotFound::new));
    }

    @PostMapping("/{id}/confirmations")
    WholeBlocklist confirm(
            @PathVariable UUID id,
            @RequestParam String product,
            @RequestParam Confirmation.State state,
            @RequestParam Optional<Long> hits,
            @RequestParam Optional<Instant> since,
            @RequestParam(defaultValue = "") String words,
            Actor actor) {
        confirmations.confirm(id, new Confirmation(product, state, hits, since, words), actor);
        return WholeBlocklist.of(confirmations.received(id, actor).orElseThrow(NotFound::new));
    }
}
