package noroshi.watch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import noroshi.site.Choice;
import noroshi.site.FormErrors;

/**
 * The rota of a week.
 *
 * @param posts how each column is called
 * @param gaps what nobody has, in words
 * @param clashes duties that do not go together, in words
 * @param astray duties that belong to no shift any more, in words
 */
public record WeekPage(
        LocalDate first,
        NowPart now,
        List<String> posts,
        List<Line> lines,
        List<String> gaps,
        List<String> clashes,
        List<String> astray,
        List<Choice> postChoices,
        List<Choice> people,
        List<Choice> shifts,
        boolean hands,
        Typed typed,
        FormErrors errors) {

    /** One shift. */
    public record Line(LocalDate day, String name, String times, boolean now, List<Cell> cells) {}

    /** Who has one post in one shift. */
    public record Cell(List<String> people, boolean gap) {}

    /** What was typed into the form. */
    public record Typed(String from, String to, Set<String> shifts, String post, String person, String phone) {
        public Typed {
            shifts = Set.copyOf(shifts);
        }
    }

    public LocalDate last() {
        return first.plusDays(6);
    }

    public String before() {
        return "/desk/watch?day=" + first.minusDays(7);
    }

    public String after() {
        return "/desk/watch?day=" + first.plusDays(7);
    }
}
