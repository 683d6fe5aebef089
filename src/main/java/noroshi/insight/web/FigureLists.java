package noroshi.insight.web;

import java.util.List;
import noroshi.insight.web.FigureList.Cell;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.http.ResponseEntity;

/** Answers with a list behind a figure. */
final class FigureLists {
    private FigureLists() {}

    /** What a list is called, and its columns. */
    record Words(String title, String sub, List<String> headings) {}

    /** A page of the list, or all of it as a file, as the address ends. */
    static Object answer(
            Chosen chosen, Words words, List<List<Cell>> all, List<String> file, List<Step> shows, int page) {
        if (Ui.path().endsWith(".csv") || Ui.path().endsWith(".xlsx")) {
            ResponseEntity<byte[]> taken = FigureList.sheet(words.headings(), all)
                    .as(
                            file.getFirst().substring(file.getFirst().lastIndexOf('/') + 1) + "-"
                                    + chosen.period().from() + "-"
                                    + chosen.period().to(),
                            Ui.path());
            return taken;
        }
        var leaf = Leaf.of(all, page);
        var crumbs = List.of(
                new Step(Ui.text("insight.title"), chosen.at("/insight"), false),
                new Step(words.title(), Ui.path(), true));
        return new Page(
                "insight/list",
                new FigureList(
                        chosen,
                        words.title(),
                        words.sub(),
                        crumbs,
                        shows,
                        words.headings(),
                        leaf.rows(),
                        file,
                        leaf.number(),
                        leaf.more()));
    }
}
