package noroshi.intel.mailbox;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What an IMAP server says, one response at a time; it decides neither how long a line is nor how much is kept of it. */
final class ImapAnswers {
    private static final int LONGEST = 8_192;
    private static final Pattern LITERAL = Pattern.compile("\\{(\\d{1,10})\\+?\\}$");

    private final InputStream in;

    ImapAnswers(InputStream in) {
        this.in = in;
    }

    /**
     * One response (RFC 3501 section 7).
     *
     * @param text its line, with {@code {n}} where a literal stands
     */
    record Answer(String text, List<byte[]> literals) {
        Answer {
            literals = List.copyOf(literals);
        }

        boolean is(String word) {
            return text.regionMatches(true, 0, word, 0, word.length());
        }
    }

    /** What a server begins with, which has to be that it is there for whoever signs in. */
    void greeting() throws IOException, Fault {
        var greeting = next(0);
        if (greeting.is("* BYE")) {
            throw new Fault(Trouble.REFUSED, greeting.text());
        }
        if (!greeting.is("* OK")) {
            throw new Fault(Trouble.NOT_IMAP, greeting.text());
        }
    }

    /**
     * The next response.
     *
     * @param most bytes that its literals may have
     * @throws Fault when it is longer than anything that was asked for
     */
    Answer next(int most) throws IOException, Fault {
        var text = new StringBuilder();
        var literals = new ArrayList<byte[]>();
        var left = most;
        while (true) {
            text.append(line());
            var literal = LITERAL.matcher(text);
            if (!literal.find()) {
                return new Answer(text.toString(), literals);
            }
            var size = Long.parseLong(literal.group(1));
            if (size > left || text.length() > LONGEST) {
                throw new Fault(Trouble.NOT_IMAP, text.substring(0, Math.min(80, text.length())));
            }
            left -= (int) size;
            literals.add(exactly((int) size));
        }
    }

    /** Grows with what comes, not with what was announced. */
    private byte[] exactly(int size) throws IOException {
        var bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the connection ended");
        }
        return bytes;
    }

    private String line() throws IOException, Fault {
        var line = new StringBuilder();
        for (var each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new EOFException("the connection ended");
            }
            if (line.length() >= LONGEST) {
                throw new Fault(Trouble.NOT_IMAP, line.substring(0, 80));
            }
            line.append((char) each);
        }
        var end = line.length() - 1;
        return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
    }
}
