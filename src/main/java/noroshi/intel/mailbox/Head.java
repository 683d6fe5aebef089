package noroshi.intel.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.intel.drop.DropBox;
import noroshi.intel.enquiry.MailCost;
import noroshi.shared.Tlp;

/** The lines above a mail. */
final class Head {
    /** Bytes of all that is read of them. */
    static final int LARGEST = 256 * 1024;

    private static final int LONGEST_LINE = 10_000;
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_SENDER = 320;
    private static final List<String> WRITTEN =
            List.of("Message-ID", "Date", "From", "Subject", "X-TLP", "Content-Type");

    private final InternetHeaders lines;
    private final byte[] body;

    private Head(InternetHeaders lines, byte[] body) {
        this.lines = lines;
        this.body = body;
    }

    /** Of a whole mail, or of its beginning; none when it does not end where it should. */
    static Optional<Head> of(byte[] mail) {
        var end = end(mail);
        if (end < 0) {
            return Optional.empty();
        }
        try {
            var lines = new InternetHeaders(new ByteArrayInputStream(mail, 0, end), true);
            return Optional.of(new Head(lines, Arrays.copyOfRange(mail, end, mail.length)));
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    /** Behind the first empty line; nowhere when servers before may have read other lines than we would. */
    private static int end(byte[] mail) {
        for (var at = 0; at < Math.min(mail.length, LARGEST); at++) {
            if (MailCost.bareReturn(mail, at)) {
                return -1;
            }
            if (mail[at] == '\n') {
                var next = at + 1 < mail.length && mail[at + 1] == '\r' ? at + 2 : at + 1;
                if (next < mail.length && mail[next] == '\n') {
                    return next + 1;
                }
            }
        }
        return -1;
    }

    /** The one address that says it wrote this; empty when there is none, or several. */
    String sender() {
        var from = lines.getHeader("From");
        if (from == null || from.length != 1) {
            return "";
        }
        try {
            var addresses = InternetAddress.parseHeader(MimeUtility.unfold(some(from[0])), true);
            if (addresses.length != 1 || addresses[0].isGroup()) {
                return "";
            }
            var address = addresses[0].getAddress().toLowerCase(Locale.ROOT);
            return address.length() <= LONGEST_SENDER && address.matches("[!-~]+@[!-~]+") ? address : "";
        } catch (AddressException | RuntimeException unreadable) {
            return "";
        }
    }

    String subject() {
        var subject = all("Subject")
                .findFirst()
                .orElse("")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        return subject.substring(0, Math.min(LONGEST_SUBJECT, subject.length()));
    }

    /** What the mail says of itself above its words; what is no label counts as the strictest that may be taken. */
    Optional<Tlp> label() {
        var own = all("X-TLP")
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .map(Head::own)
                .reduce(Tlp::strictest);
        return strictest(own, DropBox.label(all("Subject").collect(Collectors.joining("\n"))));
    }

    private static Tlp own(String said) {
        return Tlp.parse(said.replaceFirst("(?i)^TLP\\s*:\\s*", ""))
                .orElseGet(() -> DropBox.label("TLP:" + said.replaceAll("[^\\p{L}+]+", " TLP:"))
                        .map(Tlp.AMBER_STRICT::strictest)
                        .orElse(Tlp.AMBER_STRICT));
    }

    static Optional<Tlp> strictest(Optional<Tlp> one, Optional<Tlp> other) {
        return one.map(label -> other.map(label::strictest).orElse(label)).or(() -> other);
    }

    /**
     * Whether the receiving server calls it its sender's (RFC 8601). The topmost line with its name is its own; lines below
     * came with the mail.
     */
    boolean passes(String server) {
        var results = lines.getHeader("Authentication-Results");
        if (results == null) {
            return false;
        }
        return Arrays.stream(results)
                .map(each -> bare(MimeUtility.unfold(some(each)).toLowerCase(Locale.ROOT))
                        .split(";", 50))
                .filter(each -> each[0].strip().split("\\s+", 2)[0].equals(server.toLowerCase(Locale.ROOT)))
                .findFirst()
                .filter(each -> Arrays.stream(each).skip(1).anyMatch(this::aligned))
                .isPresent();
    }

    /**
     * Without what stands in comments and quotes (RFC 5322 section 3.2): others choose what is said there. What does not end
     * says nothing.
     */
    private static String bare(String line) {
        var kept = new StringBuilder();
        var depth = 0;
        var quoted = false;
        for (var at = 0; at < line.length(); at++) {
            var letter = line.charAt(at);
            if (letter == '\\') {
                at++;
            } else if (letter == '"' && depth == 0) {
                quoted = !quoted;
                kept.append('"');
            } else if (!quoted && letter == '(') {
                depth++;
            } else if (!quoted && letter == ')' && depth > 0) {
                depth--;
            } else if (!quoted && depth == 0) {
                kept.append(letter);
            }
        }
        return quoted || depth > 0 ? "" : kept.toString();
    }

    private boolean aligned(String result) {
        var words = Arrays.asList(result.strip().replaceAll("\\s*=\\s*", "=").split("\\s+"));
        var domain = sender().substring(sender().lastIndexOf('@') + 1);
        var confirmed = words.stream()
                .filter(each -> each.startsWith("header.from="))
                .distinct()
                .toList();
        return words.getFirst().equals("dmarc=pass") && confirmed.equals(List.of("header.from=" + domain));
    }

    /** What its writer wrote: servers on its way add lines of their own, so those do not count. */
    byte[] digest() {
        var digest = sha256();
        for (var name : WRITTEN) {
            digest.update((name + ":" + String.join("\n", values(name)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest(body);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Stream<String> all(String name) {
        return Arrays.stream(values(name)).map(each -> decoded(some(each)));
    }

    /** A line that people write is shorter; taking it apart costs more than its length. */
    private static String some(String line) {
        return line.substring(0, Math.min(LONGEST_LINE, line.length()));
    }

    private String[] values(String name) {
        var all = lines.getHeader(name);
        return all == null ? new String[0] : all;
    }

    /** As it is written where its letters are of a kind that nobody knows. */
    static String decoded(String text) {
        var line = MimeUtility.unfold(text);
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException unknown) {
            return line;
        }
    }
}
