package noroshi.intel.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import noroshi.intel.IndicatorType;
import org.springframework.stereotype.Component;

/** What is left of a source's confidence: half of it after each half-life since the source said so last. */
@Component
public class Decay {
    private final LifeSettings settings;

    Decay(LifeSettings settings) {
        this.settings = settings;
    }

    /** From 0 to 100; 0 for what does not hold, and for what is called harmless. */
    public int score(IndicatorType type, Saying saying, Instant now) {
        if (!saying.holds(now) || saying.harmless()) {
            return 0;
        }
        var age = Duration.between(saying.lastAt(), now);
        var halves = age.isNegative()
                ? 0
                : (double) age.toSeconds() / settings.halfLife(type).toSeconds();
        return (int) Math.round(saying.confidence().orElse(settings.unstated()) * Math.pow(0.5, halves));
    }

    /** Below it nobody should act on a value any more. */
    public int least() {
        return settings.least();
    }

    /** How sure a source is that states it, or does not. */
    public int stated(Optional<Integer> confidence) {
        return confidence.orElse(settings.unstated());
    }

    /** How long after a source said so last somebody should act on it; zero where it never was sure enough. */
    public Duration enough(IndicatorType type, Optional<Integer> confidence) {
        var halves = Math.log(stated(confidence) / Math.max(settings.least() - 0.5, 0.5)) / Math.log(2);
        return halves <= 0
                ? Duration.ZERO
                : Duration.ofSeconds((long) (halves * settings.halfLife(type).toSeconds()));
    }

    public Duration halfLife(IndicatorType type) {
        return settings.halfLife(type);
    }
}
