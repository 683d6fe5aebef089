package noroshi.provider;

import static noroshi.provider.BadServer.answer;
import static noroshi.provider.BadServer.json;
import static noroshi.provider.BadServer.raw;
import static noroshi.provider.BadServer.write;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.provider.Arguments;

/** What a provider's server may do wrong, and what its page then says. */
final class Misbehaviours {
    private Misbehaviours() {}

    private static String endless(String next) {
        return "{\"more\":true,\"next\":\"" + next + "\"," + objects(indicator(id())) + "}";
    }

    private static BadServer.Behaviour dripping(String start, String drop) {
        return (request, out) -> {
            write(out, start);
            while (true) {
                write(out, drop);
                out.flush();
                Thread.sleep(100);
            }
        };
    }

    private static byte[] bomb() {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            var some = new byte[1 << 20];
            Arrays.fill(some, (byte) ' ');
            for (var i = 0; i < 200; i++) {
                gzip.write(some);
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }

    private static void flood(OutputStream out, String head, byte[] piece) throws IOException {
        write(out, head);
        while (true) {
            out.write(piece);
        }
    }

    static Stream<Arguments> all() {
        var json = "Content-Type: application/taxii+json;version=2.1\r\n";
        var twice = indicator(id());
        var all = new LinkedHashMap<String, Object[]>();
        all.put("garbage bytes", of("not-http", raw("\u0000\u0001\u0002 what is this\n\n")));
        all.put("another protocol", of("not-http", raw("220 mail.example ESMTP\r\n")));
        all.put("nothing at all", of("broken-off", raw("")));
        all.put(
                "a page for people",
                of("content-type", answer(200, "Content-Type: text/html\r\n", "<html>Sign in</html>")));
        all.put("no content type", of("content-type", answer(200, "", "{}")));
        all.put("HTML that says it is TAXII", of("not-envelope", json("", "<html>Sign in</html>")));
        all.put("a list", of("not-envelope", json("", "[]")));
        all.put("objects that are no list", of("not-envelope", json("", "{\"objects\":{}}")));
        all.put("half of an answer", of("not-envelope", json("", "{\"objects\":[")));
        all.put(
                "less than announced",
                of("broken-off", raw("HTTP/1.1 200 X\r\n" + json + "Content-Length: 900\r\n\r\n{}")));
        all.put(
                "one byte at a time",
                of("slow", dripping("HTTP/1.1 200 X\r\n" + json + "Content-Length: 90000\r\n\r\n", " ")));
        all.put("a head that drips", of("slow", dripping("HTTP/1.1 200 X\r\n", "X")));
        all.put("silence", of("slow", (BadServer.Behaviour) (request, out) -> Thread.sleep(30_000)));
        all.put("headers without end", of("head", (BadServer.Behaviour) (request, out) -> flood(
                out,
                "HTTP/1.1 200 X\r\n",
                "X-Filler: xxxxxxxxxxxxxxxxxxxxxxxxx\r\n".getBytes(StandardCharsets.US_ASCII))));
        all.put("a header without end", of("head", (BadServer.Behaviour) (request, out) ->
                flood(out, "HTTP/1.1 200 X\r\nX-Filler: ", "xxxxxxxxxxxxxx".getBytes(StandardCharsets.US_ASCII))));
        all.put(
                "ten gigabytes announced",
                of("too-large", raw("HTTP/1.1 200 X\r\n" + json + "Content-Length: 10737418240\r\n\r\n{")));
        all.put("a body without end", of("too-large", (BadServer.Behaviour)
                (request, out) -> flood(out, "HTTP/1.1 200 X\r\n" + json + "\r\n", new byte[1 << 16])));
        all.put("chunks without end", of("too-large", (BadServer.Behaviour) (request, out) -> flood(
                out,
                "HTTP/1.1 200 X\r\n" + json + "Transfer-Encoding: chunked\r\n\r\n",
                ("4000\r\n" + " ".repeat(0x4000) + "\r\n").getBytes(StandardCharsets.US_ASCII))));
        all.put(
                "a chunk of impossible size",
                of("not-http", raw("HTTP/1.1 200 X\r\n" + json + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFF\r\n")));
        all.put("a negative length", of("not-http", raw("HTTP/1.1 200 X\r\n" + json + "Content-Length: -5\r\n\r\n{}")));
        var bomb = bomb();
        all.put("a bomb in gzip", of("too-large", (BadServer.Behaviour) (request, out) -> {
            write(
                    out,
                    "HTTP/1.1 200 X\r\n" + json + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length
                            + "\r\n\r\n");
            out.write(bomb);
        }));
        all.put("gzip that is none", of("broken-off", json("Content-Encoding: gzip\r\n", "{}")));
        all.put("an unknown encoding", of("encoding", json("Content-Encoding: br\r\n", "{}")));
        all.put("a hundred thousand levels", of("not-envelope", json("", "{\"objects\":[" + "[".repeat(100_000))));
        all.put("bytes that are no UTF-8", of("not-envelope", (BadServer.Behaviour) (request, out) -> {
            write(out, "HTTP/1.1 200 X\r\n" + json + "\r\n{\"objects\":[{\"a\":\"");
            out.write(new byte[] {(byte) 0xC3, 0x28});
            write(out, "\"}]}");
        }));
        all.put("no entry", of("sign-in", answer(401, "WWW-Authenticate: Basic\r\n", "")));
        all.put("not for you", of("sign-in", answer(403, "", "")));
        all.put("nothing there", of("status", answer(404, "", "")));
        all.put("broken", of("status", answer(500, "", "oops")));
        all.put("busy", of("busy", answer(429, "Retry-After: 3600\r\n", "")));
        all.put("busy for ever", of("busy", answer(503, "Retry-After: 999999999\r\n", "")));
        all.put("a way into our own house", of("redirect", answer(302, "Location: http://127.0.0.1:22/\r\n", "")));
        all.put("more without saying where", of("stuck", json("", "{\"more\":true," + objects(indicator(id())) + "}")));
        all.put("the same page for ever", of("repeats", json("", endless("same"))));
        all.put(
                "pages without end and without anything new",
                of("endless", counting(n -> "{\"more\":true,\"next\":\"" + n + "\"," + objects(twice) + "}")));
        all.put("a next of a megabyte", of("next", json("", endless("x".repeat(1_000_000)))));
        all.put("a next that it knows nothing of", of("status", (BadServer.Behaviour) (request, out) ->
                (request.contains("next=") ? answer(404, "", "") : json("", endless("nowhere"))).answer(request, out)));
        return all.entrySet().stream().map(each -> Arguments.of(each.getKey(), each.getValue()[0], each.getValue()[1]));
    }

    private static Object[] of(String fault, BadServer.Behaviour behaviour) {
        return new Object[] {fault, behaviour};
    }

    private interface Page {
        String at(int number);
    }

    private static BadServer.Behaviour counting(Page page) {
        var count = new AtomicInteger();
        return (request, out) -> json("", page.at(count.incrementAndGet())).answer(request, out);
    }
}
