package noroshi.topic;

import static noroshi.testing.Cast.*;
import static noroshi.testing.LoopbackScanner.FAILS;
import static noroshi.testing.LoopbackScanner.HANGS;
import static noroshi.testing.LoopbackScanner.MALWARE;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.LoopbackScanner;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class QuarantineTests {
    @Autowired
    noroshi.topic.Files files;

    @Autowired
    Topics topics;

    @Autowired
    FileVault vault;

    @Autowired
    ScanStore scans;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MockMvcTester mvc;

    @TempDir
    private Path folder = Path.of(".");

    private UUID attached(String words) {
        var topic = topics.post(Samples.question(false, RAIL), MIKA);
        var bytes = words.getBytes(StandardCharsets.UTF_8);
        return files.attach(topic, Optional.empty(), "log.txt", bytes, Level.ALL, MIKA);
    }

    private Clamd clamd(String address, Duration within) {
        return new Clamd(new ScannerSettings(address, within, Duration.ofMinutes(1)));
    }

    private Clamd loopback() {
        return clamd(LoopbackScanner.address(), Duration.ofSeconds(30));
    }

    /** For what is never answered. */
    private Clamd impatient() {
        return clamd(LoopbackScanner.address(), Duration.ofSeconds(1));
    }

    private static ScannerSettings settings(String address) {
        return new ScannerSettings(address, Duration.ofSeconds(1), Duration.ofMinutes(1));
    }

    private Scan scan(StoredFile stored) {
        return Objects.requireNonNull(transactions.execute(_ -> scans.of(stored.storage())));
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void onlyAPlainOkMakesAFileClean() {
        assertThat(loopback().look(bytes("x".repeat(300_000)))).contains(Scan.CLEAN);
        assertThat(loopback().look(bytes(MALWARE))).contains(Scan.found(LoopbackScanner.SIGNATURE));
        assertThat(loopback().look(bytes(FAILS))).contains(Scan.WAITING);
        assertThat(impatient().look(bytes(HANGS))).isEmpty();
        assertThat(clamd("none", Duration.ofSeconds(1)).look(bytes("x"))).isEmpty();
        assertThat(clamd("127.0.0.1:1", Duration.ofSeconds(1)).look(bytes("x"))).isEmpty();
        assertThat(clamd("/nowhere/clamd.ctl", Duration.ofSeconds(1)).look(bytes("x")))
                .isEmpty();
    }

    @Test
    void aScannerThatHangsMakesOnePersonWait() {
        var slow = new Quarantine(
                scans, vault, impatient(), settings(LoopbackScanner.address()), transactions, Clock.systemUTC());
        var now = Instant.parse("2026-01-05T00:00:00Z");
        var stored = transactions.execute(_ -> vault.store(bytes(HANGS)));
        transactions.executeWithoutResult(_ -> slow.admit(stored, bytes(HANGS), now));
        var words = "harmless " + UUID.randomUUID();
        var next = transactions.execute(_ -> vault.store(bytes(words)));
        var said = transactions.execute(_ -> slow.admit(next, bytes(words), now.plusSeconds(1)));
        assertThat(said).isEqualTo(Scan.WAITING);
        assertThat(LoopbackScanner.asked(words)).isFalse();
        assertThat(loopback().look(bytes(words))).contains(Scan.CLEAN);
        assertThat(LoopbackScanner.asked(words)).isTrue();
    }

    @Test
    void oneThatCannotBeOpenedKeepsNoOtherInQuarantine() throws Exception {
        var now = Instant.parse("2026-01-06T00:00:00Z");
        var quarantine = new Quarantine(
                scans, vault, loopback(), settings(LoopbackScanner.address()), transactions, Clock.systemUTC());
        var sealed = transactions.execute(_ -> vault.store(bytes("sealed otherwise")));
        var whole = transactions.execute(_ -> vault.store(bytes("harmless")));
        Acting.as(
                NOOR,
                () -> transactions.executeWithoutResult(_ -> {
                    scans.await(new StoredFile(sealed.storage(), new byte[12]), now);
                    scans.await(whole, now.plusSeconds(1));
                }));
        quarantine.again(now.plus(Duration.ofDays(1)));
        assertThat(scans.of(sealed.storage())).isEqualTo(Scan.WAITING);
        assertThat(scans.of(whole.storage())).isEqualTo(Scan.CLEAN);
    }

    @Test
    void aCleanFileOpensAsEver() {
        var id = attached("harmless");
        assertThat(files.show(id, NOOR).scan().clean()).isTrue();
        assertThat(files.open(id, NOOR).bytes()).isEqualTo(bytes("harmless"));
    }

    @Test
    void whatWasNotScannedLeavesSealedOnly() throws Exception {
        var id = attached("evidence " + FAILS);
        assertThat(files.show(id, NOOR).scan()).isEqualTo(Scan.WAITING);
        assertThatThrownBy(() -> files.open(id, NOOR)).isInstanceOf(RuleBroken.class);
        assertThat(mvc.get().uri("/files/" + id).with(as(NOOR))).hasRedirectedUrl("/files/" + id + "/quarantine");
        assertThat(mvc.get().uri("/files/" + id + "/quarantine").with(as(NOOR)))
                .hasStatusOk()
                .bodyText()
                .contains("検査されていません", "infected");
        var sample = mvc.post().uri("/files/" + id + "/sample").with(as(NOOR)).exchange();
        assertThat(sample).hasStatusOk();
        var zip = sample.getResponse().getContentAsByteArray();
        assertThat(new String(zip, StandardCharsets.ISO_8859_1))
                .startsWith("PK")
                .doesNotContain("evidence");
        assertThat(unpacked(zip)).isEqualTo("evidence " + FAILS);
    }

    /** By a tool that is not ours, with the password that analysts use. */
    private String unpacked(byte[] zip) throws Exception {
        var file = Files.write(folder.resolve("sample.zip"), zip);
        var script = """
                import sys, zipfile
                z = zipfile.ZipFile(sys.argv[1]); sys.stdout.buffer.write(z.read(z.namelist()[0], b'infected'))
                """;
        var process = new ProcessBuilder("python3", "-c", script, file.toString())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void whatWasFoundGoesToWhoeverAnalysesIt() {
        var id = attached(MALWARE);
        assertThat(files.show(id, NOOR).scan().signature()).isEqualTo(LoopbackScanner.SIGNATURE);
        assertThatThrownBy(() -> files.take(id, NOOR)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> files.take(id, OTTO)).isInstanceOf(NotFound.class);
        assertThat(files.take(id, MIKA).name()).isEqualTo("log.txt.zip");
        var analyst = new Actor(NOOR.person(), NOOR.organisation(), JUN.roles(), "web");
        assertThat(noroshi.topic.Files.mayTake(files.show(id, NOOR), analyst)).isTrue();
        assertThat(mvc.get().uri("/files/" + id + "/quarantine").with(as(NOOR)))
                .bodyText()
                .contains(LoopbackScanner.SIGNATURE)
                .doesNotContain("/sample");
    }

    @Test
    void aStrangerFindsNoQuarantine() {
        var id = attached(FAILS);
        for (var path : Set.of("", "/quarantine")) {
            assertThat(mvc.get().uri("/files/" + id + path).with(as(OTTO))).hasStatus(404);
        }
        assertThat(mvc.post().uri("/files/" + id + "/sample").with(as(OTTO))).hasStatus(404);
    }

    @Test
    void whatWaitedIsLookedAtWhenTheScannerComesBack() throws Exception {
        var away = new Quarantine(
                scans, vault, clamd("none", Duration.ofSeconds(1)), settings("none"), transactions, Clock.systemUTC());
        var mended = new Quarantine(
                scans, vault, loopback(), settings(LoopbackScanner.address()), transactions, Clock.systemUTC());
        var now = Instant.now();
        var stored = Acting.as(
                MIKA,
                () -> transactions.execute(_ -> {
                    var kept = vault.store(bytes("harmless after all"));
                    assertThat(away.admit(kept, bytes("harmless after all"), now))
                            .isEqualTo(Scan.WAITING);
                    return kept;
                }));
        assertThat(scan(stored)).isEqualTo(Scan.WAITING);
        for (int turn = 0; turn < 20 && !scan(stored).clean(); turn++) {
            mended.again(now.plus(Duration.ofMinutes(2 + 2 * turn)));
        }
        assertThat(scan(stored)).isEqualTo(Scan.CLEAN);
    }

    @Test
    void theMessageAroundAFileIsNeverHeldBack() {
        var topic = topics.post(Samples.question(false, RAIL), MIKA);
        files.attach(topic, Optional.empty(), "sample.txt", bytes(MALWARE), Level.ALL, MIKA);
        assertThat(topics.show(topic, NOOR).title()).isNotEmpty();
        assertThat(files.of(topic, NOOR)).hasSize(1);
    }
}
