package noroshi.provider.web;

import static noroshi.site.Ui.word;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.provider.Provider;

/** All providers, and how each is doing. */
public record ProvidersPage(List<Provider> rows, boolean maySetUp, Instant now) {
    /** How long before its end a certificate is called to mind. */
    static final Duration NOTICE = Duration.ofDays(30);

    public boolean runsOut(Provider provider) {
        return provider.runsOut(now.plus(NOTICE));
    }

    public static String health(Provider provider) {
        return word("provider.health", provider.health());
    }

    /** Beside the words, never instead of them. */
    public static String tone(Provider provider) {
        return switch (provider.health()) {
            case NEW, PAUSED -> "soft";
            case WELL -> "ok";
            case FAILING -> "danger";
        };
    }
}
