package noroshi.insight.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.site.Step;
import noroshi.site.Ui;

/** The bulletins of a period on their way to one organisation. */
public record OrganisationPage(
        Chosen chosen, UUID id, String name, int opened, int addressed, String show, List<Line> lines) {
    public int share() {
        return addressed == 0 ? 0 : Math.round(opened * 100f / addressed);
    }

    /** All of them, those somebody opened, or the others; each with how many there are. */
    public List<Step> shows() {
        return List.of(
                step("all", addressed, "insight.organisation.all"),
                step("opened", opened, "insight.organisation.opened"),
                step("unopened", addressed - opened, "insight.organisation.unopened"));
    }

    private Step step(String code, int count, String key) {
        return new Step(Ui.text("insight.mail.counted", Ui.text(key), count), at("", code), code.equals(show));
    }

    /** The same list to take away. */
    public String file(String ending) {
        return at("/bulletins." + ending, show);
    }

    private String at(String rest, String code) {
        return chosen.at("/insight/reach/" + id + rest) + "&show=" + code;
    }

    /** One bulletin. */
    public record Line(
            UUID topic,
            String title,
            Instant publishedAt,
            Optional<Instant> firstAt,
            String after,
            String reader,
            int people) {}
}
