package noroshi.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.Departure;
import noroshi.desk.Departures;
import noroshi.desk.Matter;
import noroshi.desk.Proposal;
import noroshi.desk.Recipient;
import noroshi.desk.Sharing;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Prepares who was told of a matter, for the reporter's side and the desk. */
@Component
class ToldParts {
    private static final int ALL = 1000;

    private final Sharing sharing;
    private final Members members;
    private final Names names;
    private final Departures departures;

    ToldParts(Sharing sharing, Members members, Names names, Departures departures) {
        this.departures = departures;
        this.sharing = sharing;
        this.members = members;
        this.names = names;
    }

    MatterPage.Told of(Matter matter, boolean staff, Actor actor) {
        var recipients = sharing.recipients(matter, actor);
        var proposals = sharing.proposals(matter, actor);
        var withheld = sharing.withheld(matter, actor);
        var views = sharing.firstViews(matter, actor);
        var left = departures.of(matter, actor).stream()
                .collect(Collectors.toMap(Departure::organisation, it -> it, (latest, older) -> latest));
        var known = names.of(
                Stream.of(
                                recipients.stream().map(Recipient::organisation),
                                proposals.stream().map(Proposal::organisation),
                                withheld.stream())
                        .flatMap(it -> it),
                Stream.empty());
        return new MatterPage.Told(
                recipients.stream()
                        .map(it -> line(it, views, Optional.ofNullable(left.get(it.organisation())), known))
                        .toList(),
                proposals.stream().map(it -> asked(matter, it, known, actor)).toList(),
                withheld.stream().map(known::organisation).toList(),
                staff || matter.ours() ? others(matter, recipients) : List.of());
    }

    private static MatterPage.Told.Line line(
            Recipient it, Map<UUID, java.time.Instant> views, Optional<Departure> left, Names.Found known) {
        return new MatterPage.Told.Line(
                it.organisation(),
                known.organisation(it.organisation()),
                Ui.word("desk.trigger", it.reason()),
                AskPages.sees(it.damage(), it.technical()),
                it.addedAt(),
                Optional.ofNullable(views.get(it.organisation())),
                it.endedAt().isPresent(),
                left.filter(gone -> gone.at().isAfter(it.addedAt())));
    }

    private MatterPage.Told.Asked asked(Matter matter, Proposal it, Names.Found known, Actor actor) {
        return new MatterPage.Told.Asked(
                it.id(),
                known.organisation(it.organisation()),
                it.reason(),
                AskPages.sees(it.damage(), it.technical()),
                it.proposedAt(),
                it.verdict().map(verdict -> Ui.word("desk.verdict", verdict)),
                sharing.mayCarryOut(matter, it, actor));
    }

    /** Organisations that are not told yet. */
    private List<Choice> others(Matter matter, List<Recipient> recipients) {
        var told = recipients.stream()
                .filter(it -> it.endedAt().isEmpty())
                .map(Recipient::organisation)
                .collect(Collectors.toSet());
        matter.reporter().ifPresent(reporter -> told.add(reporter.organisation()));
        members.centre().ifPresent(told::add);
        return members.organisationsCalled("", ALL).stream()
                .filter(name -> !told.contains(name.id()))
                .map(name -> new Choice(name.id().toString(), name.in(Ui.locale())))
                .toList();
    }
}
