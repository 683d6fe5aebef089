package noroshi.desk.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.desk.Contradiction;
import noroshi.desk.Moment;
import noroshi.site.Ui;

/**
 * What contradicts what in the times of a form or a matter, in words.
 *
 * @param seen names these contradictions, so that whoever was told of them may send all the same
 */
public record TimesPart(List<String> lines, String seen) {
    static final TimesPart NOTHING = new TimesPart(List.of(), "");

    static TimesPart of(List<Contradiction> found) {
        var which = found.stream()
                .map(it -> it.rule() + "\n" + it.of() + "\n" + it.written() + "\n" + it.against())
                .collect(Collectors.joining("\n"));
        return found.isEmpty()
                ? NOTHING
                : new TimesPart(
                        found.stream().map(TimesPart::line).toList(),
                        UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8))
                                .toString());
    }

    private static String line(Contradiction it) {
        return switch (it.rule()) {
            case NOTICED_BEFORE, BEGAN_BEFORE, ENDED_BEFORE, ENDED_BEFORE_BEGIN ->
                Ui.text("desk.contradiction." + key(it), it.written(), it.against());
            case FUTURE, AFTER_REPORT, OLDER_THAN_REPORT ->
                Ui.text("desk.contradiction." + key(it), moment(it.of()), it.written(), Ui.dateTime(it.moment()));
        };
    }

    private static String key(Contradiction it) {
        return it.rule().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String moment(Moment of) {
        return Ui.word("desk.moment", of);
    }

    /** Whether there is something that the person has not been told yet. */
    boolean news(String told) {
        return !lines.isEmpty() && !seen.equals(told);
    }
}
