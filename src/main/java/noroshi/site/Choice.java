package noroshi.site;

/**
 * One option of a select or a group of radio buttons.
 *
 * @param value what the form sends
 * @param label what the reader sees
 * @param hint a second line; empty for none
 */
public record Choice(String value, String label, String hint) {
    public Choice(String value, String label) {
        this(value, label, "");
    }
}
