package noroshi.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A mail server on this machine that keeps every byte it is given, and says what a test wants it to say. */
public final class MailPeer implements AutoCloseable {
    /** What one message came with. */
    public record Taken(List<String> recipients, String bytes) {
        public String header(String name) {
            var head = bytes.substring(0, bytes.indexOf("\r\n\r\n")).replaceAll("\r\n[ \t]", " ");
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }

        public String subject() {
            try {
                return MimeUtility.decodeText(MimeUtility.unfold(header("Subject")));
            } catch (UnsupportedEncodingException e) {
                throw new UncheckedIOException(e);
            }
        }

        public String body() {
            try {
                var message = new MimeMessage(
                        (Session) null, new ByteArrayInputStream(bytes.getBytes(StandardCharsets.ISO_8859_1)));
                return message.getContent().toString();
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Everything it holds, as sent and as read. */
        public String whole() {
            return bytes + subject() + body();
        }
    }

    /** A reply that ends the line without a word. */
    static final String HANG_UP = "";

    private final ServerSocket server;
    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> lines = new CopyOnWriteArrayList<>();

    private volatile UnaryOperator<String> replies = command -> "250 ok";
    private volatile Consumer<Taken> reader = mail -> {};

    public MailPeer(int port) {
        try {
            server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::answer);
    }

    public int port() {
        return server.getLocalPort();
    }

    public List<Taken> taken() {
        return taken;
    }

    /** Decides what is said to {@code RCPT …}, {@code DATA} and, after the words, {@code .}. */
    void replying(UnaryOperator<String> wanted) {
        replies = wanted;
    }

    /** Reads every message at the moment it is taken. */
    void onTaken(Consumer<Taken> wanted) {
        reader = wanted;
    }

    private void answer() {
        while (!server.isClosed()) {
            try {
                var line = server.accept();
                lines.add(line);
                Thread.startVirtualThread(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line;
                var in =
                        new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1))) {
            say(line, "220 peer");
            var recipients = new ArrayList<String>();
            for (var command = in.readLine(); command != null; command = in.readLine()) {
                var word = command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT);
                if (word.equals("RCPT")) {
                    recipients.add(command.replaceAll(".*<(.*)>.*", "$1"));
                }
                var reply = switch (word) {
                    case "RCPT", "MAIL" -> replies.apply(command);
                    case "DATA" -> "354 go on";
                    case "QUIT" -> "221 bye";
                    default -> "250 ok";
                };
                if (reply.equals(HANG_UP)) {
                    return;
                }
                say(line, reply);
                if (word.equals("DATA")) {
                    var words = words(in);
                    var last = replies.apply(".");
                    if (last.startsWith("250") || last.equals(HANG_UP)) {
                        var mail = new Taken(List.copyOf(recipients), words);
                        taken.add(mail);
                        reader.accept(mail);
                    }
                    recipients.clear();
                    if (last.equals(HANG_UP)) {
                        return;
                    }
                    say(line, last);
                } else if (word.equals("QUIT")) {
                    return;
                } else if (word.equals("RSET") || word.equals("RCPT") && !reply.startsWith("250")) {
                    recipients.clear();
                }
            }
        } catch (IOException e) {
            // The other side is gone.
        }
    }

    private static String words(BufferedReader in) throws IOException {
        var words = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new EOFException("broken off before its end");
            }
            words.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return words.toString();
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        line.getOutputStream().flush();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var line : lines) {
                line.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
