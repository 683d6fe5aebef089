package noroshi.watch.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.Card;
import noroshi.desk.Changed;
import noroshi.desk.Half;
import noroshi.desk.Series;
import noroshi.desk.Status;
import noroshi.desk.Support;
import noroshi.desk.UpwardReports;
import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.watch.Handovers;
import noroshi.watch.Sheet;
import noroshi.watch.Structure;
import org.springframework.stereotype.Component;

/** Composes the pages of the hand-over. */
@Component
class Sheets {
    private final Handovers handovers;
    private final Structure structure;
    private final Naming naming;
    private final UpwardReports reports;

    Sheets(Handovers handovers, Structure structure, Naming naming, UpwardReports reports) {
        this.reports = reports;
        this.handovers = handovers;
        this.structure = structure;
        this.naming = naming;
    }

    Page list(String typed, FormErrors errors, Actor actor) {
        var newest = handovers.newest(actor);
        var hours = structure.everyHours(actor);
        var names = naming.people(newest.stream()
                .flatMap(it -> Stream.concat(
                        Stream.of(it.handedBy()), it.taken().stream().map(Sheet.Taken::by)))
                .distinct()
                .toList());
        return new Page(
                "watch/sheets",
                new SheetsPage(
                        handovers
                                .draft(actor)
                                .map(it -> new SheetsPage.Draft(
                                        naming.shift(it.hours(), it.begins(), hours),
                                        it.begins(),
                                        it.since(),
                                        facts(it.facts(), series(actor)))),
                        handovers.missing(actor).owed().stream()
                                .map(it -> naming.shift(it.hours(), it.begins(), hours))
                                .toList(),
                        newest.stream()
                                .map(it -> new SheetsPage.Line(
                                        naming.shift(it.hours(), it.begins(), hours),
                                        path(it),
                                        Optional.ofNullable(names.get(it.handedBy()))
                                                .orElse(""),
                                        it.handedAt(),
                                        it.taken()
                                                .map(taken -> Optional.ofNullable(names.get(taken.by()))
                                                        .orElse(""))
                                                .orElse(""),
                                        it.facts().size()))
                                .toList(),
                        typed,
                        errors));
    }

    Page show(Sheet sheet, String typed, FormErrors errors, Actor actor) {
        var shift = naming.shift(sheet.hours(), sheet.begins(), structure.everyHours(actor));
        var names = naming.people(Stream.concat(
                        Stream.of(sheet.handedBy()), sheet.taken().stream().map(Sheet.Taken::by))
                .distinct()
                .toList());
        var own = sheet.handedBy().equals(actor.person());
        return new Page(
                "watch/sheet",
                new SheetPage(
                        shift,
                        path(sheet),
                        List.of(
                                new Step(Ui.text("desk.board"), "/desk", false),
                                new Step(Ui.text("watch.sheets"), "/desk/watch/sheets", false),
                                new Step(shift, path(sheet), true)),
                        sheet.ends(),
                        sheet.since(),
                        facts(sheet.facts(), series(actor)),
                        sheet.words(),
                        Optional.ofNullable(names.get(sheet.handedBy())).orElse(""),
                        sheet.handedAt(),
                        sheet.taken()
                                .map(it -> new SheetPage.Taken(
                                        Optional.ofNullable(names.get(it.by())).orElse(""), it.at(), it.answer())),
                        sheet.taken().isEmpty() && !own,
                        sheet.taken().isEmpty() && own,
                        typed,
                        errors));
    }

    static String path(Sheet sheet) {
        return "/desk/watch/sheets/" + sheet.id();
    }

    /** What the series are called in the reader's language, by their code. */
    private Map<String, String> series(Actor actor) {
        return reports.series(actor).stream().collect(Collectors.toMap(Series::code, it -> it.in(Ui.locale())));
    }

    private static List<FactsPart> facts(List<Changed> facts, Map<String, String> series) {
        return Stream.of(Changed.What.values())
                .map(what -> new FactsPart(
                        what,
                        Ui.word("watch.what", what),
                        facts.stream()
                                .filter(it -> it.what() == what)
                                .map(it -> new FactsPart.Line(
                                        it.number(), it.title(), it.path(), words(it, series), it.at()))
                                .toList()))
                .toList();
    }

    private static String words(Changed it, Map<String, String> series) {
        return switch (it.what()) {
            case ARRIVED -> Ui.text("watch.arrived", it.words(), Ui.word("desk.status", Status.valueOf(it.code())));
            case MOVED -> {
                var both = it.code().split(" ", 2);
                yield Ui.text(
                        "watch.moved",
                        Ui.word("desk.status", Status.valueOf(both[0])),
                        Ui.word("desk.status", Status.valueOf(both[1])));
            }
            case CLOCK -> Ui.word("watch.clock", Card.Clock.valueOf(it.code()));
            case CALL -> Ui.text("watch.call", it.words(), Ui.word("watch.clock", Card.Clock.valueOf(it.code())));
            case EDITION ->
                Ui.text(
                        "watch.edition",
                        Ui.date(LocalDate.parse(it.words())),
                        Ui.word("desk.half", Half.valueOf(it.code())),
                        it.title().isEmpty() ? Ui.text("desk.upward") : series.getOrDefault(it.title(), it.title()));
            case SUPPORT -> Ui.text("watch.support", it.words(), verdict(it.code()));
            case DECISION, INQUIRY, TASK -> it.words();
        };
    }

    private static String verdict(String code) {
        return switch (code) {
            case "OPEN" -> Ui.text("watch.support.open");
            case "ENDED" -> Ui.text("watch.support.ended");
            default -> Ui.word("desk.support-verdict", Support.Verdict.valueOf(code));
        };
    }
}
