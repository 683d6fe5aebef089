package noroshi.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code bin/bench import}: a large bundle by the command line, and what the platform's memory does meanwhile. */
public final class ImportBench {
    private static final int PORT = Integer.parseInt(System.getenv().getOrDefault("PORT", "8193"));
    private static final long MEBIBYTE = 1024L * 1024;
    private static final int WORDS = 1_000;
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    private ImportBench() {}

    public static void main(String[] arguments) throws Exception {
        var mebibytes = arguments.length < 2 ? 200 : Integer.parseInt(arguments[1]);
        var data = Path.of("target/bench/import-" + UUID.randomUUID()).toAbsolutePath();
        var app = Bench.start(data, PORT, true);
        var bundle = data.resolve("bundle.json");
        try {
            var objects = write(bundle, mebibytes * MEBIBYTE);
            var pid = java(app);
            var before = live(pid);
            var start = System.nanoTime();
            var command = new ProcessBuilder("bin/noroshi", "intel", "import", bundle.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("import.log").toFile());
            command.environment().put("NOROSHI_DATA", data.toString());
            var importing = command.start();
            var most = before;
            while (!importing.waitFor(2, TimeUnit.SECONDS)) {
                most = Math.max(most, live(pid));
            }
            var seconds = (System.nanoTime() - start) / 1e9;
            System.out.println(
                    "| MiB | Objects | Seconds | Objects/s | Live heap before, most, MiB | RSS at most, MiB |");
            System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: |");
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %,d | %.0f | %,.0f | %d, %d | %d |%n",
                    mebibytes,
                    objects,
                    seconds,
                    objects / seconds,
                    before / 1024,
                    most / 1024,
                    peak(pid) / 1024);
            System.out.println(
                    "The command ended with " + importing.exitValue() + ":\n" + end(data.resolve("import.log")));
        } finally {
            Files.deleteIfExists(bundle);
            app.descendants().forEach(ProcessHandle::destroy);
            app.destroy();
            app.waitFor();
        }
    }

    private static String end(Path log) throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    /** Indicators and malware of about 1.45 kB each. */
    private static int write(Path file, long bytes) throws IOException {
        var text = "x".repeat(WORDS);
        var count = 0;
        var written = 0L;
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            out.write("{\"type\": \"bundle\", \"id\": \"bundle--" + UUID.randomUUID() + "\", \"objects\": [\n");
            while (written < bytes) {
                var object = (count == 0 ? "" : ",\n") + object(count, text);
                out.write(object);
                written += object.length();
                count++;
            }
            out.write("]}");
        }
        return count;
    }

    private static String object(int number, String text) {
        var type = number % 2 == 0 ? "indicator" : "malware";
        var own = number % 2 == 0
                ? "\"pattern\": \"[domain-name:value = 'n%d.%s.example']\", \"pattern_type\": \"stix\", \"valid_from\": \"2026-07-01T00:00:00Z\""
                        .formatted(number, UUID.randomUUID())
                : "\"is_family\": false";
        return """
                {"type": "%s", "spec_version": "2.1", "id": "%s--%s", "created": "2026-07-01T00:00:00.000Z",
                 "modified": "2026-07-01T00:00:00.000Z", "name": "n%d", "description": "%s", %s}""".formatted(type, type, UUID.randomUUID(), number, text, own);
    }

    private static long java(Process app) {
        return Stream.concat(Stream.of(app.toHandle()), app.descendants())
                .filter(each -> each.info().command().orElse("").endsWith("java"))
                .mapToLong(ProcessHandle::pid)
                .findFirst()
                .orElseThrow();
    }

    /** Kibibytes in use after a collection. */
    private static long live(long pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        return USED.matcher(jcmd(pid, "GC.heap_info"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static String jcmd(long pid, String what) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(), Long.toString(pid), what)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines()
                .filter(line -> !line.contains("Metaspace") && !line.contains("class space"))
                .reduce("", String::concat);
    }

    private static long peak(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
