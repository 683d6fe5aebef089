package noroshi.intel.life;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;

/**
 * A value and all that its reader may read of it. Everything else is computed from that and from nothing more, so that
 * it tells nothing of sources the reader may not read.
 *
 * @param score what is left of the surest source's confidence
 */
public record Life(UUID id, IndicatorType type, String value, List<Saying> sayings, Standing standing, int score) {
    private static final int FAR_APART = 40;

    public Life {
        sayings = List.copyOf(sayings);
    }

    static Life of(UUID id, IndicatorType type, String value, List<Saying> sayings, Decay decay, Instant now) {
        var score = sayings.stream()
                .mapToInt(saying -> decay.score(type, saying, now))
                .max()
                .orElse(0);
        return new Life(id, type, value, sayings, standing(sayings, score, decay, now), score);
    }

    private static Standing standing(List<Saying> sayings, int score, Decay decay, Instant now) {
        var holding = sayings.stream().filter(saying -> saying.holds(now)).toList();
        if (!holding.isEmpty() && holding.stream().allMatch(Saying::harmless)) {
            return Standing.HARMLESS;
        }
        if (!holding.isEmpty()) {
            return score >= decay.least() ? Standing.LIVE : Standing.STALE;
        }
        return sayings.stream().allMatch(saying -> saying.withdrawal().isPresent())
                ? Standing.WITHDRAWN
                : Standing.EXPIRED;
    }

    /** Where sources disagree. */
    public enum Conflict {
        /** Some have taken it back, others have not. */
        WITHDRAWN_BY_SOME,
        /** Some call it harmless, others warn of it. */
        HARMLESS_FOR_SOME,
        /** How sure they are lies far apart. */
        CONFIDENCE,
        /** They label it differently. */
        LABEL,
        /** For some it means something only together with other conditions. */
        ALONE
    }

    public Set<Conflict> conflicts(Instant now) {
        var found = EnumSet.noneOf(Conflict.class);
        var holding = sayings.stream().filter(saying -> saying.holds(now)).toList();
        if (!holding.isEmpty()
                && sayings.stream().anyMatch(saying -> saying.withdrawal().isPresent())) {
            found.add(Conflict.WITHDRAWN_BY_SOME);
        }
        if (holding.stream().map(Saying::harmless).distinct().count() > 1) {
            found.add(Conflict.HARMLESS_FOR_SOME);
        }
        var sure = holding.stream()
                .flatMap(saying -> saying.confidence().stream())
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        if (sure.getCount() > 1 && sure.getMax() - sure.getMin() >= FAR_APART) {
            found.add(Conflict.CONFIDENCE);
        }
        if (holding.stream().map(Saying::tlp).distinct().count() > 1) {
            found.add(Conflict.LABEL);
        }
        if (holding.stream().map(Saying::alone).distinct().count() > 1) {
            found.add(Conflict.ALONE);
        }
        return found;
    }

    /** The label of the whole is the strictest of its parts. */
    public Tlp tlp() {
        return sayings.stream().map(Saying::tlp).reduce(Tlp.CLEAR, Tlp::strictest);
    }

    public Optional<Instant> firstAt() {
        return sayings.stream().map(Saying::firstAt).min(Comparator.naturalOrder());
    }

    public Optional<Instant> lastAt() {
        return sayings.stream().map(Saying::lastAt).max(Comparator.naturalOrder());
    }

    /** Written so that nobody opens it by mistake. */
    public String harmless() {
        return type.harmless(value);
    }
}
