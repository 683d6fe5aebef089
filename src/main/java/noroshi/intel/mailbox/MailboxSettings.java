package noroshi.intel.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mailbox that the platform reads ({@code noroshi.mailbox.*}).
 *
 * @param host name of the IMAP server; empty reads none
 * @param security {@code tls}, {@code starttls} for a server that is first spoken to in the clear (RFC 3501 section 6.2.1; then
 *     never without), or {@code none} for a server on the same machine
 * @param password of the user, or in a file instead, which is read at every visit
 * @param folder where mail arrives
 * @param taken the folder that mail is moved to when what was in it waits in the drop-box
 * @param refused the folder that other mail is moved to
 * @param senders addresses that may drop; {@code @partner.example} lists all of a domain
 * @param checkedBy the receiving server's name in {@code Authentication-Results} (RFC 8601); then only mail that it calls
 *     {@code dmarc=pass} counts as its sender's
 * @param patience how long one visit may take
 */
@ConfigurationProperties("noroshi.mailbox")
record MailboxSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") int port,
        @DefaultValue("tls") Security security,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String passwordFile,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("Noroshi-taken") String taken,
        @DefaultValue("Noroshi-refused") String refused,
        @DefaultValue({}) List<String> senders,
        @DefaultValue("") String checkedBy,
        @DefaultValue("PT2M") Duration patience) {
    MailboxSettings {
        senders = senders.stream()
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList();
        Stream.of(user, folder, taken, refused)
                .filter(each -> !each.chars().allMatch(letter -> letter >= ' ' && letter < 127))
                .findAny()
                .ifPresent(each -> {
                    throw new IllegalArgumentException("noroshi.mailbox: write this in ASCII: " + each);
                });
        if (Stream.of(taken, refused).anyMatch(each -> each.isBlank() || each.equalsIgnoreCase(folder))) {
            throw new IllegalArgumentException("noroshi.mailbox: mail is moved away from where it arrives");
        }
    }

    /** How the way to the server is encrypted. */
    enum Security {
        TLS,
        STARTTLS,
        NONE
    }

    boolean on() {
        return !host.isBlank();
    }

    String secret() throws IOException {
        return passwordFile.isBlank()
                ? password
                : Files.readString(Path.of(passwordFile)).strip();
    }

    /** Whether somebody listed says they sent it. */
    boolean lists(String address) {
        var at = address.lastIndexOf('@');
        return at > 0 && (senders.contains(address) || senders.contains(address.substring(at)));
    }
}
