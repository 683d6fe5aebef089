package noroshi.intel.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs products of the distribution on files of ours, and asks a resolver. */
final class RealProducts {
    static final int NOERROR = 0;
    static final int NXDOMAIN = 3;

    private RealProducts() {}

    static Path program(String path, String pack) {
        var program = Path.of(path);
        assumeTrue(Files.isExecutable(program), pack + " is not installed here: apt-get install " + pack);
        return program;
    }

    /** What a resolver answered: its code, and how many answers. */
    record Reply(int code, int answers) {}

    static int freePort() throws IOException {
        try (var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks for the address of a name until somebody answers. */
    static Reply ask(int port, String name) throws Exception {
        for (int tries = 0; tries < 100; tries++) {
            try (var socket = new DatagramSocket()) {
                socket.setSoTimeout(300);
                var query = query(name);
                socket.send(new DatagramPacket(query, query.length, InetAddress.getLoopbackAddress(), port));
                var answer = new DatagramPacket(new byte[2048], 2048);
                socket.receive(answer);
                var bytes = answer.getData();
                return new Reply(bytes[3] & 15, (bytes[6] & 255) << 8 | bytes[7] & 255);
            } catch (SocketTimeoutException | java.net.PortUnreachableException notYet) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("nobody answers at " + port);
    }

    /** Asks until the answer is as expected: products take a moment to load. */
    static void expect(int port, String name, int code, int answers) throws Exception {
        var reply = ask(port, name);
        for (int tries = 0; tries < 300 && !reply.equals(new Reply(code, answers)); tries++) {
            Thread.sleep(100);
            reply = ask(port, name);
        }
        assertThat(reply).as(name).isEqualTo(new Reply(code, answers));
    }

    private static byte[] query(String name) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {7, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (var label : name.split("\\.")) {
            out.write(label.length());
            out.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(new byte[] {0, 0, 1, 0, 1});
        return out.toByteArray();
    }

    /** Answers for the whole Internet: one name has an address of its own, all others have another. */
    record Internet(DatagramSocket socket, Thread thread) implements AutoCloseable {
        static Internet answering(String name, String its, String others) throws IOException {
            var socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            var thread = Thread.ofVirtual().start(() -> {
                try {
                    while (true) {
                        var asked = new DatagramPacket(new byte[2048], 2048);
                        socket.receive(asked);
                        var question = new String(asked.getData(), 0, asked.getLength(), StandardCharsets.ISO_8859_1);
                        var label = name.substring(0, name.indexOf('.'));
                        var answer = answer(asked, question.contains(label) ? its : others);
                        socket.send(new DatagramPacket(answer, answer.length, asked.getSocketAddress()));
                    }
                } catch (IOException closed) {
                    Thread.currentThread().interrupt();
                }
            });
            return new Internet(socket, thread);
        }

        private static byte[] answer(DatagramPacket asked, String address) throws IOException {
            var query = asked.getData();
            var end = 12;
            while (query[end] != 0) {
                end += query[end] + 1;
            }
            var isAddress = query[end + 2] == 1;
            var out = new ByteArrayOutputStream();
            out.write(query, 0, 2);
            out.writeBytes(new byte[] {(byte) 0x81, (byte) 0x80, 0, 1, 0, (byte) (isAddress ? 1 : 0), 0, 0, 0, 0});
            out.write(query, 12, end + 5 - 12);
            if (isAddress) {
                out.writeBytes(new byte[] {(byte) 0xC0, 12, 0, 1, 0, 1, 0, 0, 0, 0, 0, 4});
                out.writeBytes(InetAddress.ofLiteral(address).getAddress());
            }
            return out.toByteArray();
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() {
            socket.close();
        }
    }

    /** Runs a program to its end and returns what it said. */
    static String run(int expected, String... command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS))
                .as(String.join(" ", command))
                .isTrue();
        assertThat(process.exitValue()).as(said).isEqualTo(expected);
        return said;
    }

    /** A product that runs until it is closed. */
    record Running(Process process) implements AutoCloseable {
        static Running start(Path log, List<String> command) throws IOException {
            return new Running(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
        }

        void reload() throws Exception {
            run(0, "kill", "-HUP", Long.toString(process.pid()));
        }

        @Override
        public void close() throws Exception {
            process.destroy();
            if (!process.waitFor(Duration.ofSeconds(10))) {
                process.destroyForcibly();
            }
        }
    }
}
