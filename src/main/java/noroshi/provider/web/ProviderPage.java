package noroshi.provider.web;

import static noroshi.site.Ui.text;
import static noroshi.site.Ui.word;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.permit.Permit;
import noroshi.provider.Delivery;
import noroshi.provider.Provider;
import noroshi.provider.Quarantine;
import noroshi.provider.Quarantined;
import noroshi.provider.Replay;
import noroshi.provider.Round;
import noroshi.provider.Withheld;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/** One provider: what was agreed, how it is doing, what could not be taken. */
public record ProviderPage(
        Provider provider,
        Partnership partnership,
        List<Round> rounds,
        Optional<Replay> replaying,
        List<Delivery> deliveries,
        int number,
        boolean more,
        List<Quarantined> quarantined,
        List<Withheld> withheld,
        List<Permit> permits,
        List<Quarantine.Waiting> reasons,
        List<Quarantined> decided,
        boolean maySetUp,
        Instant now,
        FormErrors errors,
        Typed typed) {
    /** The reason somebody chose for several, and why they decided so. */
    public record Typed(String of, String why) {
        static final Typed NOTHING = new Typed("", "");
    }

    /** What its source said last of an object, or is asked. */
    public Optional<Permit> permit(Withheld row) {
        return permits.stream()
                .filter(permit ->
                        permit.stixId().equals(row.stixId()) && permit.source().equals(row.source()))
                .findFirst();
    }

    /** Nobody is asked twice at once, nor again for what is permitted. */
    public boolean askable(Withheld row) {
        var standing = permit(row).map(permit -> permit.standing(now));
        return standing.filter(Set.of(Permit.Standing.ASKED, Permit.Standing.GIVEN)::contains)
                .isEmpty();
    }

    /** What was taken back after it had been brought: the provider is asked by hand to delete it. */
    public List<Permit> toDelete() {
        return permits.stream().filter(Permit::toDelete).toList();
    }

    /** Objects of which the partner has not said yet whether it took them. */
    public int awaited() {
        return deliveries.stream()
                .filter(each -> each.givenUpAt().isEmpty())
                .mapToInt(Delivery::number)
                .sum();
    }

    public boolean runsOut() {
        return provider.runsOut(now.plus(ProvidersPage.NOTICE));
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("provider.providers"), "/intel/providers", false),
                new Step(provider.name(), path(), true));
    }

    public String path() {
        return "/intel/providers/" + provider.id();
    }

    public static String kind(Round round) {
        return word("provider.kind", round.kind());
    }

    public static String fault(Round round) {
        var outcome = round.well()
                ? text(round.more() ? "provider.well-so-far" : "provider.well")
                : text(round.fault(), round.arguments().toArray());
        return round.kind() == Round.Kind.REPLAY && !round.well()
                ? text(round.more() ? "provider.replay.again" : "provider.replay.given-up", outcome)
                : outcome;
    }

    /** The rule without its particulars, and how many it holds back. */
    public String words(Quarantine.Waiting waiting) {
        var example = quarantined.stream()
                .filter(row -> row.reason().equals(waiting.reason()))
                .findFirst()
                .map(ProviderPage::reason)
                .orElseGet(() -> text(waiting.reason()));
        return text("provider.reason.number", example, waiting.number());
    }

    public boolean chosen(Quarantine.Waiting waiting) {
        var first = reasons.getFirst().reason();
        return waiting.reason().equals(typed.of().isEmpty() ? first : typed.of());
    }

    public String why() {
        return typed.why();
    }

    public static String reason(Quarantined row) {
        return text(row.reason(), row.arguments().toArray());
    }
}
