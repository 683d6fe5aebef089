package noroshi.desk;

import java.util.List;
import java.util.Locale;

/** One question of the form; questions are data. */
public record Question(
        String code,
        MatterKind kind,
        Place place,
        Form form,
        String labelJa,
        String labelEn,
        String hintJa,
        String hintEn,
        List<Option> options) {

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
