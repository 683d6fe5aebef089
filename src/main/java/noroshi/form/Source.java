package noroshi.form;

/**
 * What may fill a field of a form.
 *
 * @param code {@code matter.reference}, {@code damage.body}, {@code answer.cause} …
 * @param name in words
 * @param example what would stand there; for practice
 */
public record Source(String code, String name, String example) {}
