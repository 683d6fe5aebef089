package noroshi.site;

import org.springframework.http.HttpStatus;

/**
 * What a controller returns: one template and the one record it reads.
 *
 * @param template below {@code src/main/jte}, without ending: {@code topic/show}
 * @param model the page record, known to the template as {@code page}
 * @param status of the answer
 */
public record Page(String template, Object model, HttpStatus status) {
    public Page(String template, Object model) {
        this(template, model, HttpStatus.OK);
    }

    /** The same page with another status, for example 422 for a form that comes back. */
    public Page with(HttpStatus other) {
        return new Page(template, model, other);
    }
}
