package noroshi.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A provider's server does not do what it should; the key says what, in words for people. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final String key;
    private final transient List<String> arguments;
    private final transient Optional<Duration> pause;

    Fault(String key, Object... arguments) {
        this(Optional.empty(), key, arguments);
    }

    /** With the pause that the server asked for. */
    Fault(Optional<Duration> pause, String key, Object... arguments) {
        super(key, null, false, false);
        this.key = "provider.fault." + key;
        this.pause = pause;
        this.arguments = Arrays.stream(arguments)
                .map(String::valueOf)
                .map(text -> text.replaceAll("\\p{Cntrl}", " "))
                .map(text -> text.substring(0, Math.min(LONGEST, text.length())))
                .toList();
    }

    /** Whether the server says that there is no such thing. */
    boolean gone() {
        return key.equals("provider.fault.status") && (arguments.contains("404") || arguments.contains("410"));
    }

    String key() {
        return key;
    }

    List<String> arguments() {
        return arguments;
    }

    Optional<Duration> pause() {
        return pause;
    }
}
