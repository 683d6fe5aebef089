package noroshi.membership;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.Seen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about themselves, and how they want the platform to speak to them. */
@Service
@Transactional
public class Profiles {
    private final ProfileStore profiles;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Profiles(ProfileStore profiles, AuditTrail audit, ApplicationEventPublisher events, Clock clock) {
        this.events = events;
        this.clock = clock;
        this.profiles = profiles;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Profile mine(Actor actor) {
        return profiles.of(actor.person());
    }

    /** Changes one's own profile, unless it was changed since it was seen. */
    public void save(Profile profile, Seen seen, Actor actor) {
        var now = profiles.held(actor.person());
        if (!now.equals(profile)) {
            seen.requireStill(now.seen());
        }
        if (!profile.called().equals(now.called())) {
            Names.check(profile.name(), profile.kana(), profile.nameEn(), profile.titleJa(), profile.titleEn());
        }
        profiles.save(actor.person(), profile);
        audit.record(actor, "profile.changed", actor.person(), Map.of());
        if (now.email().isPresent() && !now.email().equals(profile.email())) {
            events.publishEvent(new AddressChanged(actor.person(), clock.instant()));
        }
    }

    /** From now on pages speak this language. */
    public void choose(Locale locale, Actor actor) {
        profiles.choose(locale.getLanguage().equals("en") ? "en" : "ja", actor.person());
    }

    /** From now on topics open at this level: {@code pro} or {@code general}. */
    public void chooseLevel(String level, Actor actor) {
        profiles.chooseLevel(level.equals("pro") ? "pro" : "general", actor.person());
    }
}
