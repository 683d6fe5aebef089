package noroshi.intel.blocklist;

import java.time.Instant;
import java.util.Optional;
import noroshi.shared.RuleBroken;

/**
 * What a recipient says of one of its products.
 *
 * @param product by its recipient's own name for it: firewall, resolver, EDR
 * @param hits with {@link State#HITS}: how often something was blocked
 * @param since from when it was counted
 */
public record Confirmation(String product, State state, Optional<Long> hits, Optional<Instant> since, String words) {
    private static final int LONGEST_PRODUCT = 100;
    private static final int LONGEST_WORDS = 1_000;
    private static final long MOST = 1_000_000_000_000L;

    /** What can be said. */
    public enum State {
        /** The product blocks what was sent. */
        REGISTERED,
        /** It blocked something so often. */
        HITS,
        /** What was taken back is blocked no longer. */
        WITHDRAWN,
        /** It does not block it, for a reason. */
        DECLINED
    }

    public Confirmation {
        product = product.strip();
        words = words.strip();
        if (product.isEmpty() || product.length() > LONGEST_PRODUCT) {
            throw new RuleBroken("blocklist.rule.product", LONGEST_PRODUCT);
        }
        if (words.length() > LONGEST_WORDS) {
            throw new RuleBroken("blocklist.rule.words", LONGEST_WORDS);
        }
        if (state == State.HITS && (hits.isEmpty() || since.isEmpty())) {
            throw new RuleBroken("blocklist.rule.hits");
        }
        if (state == State.HITS
                && hits.filter(number -> number < 0 || number > MOST).isPresent()) {
            throw new RuleBroken("blocklist.rule.hits");
        }
        if (state == State.DECLINED && words.isEmpty()) {
            throw new RuleBroken("blocklist.rule.declined");
        }
        if (state != State.HITS) {
            hits = Optional.empty();
            since = Optional.empty();
        }
    }
}
