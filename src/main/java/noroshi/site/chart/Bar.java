package noroshi.site.chart;

/**
 * One named value.
 *
 * @param tone full, soft for what is outside the goal, none for what is missing
 */
public record Bar(String name, double value, Tone tone) {
    public Bar(String name, double value) {
        this(name, value, Tone.FULL);
    }

    /** How strongly it is coloured. */
    public enum Tone {
        FULL("bar-1"),
        SOFT("bar-soft"),
        NONE("bar-none");

        private final String kind;

        Tone(String kind) {
            this.kind = kind;
        }

        String kind() {
            return kind;
        }
    }
}
