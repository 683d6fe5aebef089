package noroshi.topic;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks clamd about bytes, over its socket (INSTREAM). It never guesses: without a plain OK nothing is clean. */
@Component
class Clamd {
    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final int LONGEST_SIGNATURE = 200;
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private final ScannerSettings settings;

    Clamd(ScannerSettings settings) {
        this.settings = settings;
    }

    /** Whether there is a scanner to ask at all. */
    boolean there() {
        return settings.where().isPresent();
    }

    /** What it says of the bytes, waiting when it cannot tell; nothing when it is not there or does not answer in time. */
    Optional<Scan> look(byte[] bytes) {
        return settings.where().flatMap(where -> within(where, bytes, settings.within()));
    }

    private static Optional<Scan> within(String where, byte[] bytes, Duration limit) {
        var asking = new FutureTask<>(() -> ask(where, bytes));
        var thread = Thread.ofVirtual().name("clamd").start(asking);
        try {
            return Optional.of(asking.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            LOG.warn("the scanner did not answer in time; the file stays in quarantine");
        } catch (ExecutionException failed) {
            LOG.warn(
                    "the scanner could not be asked; the file stays in quarantine: {}",
                    String.valueOf(failed.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        return Optional.empty();
    }

    private static Scan ask(String where, byte[] bytes) throws IOException {
        var address = address(where);
        try (var channel = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            channel.connect(address);
            write(channel, ByteBuffer.wrap("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII)));
            for (int start = 0; start < bytes.length; start += CHUNK) {
                var length = Math.min(CHUNK, bytes.length - start);
                write(channel, ByteBuffer.allocate(Integer.BYTES).putInt(0, length));
                write(channel, ByteBuffer.wrap(bytes, start, length));
            }
            write(channel, ByteBuffer.allocate(Integer.BYTES));
            return said(answer(channel));
        }
    }

    private static SocketAddress address(String where) {
        var colon = where.lastIndexOf(':');
        return where.startsWith("/") || colon < 0
                ? UnixDomainSocketAddress.of(where)
                : new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String answer(SocketChannel channel) throws IOException {
        var answer = ByteBuffer.allocate(LONGEST_ANSWER);
        while (answer.hasRemaining() && channel.read(answer) >= 0) {
            if (answer.position() > 0 && answer.get(answer.position() - 1) == 0) {
                break;
            }
        }
        return new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static Scan said(String answer) {
        if (answer.equals("stream: OK")) {
            return Scan.CLEAN;
        }
        return Optional.of(FOUND.matcher(answer))
                .filter(found -> found.matches())
                .map(found -> found.group(1).replaceAll("\\p{Cntrl}", ""))
                .map(name -> Scan.found(name.substring(0, Math.min(name.length(), LONGEST_SIGNATURE))))
                .orElseGet(() -> {
                    LOG.warn("the scanner cannot tell; the file stays in quarantine: {}", answer);
                    return Scan.WAITING;
                });
    }
}
