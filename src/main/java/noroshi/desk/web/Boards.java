package noroshi.desk.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.desk.Board;
import noroshi.desk.Card;
import noroshi.desk.Impact;
import noroshi.desk.Lane;
import noroshi.desk.Telephone;
import noroshi.desk.UpwardReports;
import noroshi.desk.Visibility;
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
    private static final List<String> VIEWS = List.of("all", "unassigned", "mine", "late", "upward");

    private final Names names;
    private final UpwardReports reports;
    private final Telephone telephone;
    private final Members members;

    Boards(Names names, UpwardReports reports, Telephone telephone, Members members) {
        this.names = names;
        this.reports = reports;
        this.telephone = telephone;
        this.members = members;
    }

    Page page(Board board, String view, FormErrors errors, Actor actor) {
        var open =
                board.cards().stream().filter(card -> card.lane() != Lane.DONE).toList();
        var wanted = filter(view, actor);
        var known = names.of(
                board.cards().stream()
                        .flatMap(card -> Stream.concat(Stream.of(card.organisation()), card.agencies().stream())),
                Stream.empty());
        var second = board.live() ? telephone.second(actor) : Set.<UUID>of();
        return new Page(
                "desk/board",
                new BoardPage(
                        board.at(),
                        board.live(),
                        Stream.of(Lane.NEW, Lane.CHECKING, Lane.SUPPORT, Lane.WATCHING)
                                .map(lane -> new BoardPage.LanePart(lane, lines(board.in(lane), wanted, second, known)))
                                .toList(),
                        lines(board.in(Lane.DONE), card -> true, Set.of(), known),
                        IntStream.rangeClosed(1, TEAMS)
                                .mapToObj(team -> new BoardPage.Load(team, board.load(team)))
                                .toList(),
                        VIEWS.stream()
                                .map(name -> new Step(
                                        Ui.text(
                                                "desk.view." + name,
                                                open.stream()
                                                        .filter(filter(name, actor))
                                                        .count()),
                                        Ui.with("view", name),
                                        name.equals(known(view))))
                                .toList(),
                        open.stream()
                                .filter(card -> card.standing().impact() == Impact.PRESENT)
                                .count(),
                        reports.missed(actor).size(),
                        reports.next(actor),
                        board.live() ? calls(actor) : List.of(),
                        errors));
    }

    private List<BoardPage.Ring> calls(Actor actor) {
        return telephone.calls(actor).stream()
                .map(call -> {
                    var whom = members.organisation(call.organisation());
                    return new BoardPage.Ring(call, whom.in(Ui.locale()), whom.windowPhone());
                })
                .toList();
    }

    private static String known(String view) {
        return VIEWS.contains(view) ? view : "all";
    }

    private static Predicate<Card> filter(String view, Actor actor) {
        return switch (view) {
            case "unassigned" -> card -> card.standing().team().isEmpty();
            case "mine" -> card -> card.standing().assignee().equals(Optional.of(actor.person()));
            case "late" -> card -> card.late().filter(Card.Late::over).isPresent();
            case "upward" -> Boards::upward;
            case String all -> card -> true;
        };
    }

    private static boolean upward(Card card) {
        var it = card.standing();
        return it.impact() == Impact.PRESENT
                || it.impact() == Impact.POSSIBLE
                || it.visibility() == Visibility.POSSIBLE
                || it.visibility() == Visibility.PUBLIC;
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
