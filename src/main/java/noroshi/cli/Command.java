package noroshi.cli;

import java.io.IOException;
import java.io.InputStream;
import tools.jackson.databind.JsonNode;

/**
 * Something the administrator's command line can ask the running platform to do.
 *
 * <p>A module contributes a bean of this type, and in its own {@code cli} package a {@link CommandGroup} that asks for
 * it by name. The bean calls the module's front door as the actor {@code via "cli"}; a {@code Refusal} reaches the
 * operator in words.
 */
public interface Command {
    /** What the command line asks for: {@code "member invite"}. */
    String name();

    /**
     * Does it.
     *
     * @param arguments what the operator typed, by name
     * @param file the bytes of the file that came along, empty when none did
     * @return what to show: an object, or a list of objects that becomes a table
     */
    JsonNode handle(JsonNode arguments, InputStream file) throws IOException;
}
