package noroshi.home;

import java.util.Map;

/**
 * How far a newcomer has come.
 *
 * @param steps those the person can take, in their order, and whether each is done
 */
public record Beginning(Map<FirstStep, Boolean> steps) {
    /** How many are done. */
    public int done() {
        return (int) steps.values().stream().filter(Boolean::booleanValue).count();
    }

    public boolean complete() {
        return done() == steps.size();
    }
}
