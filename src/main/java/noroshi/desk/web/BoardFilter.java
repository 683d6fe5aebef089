package noroshi.desk.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import noroshi.desk.Card;
import noroshi.desk.Impact;
import noroshi.desk.Visibility;
import noroshi.shared.Actor;
import org.jspecify.annotations.Nullable;

/** What of the board somebody looks at. */
public record BoardFilter(String view, String team, String kind, String q) {
    static final List<String> VIEWS = List.of("all", "unassigned", "mine", "late", "upward");
    static final BoardFilter ALL = new BoardFilter("all", "", "", "");

    public BoardFilter(@Nullable String view, @Nullable String team, @Nullable String kind, @Nullable String q) {
        this.view = view != null && VIEWS.contains(view) ? view : "all";
        this.team = team != null && team.matches("[1-3]") ? team : "";
        this.kind = kind != null && kind.matches("REPORT|CONSULTATION") ? kind : "";
        this.q = q == null ? "" : q.strip();
    }

    BoardFilter in(String other) {
        return new BoardFilter(other, team, kind, q);
    }

    Predicate<Card> wanted(Actor actor) {
        return card -> in(view, card, actor)
                && (team.isEmpty()
                        || card.standing().team().map(String::valueOf).equals(Optional.of(team)))
                && (kind.isEmpty() || card.kind().name().equals(kind))
                && (q.isEmpty() || card.title().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT)));
    }

    private static boolean in(String view, Card card, Actor actor) {
        return switch (view) {
            case "unassigned" -> card.standing().team().isEmpty();
            case "mine" -> card.standing().assignee().equals(Optional.of(actor.person()));
            case "late" -> card.late().filter(Card.Late::over).isPresent();
            case "upward" -> upward(card);
            case String all -> true;
        };
    }

    private static boolean upward(Card card) {
        var it = card.standing();
        return it.impact() == Impact.PRESENT
                || it.impact() == Impact.POSSIBLE
                || it.visibility() == Visibility.POSSIBLE
                || it.visibility() == Visibility.PUBLIC;
    }

    /** The address of the board that shows this. */
    public String query() {
        return "view=" + view + "&team=" + team + "&kind=" + kind + "&q="
                + URLEncoder.encode(q, StandardCharsets.UTF_8);
    }
}
