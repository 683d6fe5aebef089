package noroshi.intel.enquiry;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.TextValues;
import noroshi.shared.RuleBroken;

/**
 * A mail that somebody finds suspicious: read, looked through for values, and forgotten.
 *
 * @param forms what stands in its head, its texts and links, and the hashes of what is attached
 * @param from who says they sent it
 * @param words its subject and all its texts
 */
public record SuspiciousMail(
        List<Spelling.Form> forms, String from, String subject, String words, List<Attachment> attachments) {
    /** Bytes of the largest mail. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final int DEEPEST = 10;
    private static final int MOST_PARTS = 200;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final List<String> HEADERS = List.of(
            "From", "Sender", "Reply-To", "Return-Path", "Received", "X-Originating-IP", "Message-ID", "Subject");

    public SuspiciousMail {
        forms = List.copyOf(forms);
        attachments = List.copyOf(attachments);
    }

    /** A file in the mail. */
    public record Attachment(String name, byte[] content) {}

    public static SuspiciousMail read(byte[] file) {
        if (file.length == 0 || file.length > LARGEST) {
            throw new RuleBroken("enquiry.mail.size", LARGEST / 1024 / 1024);
        }
        if (!MailCost.bearableWithin(file)) {
            throw new RuleBroken("enquiry.mail.parts");
        }
        try {
            var mail = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(file));
            if (!mail.getMatchingHeaders(HEADERS.toArray(String[]::new)).hasMoreElements()) {
                throw new RuleBroken("enquiry.mail.unreadable");
            }
            var reading = new Reading();
            for (var name : HEADERS) {
                var values = mail.getHeader(name);
                if (values != null) {
                    reading.text(String.join("\n", values));
                }
            }
            reading.part(mail, 0);
            var subject = decoded(mail, "Subject");
            return new SuspiciousMail(
                    List.copyOf(reading.found),
                    decoded(mail, "From"),
                    subject,
                    subject + "\n" + String.join("\n", reading.texts),
                    reading.attachments);
        } catch (MessagingException | IOException | IllegalArgumentException broken) {
            throw new RuleBroken("enquiry.mail.unreadable");
        }
    }

    private static String decoded(MimeMessage mail, String name) throws MessagingException {
        var values = mail.getHeader(name);
        return values == null ? "" : decoded(MimeUtility.unfold(values[0])).strip();
    }

    /** As it is written where its letters are said to be of a kind that nobody knows: that must not stop the reading. */
    private static String decoded(String text) {
        try {
            return MimeUtility.decodeText(text);
        } catch (UnsupportedEncodingException unknown) {
            return text;
        }
    }

    private static final class Reading {
        private final List<Attachment> attachments = new ArrayList<>();
        private final Set<Spelling.Form> found = new LinkedHashSet<>();
        private final List<String> seen = new ArrayList<>();
        private final List<String> texts = new ArrayList<>();
        private int left = LONGEST_TEXT;

        /** A part that cannot be decoded is looked through as it stands: it must not hide what stands beside it. */
        void part(Part part, int depth) throws MessagingException, IOException {
            seen.add("");
            if (depth > DEEPEST || seen.size() > MOST_PARTS) {
                return;
            }
            try {
                read(part, depth);
            } catch (MessagingException | IOException | IllegalArgumentException broken) {
                raw(part);
            }
        }

        private void raw(Part part) throws MessagingException, IOException {
            var bytes = part instanceof MimeBodyPart body
                    ? body.getRawInputStream()
                    : part instanceof MimeMessage mail ? mail.getRawInputStream() : InputStream.nullInputStream();
            var text = new String(bytes.readNBytes(LARGEST), StandardCharsets.UTF_8);
            texts.add(text);
            text(text);
        }

        private void read(Part part, int depth) throws MessagingException, IOException {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    part(parts.getBodyPart(i), depth + 1);
                }
            } else if (part.isMimeType("message/rfc822") && part.getContent() instanceof MimeMessage inner) {
                part(inner, depth + 1);
            } else {
                leaf(part);
            }
        }

        private void leaf(Part part) throws MessagingException, IOException {
            var bytes = part.getInputStream().readNBytes(LARGEST);
            if (part instanceof BodyPart && (part.getFileName() != null || !part.isMimeType("text/*"))) {
                found.add(new Spelling.Form(IndicatorType.SHA256, sha256(bytes)));
                attachments.add(new Attachment(name(part), bytes));
            }
            if (part.isMimeType("text/*")) {
                var written = new String(bytes, charset(part.getContentType()));
                var text = part.isMimeType("text/html") ? Html.decoded(written) : written;
                texts.add(text);
                text(text);
            }
        }

        private static String name(Part part) throws MessagingException {
            var name = part.getFileName();
            return name == null ? part.getContentType() : decoded(name);
        }

        void text(String text) {
            var some = text.substring(0, Math.min(text.length(), left));
            left -= some.length();
            found.addAll(TextValues.in(some));
        }
    }

    private static Charset charset(String type) {
        var named = type.replaceFirst("(?is).*charset\\s*=\\s*\"?([A-Za-z0-9._:-]+).*", "$1");
        try {
            return Charset.forName(named);
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
