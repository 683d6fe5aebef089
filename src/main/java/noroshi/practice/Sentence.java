package noroshi.practice;

import java.util.Locale;

/** One sentence of the practice desk's answer; sentences are data. */
record Sentence(Answer.Step step, When applies, String ja, String en) {
    /** For which reports it is said. */
    enum When {
        ALWAYS,
        REPORT,
        CONSULTATION,
        TOLD,
        NOBODY_TOLD,
        HIDDEN,
        HELP,
        DAMAGE,
        TECHNICAL,
        NO_TECHNICAL,
        /** Nothing was said of when it was noticed. */
        NO_TIME
    }

    String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }
}
