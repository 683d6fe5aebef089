package noroshi.intel.mailbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** An IMAP server on this machine with folders of mail, and whims that a test gives it. */
final class ImapPeer implements AutoCloseable {
    /** A whim: the command is answered as it should be. */
    static final String PROPERLY = "";
    /** A whim: the line goes dead. */
    static final String HANG_UP = "hang up";
    /** A whim: nothing is said any more. */
    static final String SAY_NOTHING = "say nothing";
    /** A whim: one word after the other, without an end. */
    static final String SAY_ALL = "say all";

    static final String PASSWORD = "pass \"word\"";

    private static final Pattern ACT = Pattern.compile("(\\S+) (?:UID )?(\\S+) ?(.*)");
    private static final Pattern RANGE = Pattern.compile("1:(\\d+).*");

    private final ServerSocket server;
    private final CountDownLatch over = new CountDownLatch(1);
    private final List<Socket> lines = new CopyOnWriteArrayList<>();
    private final Map<Integer, byte[]> inbox = new TreeMap<>();
    private final Map<String, Map<Integer, byte[]>> folders = new ConcurrentHashMap<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> whims = command -> PROPERLY;
    private volatile String capabilities = "IMAP4rev1 AUTH=PLAIN MOVE";
    private volatile Optional<SSLContext> upgrade = Optional.empty();
    private volatile String slipped = "";
    private int last;

    ImapPeer() {
        this(ServerSocketFactory.getDefault());
    }

    ImapPeer(ServerSocketFactory sockets) {
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folders.put("INBOX", inbox);
        Thread.startVirtualThread(this::answer);
    }

    int port() {
        return server.getLocalPort();
    }

    /** What it does to commands, without their tag; {@code greeting} is what it begins with. */
    void whims(UnaryOperator<String> wanted) {
        whims = wanted;
    }

    void can(String wanted) {
        capabilities = wanted;
    }

    /**
     * Lets it begin to speak TLS when it is asked to.
     *
     * @param between what somebody else says behind its answer, in the clear
     */
    void upgrades(SSLContext keys, String between) {
        upgrade = Optional.of(keys);
        slipped = between;
    }

    List<String> heard() {
        return heard;
    }

    synchronized void receive(byte[] mail) {
        inbox.put(++last, mail);
    }

    synchronized List<byte[]> in(String folder) {
        return List.copyOf(folders.getOrDefault(folder, Map.of()).values());
    }

    /** What somebody does who puts mail back. */
    synchronized void putBack(String folder) {
        inbox.putAll(folders.getOrDefault(folder, Map.of()));
        folders.remove(folder);
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
            if (!(line instanceof SSLSocket && upgrade.isPresent()) && whim(line, "greeting")) {
                say(line, "* OK peer\r\n");
            }
            for (var command = in.readLine(); command != null; command = in.readLine()) {
                var act = ACT.matcher(command);
                if (!act.matches()) {
                    say(line, "* BAD what\r\n");
                    continue;
                }
                heard.add(command.substring(act.start(2)));
                if (!whim(line, command.substring(command.indexOf(' ') + 1))) {
                    continue;
                }
                if (act.group(2).equals("STARTTLS")) {
                    say(line, act.group(1) + (upgrade.isPresent() ? " OK begin\r\n" + slipped : " BAD what\r\n"));
                    if (upgrade.isPresent()) {
                        talk(upgrade.get().getSocketFactory().createSocket(line, null, true));
                        return;
                    }
                } else if (act.group(2).equals("AUTHENTICATE")) {
                    say(line, "+ \r\n");
                    var wanted = Base64.getEncoder()
                            .encodeToString(("\0reader\0" + PASSWORD).getBytes(StandardCharsets.UTF_8));
                    say(
                            line,
                            act.group(1) + (in.readLine().equals(wanted) ? " OK in\r\n" : " NO " + PASSWORD + "\r\n"));
                } else {
                    say(line, reply(act.group(2), act.group(3), command.contains(" UID ")));
                    say(line, act.group(1) + last(act.group(2), act.group(3)));
                }
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the command is to be answered as it should be. */
    private boolean whim(Socket line, String command) throws IOException, InterruptedException {
        var whim = whims.apply(command);
        switch (whim) {
            case PROPERLY -> {
                return true;
            }
            case HANG_UP -> line.close();
            case SAY_NOTHING -> over.await();
            case SAY_ALL -> {
                var words = "x".repeat(100_000);
                while (!server.isClosed()) {
                    say(line, words);
                }
            }
            default -> say(line, whim);
        }
        return false;
    }

    private synchronized String reply(String act, String words, boolean byUid) {
        return switch (act) {
            case "CAPABILITY" -> "* CAPABILITY " + capabilities + "\r\n";
            case "SELECT" -> "* FLAGS (\\Seen)\r\n* " + inbox.size() + " EXISTS\r\n";
            case "FETCH" -> byUid ? fetch(words) : list(words);
            case "MOVE", "COPY" -> {
                var uid = uid(words);
                var into = folders.get(folder(words));
                if (into != null) {
                    into.put(uid, mail(uid));
                    if (act.equals("MOVE")) {
                        inbox.remove(uid);
                    }
                }
                yield "";
            }
            case "CREATE" -> {
                folders.putIfAbsent(folder(words), new TreeMap<>());
                yield "";
            }
            case "EXPUNGE" -> {
                inbox.remove(Integer.parseInt(words.isEmpty() ? "0" : words));
                yield "";
            }
            default -> "";
        };
    }

    private String list(String words) {
        var range = RANGE.matcher(words);
        var most = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        var listed = new StringBuilder();
        var number = 0;
        for (var mail : new ArrayList<>(inbox.entrySet()).subList(0, most)) {
            listed.append("* %d FETCH (UID %d RFC822.SIZE %d)\r\n"
                    .formatted(++number, mail.getKey(), mail.getValue().length));
        }
        return listed.toString();
    }

    private String fetch(String words) {
        var uid = uid(words);
        var mail = mail(uid);
        var most = Integer.parseInt(words.replaceAll(".*<0\\.(\\d+)>.*", "$1"));
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        var part = text.substring(0, Math.min(most, text.length()));
        return "* 1 FETCH (UID " + uid + " BODY[]<0> {" + part.length() + "}\r\n" + part + ")\r\n";
    }

    private synchronized String last(String act, String words) {
        var moving = act.equals("MOVE") || act.equals("COPY");
        return moving && !folders.containsKey(folder(words)) ? " NO [TRYCREATE] no such folder\r\n" : " OK done\r\n";
    }

    private byte[] mail(int uid) {
        return Objects.requireNonNull(inbox.get(uid));
    }

    private static int uid(String words) {
        return Integer.parseInt(words.substring(0, words.indexOf(' ')));
    }

    private static String folder(String words) {
        return words.replaceAll(".*\"(.*)\".*", "$1");
    }

    private static void say(Socket line, String words) throws IOException {
        line.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
        line.getOutputStream().flush();
    }

    @Override
    public void close() {
        over.countDown();
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
