package noroshi.notification.web;

import java.util.UUID;

/** Asks whether a trial message has come, or says what came of the answer. */
public record ArrivedPage(UUID trial, Step step) {
    /** What the page says. */
    public enum Step {
        ASKED,
        DONE,
        OVER
    }

    public String path() {
        return "/mail-arrived/" + trial;
    }
}
