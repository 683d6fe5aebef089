package noroshi.asset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name server on this machine that knows what a test tells it, and remembers what it was asked. */
final class DnsPeer implements AutoCloseable {
    private static final int A = 1;
    private static final int TXT = 16;
    private static final int NO_SUCH_NAME = 3;

    private final DatagramSocket socket;
    private final Map<String, List<String>> texts = new ConcurrentHashMap<>();
    private final Map<String, String> hosts = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private volatile boolean silent;

    DnsPeer() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::answer);
    }

    String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    List<String> asked() {
        return asked;
    }

    void text(String name, String... values) {
        texts.put(name, List.of(values));
    }

    void host(String name, String address) {
        hosts.put(name, address);
    }

    void silent(boolean wanted) {
        silent = wanted;
    }

    private void answer() {
        var bytes = new byte[1500];
        while (!socket.isClosed()) {
            try {
                var packet = new DatagramPacket(bytes, bytes.length);
                socket.receive(packet);
                if (!silent) {
                    var reply = reply(Arrays.copyOf(packet.getData(), packet.getLength()));
                    socket.send(new DatagramPacket(reply, reply.length, packet.getSocketAddress()));
                }
            } catch (IOException e) {
                return;
            }
        }
    }

    private byte[] reply(byte[] query) {
        var end = 12;
        var name = new StringBuilder();
        while (query[end] != 0) {
            name.append(name.isEmpty() ? "" : ".")
                    .append(new String(query, end + 1, query[end], StandardCharsets.US_ASCII));
            end += query[end] + 1;
        }
        var type = query[end + 2];
        var question = Arrays.copyOfRange(query, 12, end + 5);
        var of = name.toString().toLowerCase(Locale.ROOT);
        asked.add((type == TXT ? "TXT " : type == A ? "A " : "other ") + of);
        var data = switch (type) {
            case TXT ->
                texts.getOrDefault(of, List.of()).stream().map(DnsPeer::text).toList();
            case A -> hosts.containsKey(of) ? List.of(numbers(hosts.get(of))) : List.<byte[]>of();
            default -> List.<byte[]>of();
        };
        var known = texts.containsKey(of) || hosts.containsKey(of);
        var reply = new ByteArrayOutputStream();
        reply.writeBytes(ByteBuffer.allocate(12)
                .put(query, 0, 2)
                .putShort((short) (0x8580 | (known ? 0 : NO_SUCH_NAME)))
                .putShort((short) 1)
                .putShort((short) data.size())
                .array());
        reply.writeBytes(question);
        for (var each : data) {
            reply.writeBytes(ByteBuffer.allocate(12)
                    .putShort((short) 0xC00C)
                    .putShort(type)
                    .putShort((short) 1)
                    .putInt(60)
                    .putShort((short) each.length)
                    .array());
            reply.writeBytes(each);
        }
        return reply.toByteArray();
    }

    private static byte[] text(String value) {
        var bytes = value.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 1)
                .put((byte) bytes.length)
                .put(bytes)
                .array();
    }

    private static byte[] numbers(String address) {
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
