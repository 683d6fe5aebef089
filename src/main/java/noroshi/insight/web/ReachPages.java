package noroshi.insight.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.insight.FirstViews;
import noroshi.insight.Opening;
import noroshi.insight.OrganisationReach;
import noroshi.insight.Reach;
import noroshi.insight.TopicName;
import noroshi.insight.Trait;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.site.Choice;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the pages of reach. */
@Component
class ReachPages {
    private final Members members;
    private final Titles titles;
    private final Clock clock;

    ReachPages(Members members, Titles titles, Clock clock) {
        this.clock = clock;
        this.members = members;
        this.titles = titles;
    }

    ReachPage list(Chosen chosen, List<OrganisationReach> all, ReachController.Filter filter, int page) {
        var some = filter.kinds(all);
        var silent = some.stream().filter(OrganisationReach::silent).toList();
        var leaf = Leaf.of(filter.of(all), page);
        return new ReachPage(
                chosen,
                List.of(
                        new Step(Ui.text("insight.reach.all"), Ui.with("show", ""), !filter.silent()),
                        new Step(Ui.text("insight.reach.silent"), Ui.with("show", "silent"), filter.silent())),
                filter.category(),
                filter.sector(),
                choices(all, Trait.Kind.CATEGORY),
                choices(all, Trait.Kind.SECTOR),
                leaf.rows(),
                some.size(),
                silent.size(),
                share(some),
                groups(all),
                leaf.number(),
                leaf.more());
    }

    private static int share(List<OrganisationReach> rows) {
        var addressed = rows.stream().mapToInt(OrganisationReach::addressed).sum();
        var opened = rows.stream().mapToInt(OrganisationReach::opened).sum();
        return addressed == 0 ? 0 : Math.round(opened * 100f / addressed);
    }

    private static List<Trait> traits(List<OrganisationReach> all, Trait.Kind kind) {
        return all.stream()
                .flatMap(row -> row.traits().stream())
                .filter(trait -> trait.kind() == kind)
                .distinct()
                .sorted(Comparator.comparing(Trait::code))
                .toList();
    }

    private static List<Choice> choices(List<OrganisationReach> all, Trait.Kind kind) {
        return traits(all, kind).stream()
                .map(trait -> new Choice(trait.code(), trait.in(Ui.locale())))
                .toList();
    }

    private static List<ReachPage.Group> groups(List<OrganisationReach> all) {
        var groups = new ArrayList<ReachPage.Group>();
        for (var kind : Trait.Kind.values()) {
            traits(all, kind).forEach(trait -> groups.add(group(trait, all)));
        }
        return groups;
    }

    private static ReachPage.Group group(Trait trait, List<OrganisationReach> all) {
        var some = all.stream().filter(row -> row.traits().contains(trait)).toList();
        return new ReachPage.Group(
                trait.kind().name().toLowerCase(Locale.ROOT),
                trait.code(),
                trait.in(Ui.locale()),
                some.size(),
                (int) some.stream().filter(OrganisationReach::silent).count(),
                some.stream().mapToInt(OrganisationReach::addressed).sum(),
                some.stream().mapToInt(OrganisationReach::opened).sum());
    }

    TopicFiguresPage topic(Reach.OfTopic of, int page) {
        var leaf = Leaf.of(of.hidden() ? List.<Opening>of() : of.openings(), page);
        var organisations = members.organisations(
                leaf.rows().stream().map(Opening::organisation).toList());
        var readers = readers(leaf.rows());
        var lines = leaf.rows().stream()
                .map(opening -> new TopicFiguresPage.Line(
                        opening.organisation(),
                        Optional.ofNullable(organisations.get(opening.organisation()))
                                .map(name -> name.in(Ui.locale()))
                                .orElse(""),
                        opening.firstAt(),
                        Titles.length(opening.after()),
                        reader(opening, readers),
                        opening.people(),
                        opening.version(),
                        opening.levels().stream()
                                .map(level -> Ui.word("insight.level", level))
                                .collect(Collectors.joining(Ui.text("insight.and")))))
                .toList();
        var open = clock.instant().isBefore(of.topic().publishedAt().plus(FirstViews.GOAL));
        return new TopicFiguresPage(
                of.topic(),
                titles.of(of.topic()),
                of.hidden(),
                of.firstViews(),
                Waits.goal(of.firstViews(), open),
                Waits.draw(of.firstViews(), open),
                Waits.finding(of.firstViews(), open),
                of.hidden()
                        ? List.of()
                        : Waits.bars(
                                of.firstViews(),
                                "/insight/waits?topic=" + of.topic().id()),
                of.openings().stream().mapToLong(Opening::views).sum(),
                (int) of.openings().stream()
                        .filter(it -> it.firstAt().isPresent())
                        .count(),
                of.openings().stream().mapToInt(Opening::people).sum(),
                of.openings().size(),
                lines,
                leaf.number(),
                leaf.more());
    }

    OrganisationPage organisation(Chosen chosen, Reach.OfOrganisation of, String show) {
        var bulletins = of.bulletins().stream().collect(Collectors.toMap(TopicName::id, Function.identity()));
        var readers = readers(of.openings());
        var lines = of.openings().stream()
                .map(opening -> new OrganisationPage.Line(
                        opening.topic(),
                        Optional.ofNullable(bulletins.get(opening.topic()))
                                .map(titles::of)
                                .orElse(""),
                        opening.publishedAt(),
                        opening.firstAt(),
                        Titles.length(opening.after()),
                        reader(opening, readers),
                        opening.people()))
                .toList();
        return new OrganisationPage(
                chosen,
                of.organisation().id(),
                of.organisation().in(Ui.locale()),
                (int) lines.stream().filter(line -> line.firstAt().isPresent()).count(),
                lines.size(),
                show.equals("opened") || show.equals("unopened") ? show : "all",
                lines.stream().filter(line -> fits(line, show)).toList());
    }

    private static boolean fits(OrganisationPage.Line line, String show) {
        return switch (show) {
            case "opened" -> line.firstAt().isPresent();
            case "unopened" -> line.firstAt().isEmpty();
            default -> true;
        };
    }

    private Map<UUID, PersonName> readers(Collection<Opening> openings) {
        return members.names(
                openings.stream().flatMap(it -> it.reader().stream()).distinct().toList());
    }

    private static String reader(Opening opening, Map<UUID, PersonName> readers) {
        return opening.reader()
                .map(readers::get)
                .map(name -> name.in(Ui.locale()))
                .orElse("");
    }
}
