package noroshi.intel.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimePartDataSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.intel.drop.DropBox;
import noroshi.intel.enquiry.MailCost;
import org.jspecify.annotations.Nullable;

/** The words of a mail, and the files in it. */
final class Contents {
    private static final int MOST_PARTS = 100;
    private static final int DEEPEST = 10;
    private static final int BEGINNING = 8_192;
    private static final int LONGEST_NAME = 200;
    private static final Pattern BEGIN = Pattern.compile("\\s*(?:[A-Za-z-]{2,40}:|From )");

    private final List<String> plain = new ArrayList<>();
    private final List<String> html = new ArrayList<>();
    private final List<File> files = new ArrayList<>();
    private final String whole;
    private int parts;

    /** A file; {@code text} says whether its writer calls it words. */
    record File(String name, byte[] content, boolean text) {}

    /** It has more parts than any mail that people write. */
    static final class TooMany extends Exception {
        private static final long serialVersionUID = 1;
    }

    private Contents(byte[] mail) {
        this.whole = new String(mail, StandardCharsets.ISO_8859_1);
    }

    static Contents of(byte[] mail) throws MessagingException, IOException, TooMany {
        if (!MailCost.bearable(mail)) {
            throw new TooMany();
        }
        var contents = new Contents(mail);
        contents.part(new MimeMessage((Session) null, new ByteArrayInputStream(mail)), 0);
        return contents;
    }

    /** Whether a file, should it be an attached mail, costs no more to read than its size lets expect. */
    static boolean bearable(byte[] file) {
        var begin = new String(file, 0, Math.min(file.length, BEGINNING), StandardCharsets.ISO_8859_1);
        return !BEGIN.matcher(begin).lookingAt() || MailCost.bearableWithin(file);
    }

    /** Its words as written; of a mail that is a page alone, the page. */
    String words() {
        var written = String.join("\n", plain);
        return written.isBlank() ? String.join("\n", html) : written;
    }

    /** Everything that is said in words, shown or not. */
    String allWords() {
        return String.join("\n", plain) + "\n" + String.join("\n", html);
    }

    List<File> files() {
        return files;
    }

    private void part(MimePart part, int depth) throws MessagingException, IOException, TooMany {
        if (++parts > MOST_PARTS || depth > DEEPEST) {
            throw new TooMany();
        }
        if (part.isMimeType("multipart/*")) {
            requireFew(new ContentType(part.getContentType()).getParameter("boundary"));
            var inside = new MimeMultipart(new MimePartDataSource(part));
            for (var i = 0; i < inside.getCount(); i++) {
                part((MimePart) inside.getBodyPart(i), depth + 1);
            }
        } else if (part.getFileName() == null && part.isMimeType("text/html")) {
            html.add(text(part));
        } else if (part.getFileName() == null && part.isMimeType("text/*")) {
            plain.add(text(part));
        } else {
            files.add(new File(name(part), content(part), part.isMimeType("text/*")));
        }
    }

    /** The library takes seconds over very many parts before it says how many there are. */
    private void requireFew(@Nullable String boundary) throws TooMany {
        var line = "\n--" + (boundary == null ? "" : boundary);
        var found = 0;
        for (var at = whole.indexOf(line); at >= 0; at = whole.indexOf(line, at + 1)) {
            if (++found > MOST_PARTS) {
                throw new TooMany();
            }
        }
    }

    private static byte[] content(MimePart part) throws MessagingException, IOException {
        return part.getInputStream().readNBytes(DropBox.LARGEST + 1);
    }

    private static String text(MimePart part) throws MessagingException, IOException {
        return new String(content(part), charset(part.getContentType()));
    }

    private static Charset charset(String type) {
        try {
            var named = new ContentType(type).getParameter("charset");
            return named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        } catch (MessagingException | IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String name(MimePart part) throws MessagingException {
        var file = part.getFileName();
        var name = Head.decoded(file == null ? part.getContentType().split(";", 2)[0] : file)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        var base = file == null ? name : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return base.substring(0, Math.min(LONGEST_NAME, base.length()));
    }
}
