package noroshi.desk.web;

import gg.jte.Content;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.desk.Board;
import noroshi.desk.BoardViews;
import noroshi.desk.Card;
import noroshi.desk.Impact;
import noroshi.desk.Lane;
import noroshi.desk.LookingOn;
import noroshi.desk.Moving;
import noroshi.desk.OnBoard;
import noroshi.desk.UpwardReports;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Parts;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Composes the board. */
@Component
class Boards {
    private static final int TEAMS = 3;

    private final LookingOn lookingOn;
    private final Names names;
    private final UpwardReports reports;
    private final Members members;
    private final BoardViews views;
    private final DrawnBoard drawn;
    private final Parts parts;
    private final List<OnBoard> above;

    Boards(
            LookingOn lookingOn,
            Names names,
            UpwardReports reports,
            Members members,
            BoardViews views,
            DrawnBoard drawn,
            Parts parts,
            List<OnBoard> above) {
        this.lookingOn = lookingOn;
        this.drawn = drawn;
        this.parts = parts;
        this.views = views;
        this.above = above;
        this.names = names;
        this.reports = reports;
        this.members = members;
    }

    /** What moved, with the pulse that it is of. */
    record Moved(String pulse, DrawnBoard.Drawn drawn) {}

    Page page(Optional<Instant> moment, BoardFilter filter, FormErrors errors, Actor actor) {
        var moving = lookingOn.at(moment, actor);
        var look = draw(moving, filter, actor);
        return new Page(
                "desk/board",
                new BoardPage(
                        moving.board().at(),
                        moving.board().live(),
                        look.strip(),
                        look.ways(),
                        look.lanes(),
                        reports.missed(actor).size(),
                        moving.next(),
                        filter,
                        views.kept(actor),
                        moving.pulse(),
                        moving.due(),
                        hand(moving, actor),
                        errors));
    }

    Optional<Moved> since(String pulse, BoardFilter filter, Actor actor) {
        return lookingOn.since(pulse, actor).map(it -> new Moved(it.pulse(), draw(it, filter, actor)));
    }

    BoardPage.Hand due(Actor actor) {
        return hand(lookingOn.at(Optional.empty(), actor), actor);
    }

    private DrawnBoard.Drawn draw(Moving moving, BoardFilter filter, Actor actor) {
        var board = moving.board();
        var open =
                board.cards().stream().filter(card -> card.lane() != Lane.DONE).toList();
        var key = new DrawnBoard.Key(
                board.number(),
                board.at().truncatedTo(ChronoUnit.MINUTES),
                filter,
                Ui.locale(),
                moving.second(),
                open.stream().filter(filter.in("mine").wanted(actor)).count(),
                Optional.of(actor.person()).filter(_ -> filter.view().equals("mine")),
                moving.due());
        return drawn.of(key, () -> pieces(moving, open, filter, actor));
    }

    private DrawnBoard.Pieces pieces(Moving moving, List<Card> open, BoardFilter filter, Actor actor) {
        var strip = new BoardPage.Strip(
                IntStream.rangeClosed(1, TEAMS)
                        .mapToObj(
                                team -> new BoardPage.Load(team, moving.board().load(team)))
                        .toList(),
                moving.next(),
                open.stream()
                        .filter(card -> card.standing().impact() == Impact.PRESENT)
                        .count(),
                moving.due());
        var ways = new BoardPage.Ways(BoardFilter.VIEWS.stream()
                .map(name -> new Step(
                        Ui.text(
                                "desk.view." + name,
                                open.stream()
                                        .filter(filter.in(name).wanted(actor))
                                        .count()),
                        "/desk?" + filter.in(name).query(),
                        name.equals(filter.view())))
                .toList());
        return new DrawnBoard.Pieces(
                parts.draw("desk/parts/strip", strip),
                parts.draw("desk/parts/ways", ways),
                parts.draw("desk/parts/lanes", lanes(moving, filter, actor)));
    }

    private static BoardPage.Lanes lanes(Moving moving, BoardFilter filter, Actor actor) {
        var wanted = filter.wanted(actor);
        var board = moving.board();
        var known = new Names.Found(moving.names(), Map.of());
        return new BoardPage.Lanes(
                Stream.of(Lane.NEW, Lane.CHECKING, Lane.SUPPORT, Lane.WATCHING)
                        .map(lane -> new BoardPage.LanePart(
                                lane,
                                board.in(lane).stream()
                                        .filter(wanted)
                                        .map(card -> line(card, moving, known))
                                        .toList()))
                        .toList(),
                board.in(Lane.DONE).stream()
                        .map(card -> line(card, moving, known))
                        .toList());
    }

    private static BoardPage.Line line(Card card, Moving moving, Names.Found known) {
        return new BoardPage.Line(
                card,
                known.organisation(card.organisation()),
                card.agencies().stream().map(known::organisation).toList(),
                moving.second().contains(card.matter()));
    }

    private BoardPage.Hand hand(Moving moving, Actor actor) {
        return new BoardPage.Hand(
                moving.board().at(),
                above(moving.board(), actor),
                moving.lateWords(),
                departures(moving),
                calls(moving));
    }

    private List<Content> above(Board board, Actor actor) {
        return above.stream().flatMap(each -> each.of(board, actor).stream()).toList();
    }

    private List<BoardPage.Ring> calls(Moving moving) {
        return moving.calls().stream()
                .map(call -> {
                    var whom = members.organisation(call.organisation());
                    return new BoardPage.Ring(call, whom.in(Ui.locale()), whom.windowPhone());
                })
                .toList();
    }

    private List<BoardPage.Gone> departures(Moving moving) {
        var known =
                names.of(moving.departures().stream().map(it -> it.departure().organisation()), Stream.empty());
        return moving.departures().stream()
                .map(it ->
                        new BoardPage.Gone(it, known.organisation(it.departure().organisation())))
                .toList();
    }
}
