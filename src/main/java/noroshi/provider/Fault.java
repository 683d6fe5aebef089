package noroshi.provider;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.taxii.View;

/** A provider's server does not do what it should; the key says what, in words for people. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;
    private static final Set<String> OF_ONE_FILE = Set.of(
            "provider.fault.too-large",
            "provider.fault.head",
            "provider.fault.encoding",
            "provider.fault.redirect",
            "provider.fault.not-http",
            "provider.fault.sign-in");

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

    /** Copies that are cut for providers are no ground for what we bring, or take for known. */
    static void ifCut(View view) {
        if (view.ofProvider()) {
            throw new Fault("seated");
        }
    }

    /** Whether it says something of the one file that was asked for, while the server answers for others. */
    boolean ofThisFile() {
        return OF_ONE_FILE.contains(key) || unsure() || refusesThis();
    }

    /** Whether the server answers, and says that there is nothing by what was asked for. */
    boolean refusesThis() {
        return key.equals("provider.fault.status") && arguments.getFirst().startsWith("4");
    }

    /** Whether it may be this file, or a server that nobody reaches any more. */
    boolean unsure() {
        return key.equals("provider.fault.slow") || key.equals("provider.fault.broken-off");
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
