package noroshi.notification;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePartDataSource;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a delivery status notification (RFC 3464). What comes is a stranger's: only the parts of the outermost level are
 * looked at, few of them and little of each, and nothing is believed but the id of a message.
 */
final class BounceReader {
    static final int LARGEST = 1_000_000;

    private static final int PARTS = 10;
    private static final int DIVISIONS = 100;
    private static final int STATUS_BYTES = 64_000;
    private static final int WORDS = 500;
    private static final Pattern ID =
            Pattern.compile("<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^<>\\s]{1,255}>");
    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern BLANK_LINE = Pattern.compile("\\r?\\n[ \\t]*\\r?\\n");
    private static final List<String> STATUS_TYPES =
            List.of("message/delivery-status", "message/global-delivery-status");
    private static final List<String> RETURNED_TYPES = List.of(
            "text/rfc822-headers",
            "message/rfc822",
            "message/rfc822-headers",
            "message/global",
            "message/global-headers");

    /** What was read, or why it was not. */
    sealed interface Reading {
        /** A notification about something that bears an id like ours. */
        record Told(Bounce bounce) implements Reading {}

        /** Something else. */
        record Otherwise(Returned why) implements Reading {}
    }

    private BounceReader() {}

    static Reading read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Reading.Otherwise(Returned.TOO_LARGE);
        }
        try {
            return read(
                    new MimeMessage((Session) null, new ByteArrayInputStream(withoutEnvelope(bytes))),
                    new String(bytes, StandardCharsets.ISO_8859_1));
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Reading.Otherwise(Returned.UNREADABLE);
        }
    }

    /** A mail server that writes into a command begins with a line of its own. */
    private static byte[] withoutEnvelope(byte[] bytes) {
        var from = "From ".getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(bytes, 0, Math.min(from.length, bytes.length), from, 0, from.length)) {
            return bytes;
        }
        var end = 0;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return Arrays.copyOfRange(bytes, Math.min(end + 1, bytes.length), bytes.length);
    }

    private static Reading read(MimeMessage message, String whole) throws MessagingException, IOException {
        var type = new ContentType(message.getContentType());
        if (!type.match("multipart/report")) {
            return new Reading.Otherwise(Returned.NO_BOUNCE);
        }
        if (divides(whole, type.getParameter("boundary")) > DIVISIONS) {
            return new Reading.Otherwise(Returned.UNREADABLE);
        }
        var parts = new MimeMultipart(new MimePartDataSource(message));
        var status = Optional.<String>empty();
        var returned = Optional.<String>empty();
        for (int i = 0; i < Math.min(parts.getCount(), PARTS); i++) {
            var part = parts.getBodyPart(i);
            if (status.isEmpty() && is(part, STATUS_TYPES)) {
                status = Optional.of(new String(content(part).readNBytes(STATUS_BYTES), StandardCharsets.UTF_8));
            } else if (returned.isEmpty() && is(part, RETURNED_TYPES)) {
                returned = Optional.ofNullable(new InternetHeaders(content(part), true).getHeader("Message-ID", null));
            }
        }
        if (status.isEmpty()) {
            return new Reading.Otherwise(Returned.NO_BOUNCE);
        }
        // Without the returned headers, the notification itself may answer to the message.
        var header = returned.isPresent() ? returned : answered(message);
        var id = header.flatMap(BounceReader::id);
        return id.isEmpty()
                ? new Reading.Otherwise(Returned.UNKNOWN)
                : told(id.get(), Optional.ofNullable(message.getMessageID()).orElse(""), status.get());
    }

    /** The library leaves messages inside a message as they are written; some servers encode them. */
    private static InputStream content(BodyPart part) throws MessagingException, IOException {
        var body = (MimeBodyPart) part;
        var encoding = body.getEncoding();
        return encoding == null ? body.getRawInputStream() : MimeUtility.decode(body.getRawInputStream(), encoding);
    }

    /** The library takes seconds over very many parts; no server writes them. */
    private static int divides(String whole, @Nullable String boundary) {
        var line = "\n--" + (boundary == null ? "" : boundary);
        var found = 0;
        for (int at = whole.indexOf(line); at >= 0 && found <= DIVISIONS; at = whole.indexOf(line, at + 1)) {
            found++;
        }
        return found;
    }

    private static Reading told(UUID mail, String own, String status) throws MessagingException {
        for (var group : groups(status)) {
            var code = match(group.getHeader("Status", null));
            var said = said(first(group.getHeader("Action", null)).toLowerCase(Locale.ROOT), code);
            if (said.isPresent()) {
                var print = print(mail, own, status);
                return new Reading.Told(new Bounce(mail, said.get(), code, words(group, code), print));
            }
        }
        return new Reading.Otherwise(Returned.UNREADABLE);
    }

    /** The act decides; a server that names none is read by its code. */
    private static Optional<Returned> said(String action, String code) {
        return switch (action) {
            case "failed" -> Optional.of(code.startsWith("4") ? Returned.GIVEN_UP : Returned.REFUSED);
            case "delayed" -> Optional.of(Returned.DELAYED);
            case "delivered", "relayed", "expanded" -> Optional.of(Returned.ARRIVED);
            case "" ->
                switch (code.isEmpty() ? ' ' : code.charAt(0)) {
                    case '5' -> Optional.of(Returned.REFUSED);
                    case '4' -> Optional.of(Returned.DELAYED);
                    case '2' -> Optional.of(Returned.ARRIVED);
                    default -> Optional.empty();
                };
            default -> Optional.empty();
        };
    }

    private static List<InternetHeaders> groups(String status) throws MessagingException {
        var groups = new ArrayList<InternetHeaders>();
        for (var text : BLANK_LINE.split(status.strip(), PARTS)) {
            groups.add(new InternetHeaders(
                    new ByteArrayInputStream((text + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)), true));
        }
        return groups;
    }

    private static String words(InternetHeaders group, String code) {
        var said = clean(group.getHeader("Diagnostic-Code", null)).replaceFirst("(?i)^smtp;\\s*", "");
        var words = said.isEmpty() ? code : said;
        return words.substring(0, Math.min(words.length(), WORDS));
    }

    private static boolean is(BodyPart part, List<String> types) throws MessagingException {
        for (var type : types) {
            if (part.isMimeType(type)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> answered(MimeMessage message) throws MessagingException {
        var to = message.getHeader("In-Reply-To", null);
        return Optional.ofNullable(to == null ? message.getHeader("References", null) : to);
    }

    private static Optional<UUID> id(String header) {
        var found = ID.matcher(header.toLowerCase(Locale.ROOT));
        return found.find() ? Optional.of(UUID.fromString(found.group(1))) : Optional.empty();
    }

    private static String match(@Nullable String status) {
        var found = STATUS.matcher(clean(status));
        return found.find() ? found.group(1) : "";
    }

    private static String first(@Nullable String header) {
        return clean(header).split("[ (]", 2)[0];
    }

    private static String clean(@Nullable String header) {
        return header == null ? "" : header.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }

    /** A message that left again can be refused in the very same words, by a notification of its own. */
    private static byte[] print(UUID mail, String own, String status) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(mail.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((clean(own) + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(clean(status).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
