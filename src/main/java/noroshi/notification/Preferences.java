package noroshi.notification;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of how each person wants to be told. */
@Service
@Transactional
public class Preferences {
    private final PreferenceStore preferences;
    private final SiteSettings site;
    private final AuditTrail audit;
    private final Clock clock;

    Preferences(PreferenceStore preferences, SiteSettings site, AuditTrail audit, Clock clock) {
        this.preferences = preferences;
        this.site = site;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Preference mine(Actor actor) {
        return preferences.mine().orElseGet(() -> Preference.usual(site.tz()));
    }

    /** Whether the actor has chosen, and does not merely have what is usual. */
    @Transactional(readOnly = true)
    public boolean chosen(Actor actor) {
        return preferences.chosen();
    }

    /** Chooses anew; the next digest comes at the next such hour. */
    public void save(Preference wanted, Actor actor) {
        var now = clock.instant();
        preferences.save(actor.person(), wanted, DigestHour.after(now, wanted.hour(), wanted.zone()), now);
        audit.record(
                actor,
                "notification.preferences-saved",
                actor.person(),
                Map.of("mail", wanted.mail().name().toLowerCase(Locale.ROOT), "digest", wanted.digest()));
    }

    /**
     * Stops mail by the one-click address of a message; whoever has the message may. Whether there is such a person is not
     * told.
     *
     * @param reader the name that stands in the address and nowhere else
     */
    public void stop(UUID reader, Stop which) {
        preferences.stop(reader, which);
    }

    /** Which mail is stopped with one click. */
    public enum Stop {
        MAIL,
        DIGEST
    }
}
