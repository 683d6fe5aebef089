package noroshi.insight.web;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import noroshi.insight.Hour;
import noroshi.site.Ui;
import noroshi.site.chart.HeatTable;

/** At which hours of the week people read. */
public record HoursPage(Chosen chosen, List<Hour> hours) {
    private static final int OPENS = 8;
    private static final int CLOSES = 18;

    public HeatTable heat() {
        return new HeatTable(
                Ui.text("insight.hour"),
                Arrays.stream(DayOfWeek.values()).map(HoursPage::name).toList(),
                IntStream.range(0, 24).mapToObj(this::row).toList(),
                Ui.text("insight.shares.all"));
    }

    private HeatTable.Row row(int hour) {
        var days = List.of(DayOfWeek.values());
        return new HeatTable.Row(
                Ui.text("insight.hour.at", hour),
                days.stream().map(day -> views(day, hour)).toList(),
                days.stream()
                        .map(day -> chosen.at("/insight/hours/" + day.getValue() + "/" + hour))
                        .toList());
    }

    private int views(DayOfWeek day, int hour) {
        return hours.stream()
                .filter(it -> it.weekday() == day && it.hour() == hour)
                .mapToInt(Hour::views)
                .sum();
    }

    public Optional<Hour> busiest() {
        return hours.stream().max(Comparator.comparing(Hour::views));
    }

    /** Views on weekdays between eight and eighteen, in hundredths of all. */
    public int atWork() {
        var all = hours.stream().mapToInt(Hour::views).sum();
        var work = hours.stream()
                .filter(it -> it.weekday().getValue() < DayOfWeek.SATURDAY.getValue())
                .filter(it -> it.hour() >= OPENS && it.hour() < CLOSES)
                .mapToInt(Hour::views)
                .sum();
        return all == 0 ? 0 : Math.round(work * 100f / all);
    }

    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Ui.locale());
    }
}
