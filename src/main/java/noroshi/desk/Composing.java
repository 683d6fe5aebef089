package noroshi.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;

/** Composes what a report says, from the tickets as they stand or from a copy that was sent. */
@Component
class Composing {
    private final ExtractStore tickets;
    private final UpwardStore reports;
    private final Members members;
    private final Ledger ledger;

    Composing(ExtractStore tickets, UpwardStore reports, Members members, Ledger ledger) {
        this.tickets = tickets;
        this.reports = reports;
        this.members = members;
        this.ledger = ledger;
    }

    /** What the report of this half day says now. */
    UpwardReport.Body body(Series series, LocalDate day, Half half, Instant at) {
        return switch (series.content()) {
            case FULL -> plain(full(series, at));
            case RECORD -> plain(record(series, day, at));
            case ABRIDGED -> abridged(series, day, half);
            case BROADCAST -> broadcast(series, since(series, day), at, at);
        };
    }

    /** What the next edition of a report says that went wrong: the same matters, as they stand now. */
    UpwardReport.Body again(Series series, UpwardReport wrong, Instant at) {
        return switch (series.content()) {
            case FULL, RECORD -> plain(refreshed(series, wrong.items(), at));
            case ABRIDGED -> abridged(series, wrong.day(), wrong.half());
            case BROADCAST -> broadcast(series, wrong.countedFrom().orElse(wrong.composedAt()), at, wrong.composedAt());
        };
    }

    private static UpwardReport.Body plain(List<UpwardItem> items) {
        return new UpwardReport.Body(items, Map.of(), Optional.empty(), Optional.empty());
    }

    /**
     * What is new since the last report: matters, and what became of those that were reported, also where the rule would
     * not name them any more.
     */
    private List<UpwardItem> full(Series series, Instant at) {
        var known = reports.lastItems(series.code());
        var candidates = tickets.candidates(
                series.rule(),
                matters(known.values().stream().filter(item -> !item.over()).toList()),
                at);
        var names = names(candidates);
        return candidates.stream()
                .map(it ->
                        it.item(name(it, names), !known.containsKey(it.matter().toString()), Optional.empty()))
                .filter(item -> Optional.ofNullable(known.get(item.matter()))
                        .filter(item::tellsNothingAfter)
                        .isEmpty())
                .toList();
    }

    /**
     * All that go on, and those that ended since the report before; of what was told and the rule does not name any more,
     * what has changed.
     */
    private List<UpwardItem> record(Series series, LocalDate day, Instant at) {
        var since = since(series, day);
        var reported = reports.reported(series.code());
        var known = reports.lastItems(series.code());
        var unended = known.values().stream().filter(item -> !item.over()).toList();
        var named = tickets.candidates(series.rule(), List.of(), at).stream()
                .map(ExtractStore.Candidate::matter)
                .map(UUID::toString)
                .collect(Collectors.toSet());
        var candidates = tickets.candidates(series.rule(), matters(unended), at).stream()
                .filter(it -> !it.status().over()
                        || it.since().isAfter(since)
                        || !named.contains(it.matter().toString()))
                .toList();
        return extracts(candidates, reported).stream()
                .filter(item -> named.contains(item.matter())
                        || Optional.ofNullable(known.get(item.matter()))
                                .filter(item::tellsNothingAfter)
                                .isEmpty())
                .toList();
    }

    private List<UpwardItem> extracts(List<ExtractStore.Candidate> candidates, Collection<String> reported) {
        var ids = candidates.stream().map(ExtractStore.Candidate::matter).toList();
        var decisions = tickets.decisions(ids);
        var agencies = tickets.agencies(ids);
        var names = names(candidates);
        var helpers = members.organisations(
                agencies.values().stream().flatMap(List::stream).distinct().toList());
        return candidates.stream()
                .map(it -> it.item(
                        name(it, names),
                        !reported.contains(it.matter().toString()),
                        Optional.of(it.extract(
                                agencies.getOrDefault(it.matter(), List.of()).stream()
                                        .map(helpers::get)
                                        .filter(Objects::nonNull)
                                        .map(OrganisationName::name)
                                        .toList(),
                                decisions.getOrDefault(it.matter(), List.of())))))
                .toList();
    }

    private List<UpwardItem> refreshed(Series series, List<UpwardItem> items, Instant at) {
        var now = tickets.candidates(series.rule(), matters(items), at).stream()
                .collect(Collectors.toMap(it -> it.matter().toString(), it -> it));
        var names = names(now.values());
        return items.stream()
                .flatMap(item -> Optional.ofNullable(now.get(item.matter())).stream()
                        .map(found -> series.content() == Series.Content.RECORD
                                ? extracts(List.of(found), item.fresh() ? List.of() : List.of(item.matter()))
                                        .getFirst()
                                : found.item(name(found, names), item.fresh(), Optional.empty())))
                .toList();
    }

    private UpwardReport.Body abridged(Series series, LocalDate day, Half half) {
        var source = source(series, day, half).orElseThrow(() -> new RuleBroken("desk.upward.source-first"));
        return new UpwardReport.Body(
                source.items().stream().map(UpwardItem::abridged).toList(),
                Map.of(),
                Optional.empty(),
                Optional.of(source.id()));
    }

    /** The newest sent copy that the abridged report of this half day is to be made of. */
    Optional<UpwardReport> source(Series series, LocalDate day, Half half) {
        return series.drawnFrom()
                .flatMap(code -> reports.of(code, day, half).reversed().stream()
                        .filter(UpwardReport::sent)
                        .findFirst());
    }

    private UpwardReport.Body broadcast(Series series, Instant from, Instant at, Instant counted) {
        var items = tickets.candidates(series.rule(), List.of(), at).stream()
                .filter(it -> !it.status().over() || it.since().isAfter(from))
                .map(it -> it.item(Optional.empty(), it.openedAt().isAfter(from), Optional.empty())
                        .nameless())
                .toList();
        return new UpwardReport.Body(items, tickets.activity(from, counted), Optional.of(from), Optional.empty());
    }

    private static List<UUID> matters(List<UpwardItem> items) {
        return items.stream().map(UpwardItem::matter).map(UUID::fromString).toList();
    }

    /** Since when a report tells: since the one before was composed, or since its day began. */
    private Instant since(Series series, LocalDate day) {
        return reports.lastSent(series.code())
                .map(UpwardReport::composedAt)
                .orElseGet(() -> day.atStartOfDay(ledger.zone()).toInstant());
    }

    private Map<UUID, OrganisationName> names(Collection<ExtractStore.Candidate> candidates) {
        return members.organisations(
                candidates.stream().flatMap(it -> it.organisation().stream()).toList());
    }

    private static Optional<String> name(ExtractStore.Candidate it, Map<UUID, OrganisationName> names) {
        return it.organisation().map(names::get).map(OrganisationName::name);
    }
}
