package noroshi.bulletin;

import noroshi.intel.Citations;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;

/**
 * A value to look for in one's own logs.
 *
 * @param value as machines need it; pages show it {@link #harmless()}
 * @param role what it does in the attack, in the editor's words
 * @param since the version of the bulletin that named it first
 */
public record Indicator(IndicatorType type, String value, String role, Confidence confidence, int since) {

    Indicator firstNamedIn(int version) {
        return new Indicator(type, value, role, confidence, version);
    }

    /** What the bulletin says of it in the platform's common register of values. */
    Citations.Cited cited() {
        return new Citations.Cited(type, value, role, confidence.points());
    }

    public Spelling.Form form() {
        return new Spelling.Form(type, value);
    }

    /** Written so that nobody opens it by mistake. */
    public String harmless() {
        return type.harmless(value);
    }
}
