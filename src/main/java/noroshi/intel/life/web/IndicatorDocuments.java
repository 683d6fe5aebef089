package noroshi.intel.life.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.life.Life;
import noroshi.intel.life.Saying;
import noroshi.intel.life.Standing;
import noroshi.intel.life.Tally;
import org.jspecify.annotations.Nullable;

/** Values as scripts read them; the contract is docs/api/indicators.md. */
final class IndicatorDocuments {
    private IndicatorDocuments() {}

    /**
     * What was found of the values asked for.
     *
     * @param absent whole values asked for of which the reader reads nothing
     * @param unread words in which no value was recognised
     * @param rest words beyond those that are looked at together
     */
    record Values(List<Value> items, List<String> absent, List<String> unread, List<String> rest, boolean more) {}

    /**
     * One value in a list.
     *
     * @param sources how many say something of it
     * @param warnings names of the lists that warn of it
     * @param seen how many organisations have seen it, as far as the reader is told
     * @param few whether there are some, too few to be counted
     */
    record Value(
            UUID id,
            IndicatorType type,
            String value,
            Standing standing,
            int score,
            String tlp,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt,
            int sources,
            Set<Life.Conflict> conflicts,
            List<String> warnings,
            long seen,
            boolean few) {
        static Value of(Life life, Tally tally, List<String> warnings, Instant now) {
            return new Value(
                    life.id(),
                    life.type(),
                    life.value(),
                    life.standing(),
                    life.score(),
                    life.tlp().label(),
                    life.firstAt().orElse(null),
                    life.lastAt().orElse(null),
                    life.sayings().size(),
                    life.conflicts(now),
                    warnings,
                    tally.seen(),
                    tally.few());
        }
    }

    /** One value with everything that is said of it. */
    record WholeValue(Value value, List<Said> said) {}

    /**
     * What one source says of a value.
     *
     * @param object its place in the library, or nothing
     * @param topic where it is said, or nothing
     * @param organisation who says it; empty when hidden
     * @param score what is left of its confidence
     * @param indicatorTypes the kinds of activity it speaks of
     */
    record Said(
            @Nullable UUID object,
            @Nullable UUID topic,
            String title,
            String organisation,
            String tlp,
            @Nullable Integer confidence,
            int score,
            boolean alone,
            String role,
            Instant firstAt,
            Instant lastAt,
            Instant validFrom,
            @Nullable Instant validUntil,
            List<String> indicatorTypes,
            @Nullable Instant withdrawnAt,
            Saying.@Nullable How withdrawnHow) {
        static Said of(IndicatorPage.Source source) {
            var saying = source.saying();
            return new Said(
                    saying.place() instanceof Saying.Place.InLibrary(var object) ? object : null,
                    saying.place() instanceof Saying.Place.InTopic(var topic) ? topic : null,
                    saying.title(),
                    source.name(),
                    saying.tlp().label(),
                    saying.confidence().orElse(null),
                    source.score(),
                    saying.alone(),
                    saying.role(),
                    saying.firstAt(),
                    saying.lastAt(),
                    saying.validFrom(),
                    saying.validUntil().orElse(null),
                    saying.indicatorTypes(),
                    saying.withdrawal().map(Saying.Withdrawal::at).orElse(null),
                    saying.withdrawal().map(Saying.Withdrawal::how).orElse(null));
        }
    }
}
