package noroshi.intel;

import java.util.Arrays;
import java.util.List;

/** Why something was refused or deserves a look: a message key and its arguments. */
public record Reason(String key, List<String> arguments) {
    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** With arguments that are made fit for one line. */
    public static Reason said(String key, Object... arguments) {
        return of(key, arguments);
    }

    static Reason of(String key, Object... arguments) {
        return new Reason(
                key,
                Arrays.stream(arguments).map(String::valueOf).map(Plain::line).toList());
    }
}
