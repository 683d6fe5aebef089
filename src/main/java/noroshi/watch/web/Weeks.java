package noroshi.watch.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.watch.Duty;
import noroshi.watch.Handovers;
import noroshi.watch.Post;
import noroshi.watch.Rota;
import noroshi.watch.Shift;
import noroshi.watch.Structure;
import noroshi.watch.Week;
import org.springframework.stereotype.Component;

/** Composes the rota of a week and of a day. */
@Component
class Weeks {
    private static final int SAID = 20;

    private final Rota rota;
    private final Structure structure;
    private final Watches watches;
    private final Naming naming;
    private final Handovers handovers;

    Weeks(Rota rota, Structure structure, Watches watches, Naming naming, Handovers handovers) {
        this.rota = rota;
        this.structure = structure;
        this.watches = watches;
        this.naming = naming;
        this.handovers = handovers;
    }

    Page page(LocalDate day, Optional<WeekPage.Typed> typed, FormErrors errors, Actor actor) {
        var week = rota.week(day, actor);
        var now = rota.now();
        var names = naming.of(week.duties());
        var shown = week.posts().stream()
                .filter(post -> week.shifts().stream()
                        .anyMatch(shift ->
                                post.needed(shift) || !week.of(shift, post).isEmpty()))
                .toList();
        var gaps = week.gaps(now);
        return new Page(
                "watch/week",
                new WeekPage(
                        week.first(),
                        watches.at(now, true, actor),
                        shown.stream().map(post -> post.in(Ui.locale())).toList(),
                        week.shifts().stream()
                                .map(shift -> line(shift, week, shown, names, shift.contains(now)))
                                .toList(),
                        gaps.stream()
                                .limit(SAID)
                                .map(gap -> naming.shift(gap.shift()) + " "
                                        + gap.post().in(Ui.locale()))
                                .toList(),
                        week.clashes().stream()
                                .limit(SAID)
                                .map(it -> clash(it, week, names))
                                .toList(),
                        week.astray().stream().map(it -> duty(it, week, names)).toList(),
                        structure.posts(actor).stream()
                                .map(post -> new Choice(post.code(), post.in(Ui.locale())))
                                .toList(),
                        naming.candidates(rota.candidates(actor)).stream()
                                .map(it -> new Choice(
                                        it.id().toString(),
                                        it.in(Ui.locale()) + " ("
                                                + it.organisation().in(Ui.locale()) + ")"))
                                .toList(),
                        choices(week),
                        handovers.desk(actor),
                        typed.orElseGet(() -> new WeekPage.Typed(
                                later(week.first()).toString(),
                                week.first().plusDays(6).toString(),
                                Set.of(),
                                "",
                                "",
                                "")),
                        errors));
    }

    private LocalDate later(LocalDate first) {
        return first.isBefore(rota.today()) && rota.today().isBefore(first.plusDays(7)) ? rota.today() : first;
    }

    private static List<Choice> choices(Week week) {
        return week.shifts().stream()
                .sorted(Comparator.comparing(Shift::onCall))
                .map(shift -> new Choice(
                        shift.key(),
                        shift.hours()
                                .map(it -> it.in(Ui.locale()) + " " + Ui.time(shift.begins()) + "–"
                                        + Ui.time(shift.ends()))
                                .orElseGet(() -> Ui.text("watch.on-call"))))
                .collect(Collectors.toMap(Choice::value, it -> it, (one, same) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    private static WeekPage.Line line(
            Shift shift, Week week, List<Post> posts, Map<UUID, String> names, boolean current) {
        return new WeekPage.Line(
                shift.day(),
                shift.hours().map(it -> it.in(Ui.locale())).orElseGet(() -> Ui.text("watch.on-call")),
                Ui.time(shift.begins()) + "–" + Ui.time(shift.ends()),
                current,
                posts.stream()
                        .map(post -> new WeekPage.Cell(
                                week.of(shift, post).stream()
                                        .map(duty -> name(duty, names))
                                        .toList(),
                                post.needed(shift) && week.of(shift, post).isEmpty()))
                        .toList());
    }

    private static String clash(Week.Clash it, Week week, Map<UUID, String> names) {
        return Ui.text("watch.clash", duty(it.one(), week, names), duty(it.other(), week, names));
    }

    private static String duty(Duty duty, Week week, Map<UUID, String> names) {
        return Ui.text(
                "watch.duty",
                name(duty, names),
                Ui.dateTime(duty.begins()),
                Ui.dateTime(duty.ends()),
                post(duty, week.posts()));
    }

    private static String post(Duty duty, List<Post> posts) {
        return posts.stream()
                .filter(it -> it.code().equals(duty.post()))
                .findFirst()
                .map(it -> it.in(Ui.locale()))
                .orElse(duty.post());
    }

    private static String name(Duty duty, Map<UUID, String> names) {
        return Optional.ofNullable(names.get(duty.person())).orElse("");
    }

    Page day(LocalDate day, Actor actor) {
        var week = rota.week(day, actor);
        var names = naming.of(week.duties());
        var ofTheDay = week.shifts().stream().filter(it -> it.day().equals(day)).toList();
        var parts = Stream.concat(
                        ofTheDay.stream()
                                .map(shift -> new DayPage.Part(
                                        naming.shift(shift),
                                        lines(
                                                week.duties().stream()
                                                        .filter(it -> it.begins()
                                                                        .equals(shift.begins())
                                                                && it.ends().equals(shift.ends()))
                                                        .toList(),
                                                week,
                                                names))),
                        Stream.of(new DayPage.Part(
                                Ui.text("watch.astray"),
                                lines(
                                        week.astray().stream()
                                                .filter(it ->
                                                        Ui.day(it.begins()).equals(day))
                                                .toList(),
                                        week,
                                        names))))
                .filter(part -> !part.lines().isEmpty())
                .toList();
        return new Page("watch/day", new DayPage(day, parts));
    }

    private static List<DayPage.Line> lines(List<Duty> duties, Week week, Map<UUID, String> names) {
        return duties.stream()
                .map(it -> new DayPage.Line(it.id(), post(it, week.posts()), name(it, names), it.phone()))
                .toList();
    }
}
