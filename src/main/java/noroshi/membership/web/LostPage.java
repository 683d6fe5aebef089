package noroshi.membership.web;

import java.util.List;

/**
 * What somebody had written when their session was gone, ready to be sent again.
 *
 * @param to where it was going
 */
public record LostPage(String to, List<Field> fields) {
    /** One field of the form. */
    public record Field(String name, String value) {}
}
