package noroshi.desk.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.UpwardItem;
import noroshi.desk.UpwardReport;
import noroshi.site.Ui;
import noroshi.topic.Difference;

/** What a report says, a line for each thing, so that two editions can be laid side by side. */
final class ReportLines {
    private ReportLines() {}

    /** Side by side with its correction, an edition does not say again what the correction keeps to itself. */
    static Difference between(UpwardReport wrong, UpwardReport correction) {
        var kept = correction.items().stream()
                .filter(UpwardItem::withheld)
                .map(UpwardItem::matter)
                .collect(Collectors.toSet());
        return Difference.between(of(wrong, kept), of(correction, kept));
    }

    private static String of(UpwardReport report, Set<String> kept) {
        var said = Stream.of(report.words().strip()).filter(words -> !words.isEmpty());
        var count = Stream.of(
                report.items().isEmpty()
                        ? Ui.text("desk.upward.nothing")
                        : Ui.text("desk.upward.count", report.items().size()));
        var activity = report.activity().isEmpty()
                ? Stream.<String>empty()
                : Arrays.stream(UpwardReport.Activity.values())
                        .map(what -> Ui.word("desk.activity", what) + " "
                                + report.activity().getOrDefault(what, 0));
        return Stream.of(
                        said,
                        count,
                        report.items().stream().map(item -> line(item, kept.contains(item.matter()))),
                        activity)
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n"));
    }

    private static String line(UpwardItem item, boolean kept) {
        return Stream.of(
                        item.number(),
                        item.effect()
                                .map(effect -> Ui.word("desk.effect", effect))
                                .orElseGet(() -> Ui.text("desk.effect.other")),
                        kept ? "" : item.title(),
                        kept ? "" : item.organisation().orElse(""),
                        Ui.word("desk.impact", item.impact()),
                        kept ? "" : item.extent(),
                        item.unconfirmed() ? Ui.text("desk.unconfirmed") : "",
                        Ui.word("desk.visibility", item.visibility()),
                        Ui.text(
                                item.over()
                                        ? "desk.upward.over"
                                        : item.fresh() ? "desk.upward.fresh" : "desk.upward.again"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
