package noroshi.intel.life;

import java.time.Duration;
import java.time.Instant;
import noroshi.intel.IndicatorType;
import org.springframework.stereotype.Component;

/** What is left of a source's confidence: half of it after each half-life since the source said so last. */
@Component
public class Decay {
    private final LifeSettings settings;

    Decay(LifeSettings settings) {
        this.settings = settings;
    }

    /** From 0 to 100; 0 for what does not hold. */
    public int score(IndicatorType type, Saying saying, Instant now) {
        if (!saying.holds(now)) {
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

    public Duration halfLife(IndicatorType type) {
        return settings.halfLife(type);
    }
}
