package noroshi.topic;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The scanner that looks at what people attach ({@code noroshi.scanner.*}).
 *
 * @param address of clamd: the path of its socket, {@code host:port}, or {@code none}; empty for Debian's socket if there
 * @param within how long one file may take before it stays in quarantine and is tried again
 * @param again how long after a try that failed the next one comes
 */
@ConfigurationProperties("noroshi.scanner")
record ScannerSettings(
        @DefaultValue("") String address,
        @DefaultValue("PT10S") Duration within,
        @DefaultValue("PT1M") Duration again) {
    private static final Path DEBIAN = Path.of("/run/clamav/clamd.ctl");

    /** Where clamd listens; empty when there is none. Asked each time, for it may come and go. */
    Optional<String> where() {
        if (address.equals("none")) {
            return Optional.empty();
        }
        return address.isBlank() ? Optional.of(DEBIAN).filter(Files::exists).map(Path::toString) : Optional.of(address);
    }
}
