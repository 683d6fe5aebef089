package noroshi.community;

import java.util.Locale;

/** The same words in Japanese and in English; the Japanese stand in where the English are missing. */
public record Wording(String ja, String en) {
    public Wording {
        ja = ja.strip();
        en = en.strip();
    }

    /** The words in the reader's language. */
    public String in(Locale locale) {
        return locale.getLanguage().equals("en") && !en.isEmpty() ? en : ja;
    }

    boolean longerThan(int limit) {
        return ja.length() > limit || en.length() > limit;
    }
}
