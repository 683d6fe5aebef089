package noroshi.desk;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import noroshi.shared.RuleBroken;

/**
 * One question of the form; questions are data.
 *
 * @param required it has to be answered with the first report
 */
public record Question(
        String code,
        MatterKind kind,
        Place place,
        Form form,
        String labelJa,
        String labelEn,
        String hintJa,
        String hintEn,
        List<Option> options,
        boolean required) {
    private static final Pattern CODE = Pattern.compile("[a-z_]{2,40}");
    private static final int LONGEST_LABEL = 100;
    private static final int LONGEST_HINT = 300;
    private static final int MOST_OPTIONS = 60;

    public Question {
        options = List.copyOf(options);
    }

    /** Refuses what nobody could be asked. */
    void check() {
        if (!CODE.matcher(code).matches()) {
            throw new RuleBroken("desk.question.code");
        }
        if (labelJa.isBlank() || labelEn.isBlank()) {
            throw new RuleBroken("desk.question.names");
        }
        if (Stream.of(labelJa, labelEn).anyMatch(label -> label.length() > LONGEST_LABEL)) {
            throw new RuleBroken("desk.too-long", LONGEST_LABEL);
        }
        if (Stream.of(hintJa, hintEn).anyMatch(hint -> hint.length() > LONGEST_HINT)
                || options.stream()
                        .anyMatch(option -> option.ja().length() > LONGEST_HINT
                                || option.en().length() > LONGEST_HINT)) {
            throw new RuleBroken("desk.too-long", LONGEST_HINT);
        }
        if (kind == MatterKind.CONSULTATION && place != Place.OUTLINE) {
            throw new RuleBroken("desk.question.place");
        }
        if ((form == Form.CHOICE) == (options.size() < 2) || options.size() > MOST_OPTIONS) {
            throw new RuleBroken("desk.question.options");
        }
        if (options.stream().map(Option::ja).distinct().count() < options.size()) {
            throw new RuleBroken("desk.question.twice");
        }
        if (Stream.of(labelJa, labelEn, hintJa, hintEn).anyMatch(words -> words.indexOf('\0') >= 0)) {
            throw new RuleBroken("desk.choice");
        }
    }

    /** The text that its answer belongs to. */
    public enum Place {
        OUTLINE,
        DAMAGE,
        TECHNICAL
    }

    /** How it is asked. */
    public enum Form {
        LINE,
        AREA,
        CHOICE
    }

    /** One answer to choose; the Japanese words are what is kept. */
    public record Option(String ja, String en) {
        public String in(Locale locale) {
            return locale.getLanguage().equals("ja") ? ja : en;
        }
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals("ja") ? labelJa : labelEn;
    }

    public String hint(Locale locale) {
        return locale.getLanguage().equals("ja") ? hintJa : hintEn;
    }
}
