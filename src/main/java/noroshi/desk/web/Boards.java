package noroshi.desk.web;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.desk.Board;
import noroshi.desk.BoardViews;
import noroshi.desk.Card;
import noroshi.desk.Departures;
import noroshi.desk.Impact;
import noroshi.desk.Lane;
import noroshi.desk.LateWords;
import noroshi.desk.OnBoard;
import noroshi.desk.Telephone;
import noroshi.desk.UpwardReports;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the board. */
@Component
class Boards {
    private static final int TEAMS = 3;

    private final Names names;
    private final UpwardReports reports;
    private final Telephone telephone;
    private final Members members;
    private final BoardViews views;
    private final LateWords lateWords;
    private final Departures departures;
    private final DrawnLanes drawn;
    private final List<OnBoard> above;

    Boards(
            Names names,
            UpwardReports reports,
            Telephone telephone,
            Members members,
            BoardViews views,
            LateWords lateWords,
            Departures departures,
            DrawnLanes drawn,
            List<OnBoard> above) {
        this.departures = departures;
        this.drawn = drawn;
        this.lateWords = lateWords;
        this.views = views;
        this.above = above;
        this.names = names;
        this.reports = reports;
        this.telephone = telephone;
        this.members = members;
    }

    Page page(Board board, BoardFilter filter, FormErrors errors, Actor actor) {
        return new Page("desk/board", of(board, filter, errors, actor));
    }

    BoardPage of(Board board, BoardFilter filter, FormErrors errors, Actor actor) {
        var open =
                board.cards().stream().filter(card -> card.lane() != Lane.DONE).toList();
        var wanted = filter.wanted(actor);
        var known = names.of(
                board.cards().stream()
                        .flatMap(card -> Stream.concat(Stream.of(card.organisation()), card.agencies().stream())),
                Stream.empty());
        var second = board.live() ? telephone.second(actor) : Set.<UUID>of();
        return new BoardPage(
                board.at(),
                board.live(),
                drawn.of(
                        new DrawnLanes.Key(
                                board.number(),
                                board.at().truncatedTo(ChronoUnit.MINUTES),
                                filter,
                                Ui.locale(),
                                second,
                                Optional.of(actor.person())
                                        .filter(it -> filter.view().equals("mine"))),
                        () -> lanes(board, wanted, second, known)),
                lines(board.in(Lane.DONE), card -> true, Set.of(), known),
                IntStream.rangeClosed(1, TEAMS)
                        .mapToObj(team -> new BoardPage.Load(team, board.load(team)))
                        .toList(),
                BoardFilter.VIEWS.stream()
                        .map(name -> new Step(
                                Ui.text(
                                        "desk.view." + name,
                                        open.stream()
                                                .filter(filter.in(name).wanted(actor))
                                                .count()),
                                "/desk?" + filter.in(name).query(),
                                name.equals(filter.view())))
                        .toList(),
                open.stream()
                        .filter(card -> card.standing().impact() == Impact.PRESENT)
                        .count(),
                reports.missed(actor).size(),
                reports.next(actor),
                board.live() ? calls(actor) : List.of(),
                board.live() ? lateWords.unseen(actor) : List.of(),
                board.live() ? departures(actor) : List.of(),
                filter,
                views.kept(actor),
                board.live() ? views.pulse(actor) : "",
                above.stream().flatMap(each -> each.of(board, actor).stream()).toList(),
                errors);
    }

    private static BoardPage.Lanes lanes(Board board, Predicate<Card> wanted, Set<UUID> second, Names.Found known) {
        return new BoardPage.Lanes(Stream.of(Lane.NEW, Lane.CHECKING, Lane.SUPPORT, Lane.WATCHING)
                .map(lane -> new BoardPage.LanePart(lane, lines(board.in(lane), wanted, second, known)))
                .toList());
    }

    private List<BoardPage.Ring> calls(Actor actor) {
        return telephone.calls(actor).stream()
                .map(call -> {
                    var whom = members.organisation(call.organisation());
                    return new BoardPage.Ring(call, whom.in(Ui.locale()), whom.windowPhone());
                })
                .toList();
    }

    private List<BoardPage.Gone> departures(Actor actor) {
        var open = departures.open(actor);
        var known = names.of(open.stream().map(it -> it.departure().organisation()), Stream.empty());
        return open.stream()
                .map(it ->
                        new BoardPage.Gone(it, known.organisation(it.departure().organisation())))
                .toList();
    }

    private static List<BoardPage.Line> lines(
            List<Card> cards, Predicate<Card> wanted, Set<UUID> second, Names.Found known) {
        return cards.stream()
                .filter(wanted)
                .map(card -> new BoardPage.Line(
                        card,
                        known.organisation(card.organisation()),
                        card.agencies().stream().map(known::organisation).toList(),
                        second.contains(card.matter())))
                .toList();
    }
}
