package noroshi.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.insight.OrganisationReach;
import noroshi.insight.Trait;
import noroshi.site.Sheet;
import noroshi.site.Ui;

/** What the pages of figures show, to take away. */
final class Tables {
    private Tables() {}

    static Sheet reach(List<OrganisationReach> organisations) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("insight.organisation"),
                Ui.text("insight.category"),
                Ui.text("insight.sector"),
                Ui.text("insight.column.addressed"),
                Ui.text("insight.opened"),
                Ui.text("insight.people"),
                Ui.text("insight.column.median"),
                Ui.text("insight.last")));
        organisations.forEach(row -> table.add(List.of(
                row.name().in(Ui.locale()),
                traits(row, Trait.Kind.CATEGORY),
                traits(row, Trait.Kind.SECTOR),
                String.valueOf(row.addressed()),
                String.valueOf(row.opened()),
                String.valueOf(row.people()),
                row.median().map(it -> String.valueOf(it.toMinutes())).orElse(""),
                row.lastAt().map(Ui::machineTime).orElse(""))));
        return new Sheet(table);
    }

    private static String traits(OrganisationReach row, Trait.Kind kind) {
        return row.traits().stream()
                .filter(trait -> trait.kind() == kind)
                .map(trait -> trait.in(Ui.locale()))
                .collect(Collectors.joining(Ui.text("insight.and")));
    }

    static Sheet organisation(OrganisationPage page) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("insight.topic"),
                Ui.text("insight.published"),
                Ui.text("insight.first"),
                Ui.text("insight.after"),
                Ui.text("insight.first-reader"),
                Ui.text("insight.people")));
        page.lines()
                .forEach(line -> table.add(List.of(
                        line.title(),
                        Ui.machineTime(line.publishedAt()),
                        line.firstAt().map(Ui::machineTime).orElse(""),
                        line.after(),
                        line.reader(),
                        String.valueOf(line.people()))));
        return new Sheet(table);
    }

    static Sheet outside(OutsidePage page) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("insight.topic"),
                Ui.text("insight.outside.organisation"),
                Ui.text("insight.first"),
                Ui.text("insight.people")));
        page.rows()
                .forEach(row -> table.add(List.of(
                        row.title(), row.organisation(), Ui.machineTime(row.firstAt()), String.valueOf(row.people()))));
        return new Sheet(table);
    }

    static Sheet own(List<OwnPage.Row> rows) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("insight.topic"),
                Ui.text("insight.published"),
                Ui.text("insight.first"),
                Ui.text("insight.people")));
        rows.forEach(row -> table.add(List.of(
                row.title(),
                Ui.machineTime(row.topic().topic().publishedAt()),
                row.topic().firstAt().map(Ui::machineTime).orElse(""),
                String.valueOf(row.topic().people()))));
        return new Sheet(table);
    }

    static Sheet ranking(List<RankLine> lines) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("insight.place"),
                Ui.text("insight.topic"),
                Ui.text("insight.views"),
                Ui.text("insight.column.reached"),
                Ui.text("insight.column.addressed"),
                Ui.text("insight.median")));
        lines.forEach(line -> table.add(List.of(
                String.valueOf(line.place()),
                line.title(),
                String.valueOf(line.views()),
                String.valueOf(line.reached()),
                String.valueOf(line.addressed()),
                line.median())));
        return new Sheet(table);
    }

    static Sheet hours(HoursPage page) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(
                Ui.text("insight.weekday"),
                Ui.text("insight.hour"),
                Ui.text("insight.views"),
                Ui.text("insight.reach.organisations")));
        page.hours()
                .forEach(hour -> table.add(List.of(
                        HoursPage.name(hour.weekday()),
                        String.valueOf(hour.hour()),
                        String.valueOf(hour.views()),
                        String.valueOf(hour.organisations()))));
        return new Sheet(table);
    }

    static Sheet hour(HourPage page) {
        var table = new ArrayList<List<String>>();
        table.add(List.of(Ui.text("insight.topic"), Ui.text("insight.reach.organisations"), Ui.text("insight.views")));
        page.lines()
                .forEach(line -> table.add(List.of(
                        line.topic().isPresent() ? line.title() : Ui.text("insight.shares.unnamed"),
                        String.valueOf(line.organisations()),
                        String.valueOf(line.views()))));
        return new Sheet(table);
    }
}
