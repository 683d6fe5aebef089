package noroshi.notice.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import noroshi.notice.Matching;
import noroshi.shared.Tlp;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;

/** The form that tells owners; once matched, with whose the places are. */
public record SendPage(SendForm form, Optional<Found> found, FormErrors errors) {

    /** Whose the places are, by name. */
    public record Found(List<Line> lines, Matching matching) {}

    /** One owner with their own places. */
    public record Line(Matching.Recipient recipient, String organisation, boolean chosen) {}

    public List<Choice> severities() {
        return Stream.of("1", "2", "3", "4")
                .map(it -> new Choice(it, Ui.text("site.severity." + it)))
                .toList();
    }

    public List<Choice> labels() {
        return Stream.of(Tlp.AMBER_STRICT, Tlp.AMBER)
                .map(tlp -> new Choice(tlp.name(), tlp.label()))
                .toList();
    }
}
