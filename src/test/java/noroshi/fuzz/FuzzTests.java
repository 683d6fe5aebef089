package noroshi.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import noroshi.intel.BundleFuzz;
import noroshi.intel.TextFuzz;
import noroshi.intel.drop.DropFuzz;
import noroshi.intel.mailbox.MailFuzz;
import noroshi.intel.pattern.PatternFuzz;
import noroshi.intel.taxii.CursorFuzz;
import noroshi.testing.Effort;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The targets of {@code bin/fuzz}, for a few seconds: every case that was kept, and damaged copies of each. What the long
 * run finds is put beside the seeds in {@code src/test/resources/fuzz} and stays.
 */
class FuzzTests {
    private static final Path KEPT = Path.of("src/test/resources/fuzz");
    private static final int COPIES = 150;
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private record Target(String name, Consumer<byte[]> code) {}

    private static final List<Target> TARGETS = List.of(
            new Target("bundle", BundleFuzz::fuzzerTestOneInput),
            new Target("pattern", PatternFuzz::fuzzerTestOneInput),
            new Target("cursor", CursorFuzz::fuzzerTestOneInput),
            new Target("drop", DropFuzz::fuzzerTestOneInput),
            new Target("mail", MailFuzz::fuzzerTestOneInput),
            new Target("text", TextFuzz::fuzzerTestOneInput));

    record Case(String target, Path file) {
        @Override
        public String toString() {
            return target + " " + file.getFileName();
        }
    }

    static Stream<Case> cases() {
        return TARGETS.stream().flatMap(target -> kept(target.name()).map(file -> new Case(target.name(), file)));
    }

    private static Stream<Path> kept(String target) {
        try (var files = Files.list(KEPT.resolve(target))) {
            return files.sorted().toList().stream();
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatWasKeptAndItsDamagedCopiesDoNoHarm(Case one) throws IOException {
        var code = TARGETS.stream()
                .filter(target -> target.name().equals(one.target()))
                .findFirst()
                .orElseThrow()
                .code();
        var seed = Files.readAllBytes(one.file());
        run(code, seed);
        var chance = new Random(one.toString().hashCode());
        for (var n = 0; n < COPIES; n++) {
            run(code, damaged(seed, chance));
        }
    }

    private static void run(Consumer<byte[]> code, byte[] input) {
        var effort = Effort.begun();
        try {
            code.accept(input);
        } catch (Throwable harm) {
            throw new AssertionError("found by " + java.util.Base64.getEncoder().encodeToString(input), harm);
        }
        assertThat(effort.soFar())
                .as(() -> new String(input, StandardCharsets.UTF_8))
                .isLessThan(LONGEST);
    }

    private static byte[] damaged(byte[] seed, Random chance) {
        var bytes = seed.clone();
        for (var times = 1 + chance.nextInt(5); times > 0 && bytes.length > 0; times--) {
            var at = chance.nextInt(bytes.length);
            switch (chance.nextInt(4)) {
                case 0 -> bytes[at] = (byte) chance.nextInt(256);
                case 1 -> bytes = Arrays.copyOf(bytes, at);
                case 2 -> bytes[at] ^= (byte) (1 << chance.nextInt(8));
                default -> {
                    var to = Math.min(bytes.length, at + chance.nextInt(60));
                    var longer = new byte[bytes.length + to - at];
                    System.arraycopy(bytes, 0, longer, 0, to);
                    System.arraycopy(bytes, at, longer, to, bytes.length - at);
                    bytes = longer;
                }
            }
        }
        return bytes;
    }
}
