package noroshi.home;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import noroshi.asset.AssetRegister;
import noroshi.audit.AuditTrail;
import noroshi.notification.Preferences;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of a newcomer's first hour. */
@Service
@Transactional
public class FirstSteps {
    /** For how long somebody is a newcomer. */
    static final Duration NEW = Duration.ofDays(60);

    private final FirstStepsStore store;
    private final Preferences preferences;
    private final AssetRegister assets;
    private final AuditTrail audit;
    private final Clock clock;

    FirstSteps(FirstStepsStore store, Preferences preferences, AssetRegister assets, AuditTrail audit, Clock clock) {
        this.store = store;
        this.preferences = preferences;
        this.assets = assets;
        this.audit = audit;
        this.clock = clock;
    }

    /** What stands on the first page: nothing once it is done or put away, or for whoever has long been here. */
    @Transactional(readOnly = true)
    public Supplier<Optional<Beginning>> onHome(Actor actor) {
        var said = store.said();
        return () -> {
            if (!shown(said.get())) {
                return Optional.empty();
            }
            return Optional.of(beginning(said.get(), actor)).filter(it -> !it.complete());
        };
    }

    /** How far the actor has come. */
    @Transactional(readOnly = true)
    public Beginning beginning(Actor actor) {
        return beginning(store.said().get(), actor);
    }

    /** Whether the list stands on the actor's first page as long as something is to be done. */
    @Transactional(readOnly = true)
    public boolean shown(Actor actor) {
        return shown(store.said().get());
    }

    /** Puts the list away, or brings it back. */
    public void show(boolean shown, Actor actor) {
        store.show(actor.person(), shown);
        audit.record(actor, "home.first-steps-placed", actor.person(), Map.of("shown", shown));
    }

    /** When the actor confirmed the bulletin they practise with. */
    @Transactional(readOnly = true)
    public Optional<Instant> practised(Actor actor) {
        return store.said().get().practised();
    }

    /** Confirms the bulletin the actor practises with; it counts nowhere else. */
    public void practise(Actor actor) {
        if (store.practise(actor.person(), clock.instant())) {
            audit.record(actor, "home.practised", actor.person(), Map.of());
        }
    }

    private boolean shown(FirstStepsStore.Said said) {
        var newcomer = said.since().filter(since -> since.plus(NEW).isAfter(clock.instant()));
        return said.shown().orElse(newcomer.isPresent());
    }

    private Beginning beginning(FirstStepsStore.Said said, Actor actor) {
        var steps = new EnumMap<FirstStep, Boolean>(FirstStep.class);
        steps.put(FirstStep.PASSKEY, said.passkey());
        steps.put(FirstStep.NOTIFICATIONS, preferences.chosen(actor));
        if (AssetRegister.mayRegister(actor)) {
            steps.put(FirstStep.ASSETS, assets.any(actor));
        }
        steps.put(FirstStep.PRACTICE, said.practised().isPresent());
        return new Beginning(steps);
    }
}
