package noroshi.intel.mailbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;

/**
 * One visit to an IMAP server (RFC 3501), with the few commands that it takes to empty a folder. A visit ends in its time,
 * whatever the server does, and holds no more of a mail than was asked for.
 */
final class ImapLine implements AutoCloseable {
    private static final int CONNECT = 10_000;
    private static final int MOST_ANSWERS = 2_000;
    private static final Pattern UID = Pattern.compile("\\bUID (\\d{1,10})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern SIZE = Pattern.compile("\\bRFC822\\.SIZE (\\d{1,10})\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXISTS = Pattern.compile("\\* (\\d{1,10}) EXISTS", Pattern.CASE_INSENSITIVE);

    private final Socket plain = new Socket();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean late;
    private ImapAnswers answers = new ImapAnswers(InputStream.nullInputStream());
    private OutputStream out = OutputStream.nullOutputStream();
    private String capabilities = "";
    private int commands;

    /** A mail in a folder; {@code uid} is its number there, {@code size} what the server says it has in bytes. */
    record Entry(long uid, long size) {}

    private interface Talk<T> {
        T with() throws IOException, Fault;
    }

    private ImapLine() {}

    /** Connects and signs in. */
    static ImapLine open(MailboxSettings settings, String secret, SSLSocketFactory tls) throws Fault {
        var line = new ImapLine();
        line.endAfter(settings.patience().toMillis());
        try {
            line.connect(settings, new Sealed(tls));
            line.signIn(settings.user(), secret);
            return line;
        } catch (Fault fault) {
            line.close();
            throw fault;
        }
    }

    private void endAfter(long millis) {
        Thread.ofVirtual().name("mailbox-patience").start(() -> {
            try {
                if (!closed.await(millis, TimeUnit.MILLISECONDS)) {
                    late = true;
                    plain.close();
                }
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            } catch (IOException gone) {
                closed.countDown();
            }
        });
    }

    private void connect(MailboxSettings settings, Sealed sealed) throws Fault {
        try {
            plain.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT);
        } catch (IOException nobody) {
            throw late ? slow() : new Fault(Trouble.UNREACHABLE, "");
        }
        talk(() -> {
            plain.setSoTimeout(
                    (int) Math.min(Integer.MAX_VALUE, settings.patience().toMillis()));
            var words = speakOver(
                    settings.security() == MailboxSettings.Security.TLS ? sealed.over(plain, settings) : plain);
            answers.greeting();
            if (settings.security() == MailboxSettings.Security.STARTTLS) {
                startTls(words);
                speakOver(sealed.over(plain, settings));
            }
            return words;
        });
    }

    private InputStream speakOver(Socket socket) throws IOException {
        var words = new BufferedInputStream(socket.getInputStream());
        answers = new ImapAnswers(words);
        out = socket.getOutputStream();
        return words;
    }

    /**
     * A server that does not want to is spoken to no further. Whatever stands behind its answer was said by somebody in the
     * clear, and is heard by nobody.
     */
    private void startTls(InputStream words) throws IOException, Fault {
        try {
            command("STARTTLS", 0);
        } catch (Fault fault) {
            throw fault.trouble() == Trouble.REFUSED ? new Fault(Trouble.UNTRUSTED, fault.words()) : fault;
        }
        if (words.available() > 0) {
            throw new Fault(Trouble.UNTRUSTED, "");
        }
    }

    private void signIn(String user, String secret) throws Fault {
        ask();
        try {
            if (can("AUTH=PLAIN")) {
                var both = ("\0" + user + "\0" + secret).getBytes(StandardCharsets.UTF_8);
                command("AUTHENTICATE PLAIN", Base64.getEncoder().encodeToString(both), 0);
            } else if (secret.chars().allMatch(letter -> letter >= ' ' && letter < 127)) {
                command("LOGIN " + quoted(user) + " " + quoted(secret), 0);
            } else {
                throw new Fault(Trouble.NOT_LET_IN, "");
            }
            ask();
        } catch (Fault fault) {
            // What a server answers to a password may hold the password.
            throw new Fault(fault.trouble() == Trouble.REFUSED ? Trouble.NOT_LET_IN : fault.trouble(), "");
        }
    }

    /** Many servers can do more once they know who it is. */
    private void ask() throws Fault {
        for (var each : command("CAPABILITY", 0)) {
            if (each.is("* CAPABILITY ")) {
                capabilities = each.text().toUpperCase(Locale.ROOT) + " ";
            }
        }
    }

    private boolean can(String what) {
        return capabilities.contains(" " + what + " ");
    }

    /** The oldest mails of a folder, which is opened; at most so many. */
    List<Entry> oldest(String folder, int most) throws Fault {
        var there = command("SELECT " + quoted(folder), 0).stream()
                .map(answer -> EXISTS.matcher(answer.text()))
                .filter(Matcher::matches)
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .max()
                .orElse(0);
        var found = new ArrayList<Entry>();
        if (there > 0) {
            for (var answer : command("FETCH 1:" + Math.min(most, there) + " (UID RFC822.SIZE)", 0)) {
                var uid = UID.matcher(answer.text());
                var size = SIZE.matcher(answer.text());
                if (uid.find() && size.find() && found.size() < most) {
                    found.add(new Entry(Long.parseLong(uid.group(1)), Long.parseLong(size.group(1))));
                }
            }
        }
        return found;
    }

    /** The beginning of a mail, at most so many bytes; nothing when somebody else has taken it away. */
    byte[] read(long uid, int most) throws Fault {
        var bytes = new byte[0];
        for (var answer : command("UID FETCH " + uid + " (UID BODY.PEEK[]<0." + most + ">)", most)) {
            var which = UID.matcher(answer.text());
            if (!answer.literals().isEmpty() && which.find() && Long.parseLong(which.group(1)) == uid) {
                bytes = answer.literals().getFirst();
            }
        }
        return bytes;
    }

    /** Moves a mail into another folder, which is made if need be. */
    void move(long uid, String folder) throws Fault {
        try {
            moveInto(uid, folder);
        } catch (Fault fault) {
            if (fault.ends()) {
                throw fault;
            }
            command("CREATE " + quoted(folder), 0);
            moveInto(uid, folder);
        }
    }

    /**
     * Servers without RFC 6851 copy first: what breaks off in between leaves a copy too many and loses nothing. One that copies
     * and takes nothing away would make a copy of each mail at each visit, so that ends the visit.
     */
    private void moveInto(long uid, String folder) throws Fault {
        if (can("MOVE")) {
            command("UID MOVE " + uid + " " + quoted(folder), 0);
            return;
        }
        command("UID COPY " + uid + " " + quoted(folder), 0);
        try {
            command("UID STORE " + uid + " +FLAGS.SILENT (\\Deleted)", 0);
            command(can("UIDPLUS") ? "UID EXPUNGE " + uid : "EXPUNGE", 0);
        } catch (Fault fault) {
            throw fault.ending();
        }
    }

    private List<ImapAnswers.Answer> command(String words, int most) throws Fault {
        return command(words, "", most);
    }

    /**
     * Says one thing and hears everything that is answered to it.
     *
     * @param then what is said when the server asks for more; empty when it may not
     * @param most bytes that are kept of what comes
     */
    private List<ImapAnswers.Answer> command(String words, String then, int most) throws Fault {
        return talk(() -> {
            var tag = "N" + ++commands;
            say(tag + " " + words);
            var heard = new ArrayList<ImapAnswers.Answer>();
            var left = most;
            var asked = false;
            while (heard.size() < MOST_ANSWERS) {
                var answer = answers.next(left);
                left -= answer.literals().stream().mapToInt(each -> each.length).sum();
                if (answer.is(tag + " OK")) {
                    return heard;
                }
                if (answer.is("* BYE")) {
                    throw new Fault(Trouble.BROKEN_OFF, answer.text());
                }
                if (answer.is(tag + " ")) {
                    throw new Fault(Trouble.REFUSED, answer.text().replaceFirst("^\\S+ ", ""));
                }
                if (answer.is("+") && !then.isEmpty() && !asked) {
                    asked = true;
                    say(then);
                } else if (answer.is("* ")) {
                    heard.add(answer);
                } else {
                    throw new Fault(Trouble.NOT_IMAP, answer.text());
                }
            }
            throw new Fault(Trouble.NOT_IMAP, "");
        });
    }

    private void say(String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private <T> T talk(Talk<T> talk) throws Fault {
        try {
            return talk.with();
        } catch (SocketTimeoutException slow) {
            throw slow();
        } catch (SSLException untrusted) {
            throw late ? slow() : new Fault(Trouble.UNTRUSTED, String.valueOf(untrusted.getMessage()));
        } catch (IOException broken) {
            throw late ? slow() : new Fault(Trouble.BROKEN_OFF, "");
        }
    }

    private static Fault slow() {
        return new Fault(Trouble.SLOW, "");
    }

    private static String quoted(String words) {
        return '"' + words.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Ends without a word: nothing waits for it. */
    @Override
    public void close() {
        closed.countDown();
        try {
            plain.close();
        } catch (IOException gone) {
            late = true;
        }
    }
}
