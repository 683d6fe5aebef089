package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is taken for what it is, and shown under a name that deceives nobody. */
class ReceivingFilesTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            報告書（第2版）.pdf        | 報告書（第2版）.pdf
            R&D [確定] 資料 #3.xlsx  | R&D [確定] 資料 #3.xlsx
            C:\\Users\\mika\\検体.zip   | 検体.zip
            ../../etc/passwd       | passwd
            /                      | file
            ..                     | file
            .htaccess              | htaccess
            a<b>:"c"d?.txt          | a_b___c_d_.txt
            CON                    | file-CON
            nul.txt                | file-nul.txt
            名前. .                 | 名前
            ガイド.txt             | ガイド.txt
            """, quoteCharacter = '\0')
    void aNameIsCleaned(String raw, String clean) {
        assertThat(FileName.of(raw)).hasToString(clean);
    }

    @Test
    void aNameHidesNothing() {
        assertThat(FileName.of("invoice\u202Efdp.exe")).hasToString("invoicefdp.exe");
        assertThat(FileName.of("a\u0000\r\nb\u200B\u2066.txt")).hasToString("ab.txt");
        assertThat(FileName.of("請求書.pdf" + " ".repeat(60) + ".exe")).hasToString("請求書.pdf .exe");
        assertThat(FileName.of("\ud800.txt")).hasToString("txt");
        assertThat(FileName.of("").value()).isEqualTo("file");
    }

    @Test
    void aLongNameKeepsItsExtension() {
        assertThat(FileName.of("長".repeat(500) + ".PDF").value()).hasSize(120).endsWith("….PDF");
        assertThat(FileName.of("a".repeat(300) + ".txt").extension()).isEqualTo("txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "請求書.pdf.SCR", "x.lnk", "page.html", "drawing.svg", "macro.xlsm", "disk.iso"})
    void programsAreKnownByTheirName(String name) {
        assertThat(FileName.of(name).runs()).isTrue();
        assertThat(FileName.of("a.pdf").runs()).isFalse();
    }

    @Test
    void cleaningTwiceChangesNothing() {
        var random = new Random(3);
        var alphabet = "a.b /\\~-_ \u202e\u200b\0:*?<>|\"%…\u3000攻撃か\u3099ＣＯＮcon.1😀\ud83d";
        for (var i = 0; i < 20_000; i++) {
            var raw = new StringBuilder();
            for (var n = random.nextInt(200); n > 0; n--) {
                raw.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            var name = FileName.of(raw.toString()).value();
            assertThat(FileName.of(name)).hasToString(name);
            assertThat(name).isNotBlank().hasSizeLessThanOrEqualTo(120).doesNotContain("/", "\\", "\0", "\u202e");
        }
        assertThatThrownBy(() -> new FileName("a/b")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "255044462D312E37, PDF",
        "89504E470D0A1A0A0000, PNG",
        "FFD8FFE000104A464946, JPEG",
        "504B030414000000, ZIP",
        "4D5A90000300, UNKNOWN",
        "7F454C4602010100, UNKNOWN",
        "474946383961010001000000, UNKNOWN",
        "52617221 1A0700, UNKNOWN",
        "FFD8, UNKNOWN",
        "'', UNKNOWN"
    })
    void theFirstBytesTell(String hex, MediaKind kind) {
        assertThat(MediaKind.of(HexFormat.of().parseHex(hex.replace(" ", "")))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ただの文章です。                       | TEXT
            {"type": "bundle"}                | JSON
            [1, 2]                            | JSON
            [重要] お知らせ                        | TEXT
            a,b,c                             | TEXT
            From: a@minato2027.example        | TEXT
            <html><script>alert(1)</script>   | UNKNOWN
            <svg onload=alert(1)>             | UNKNOWN
            <?xml version="1.0"?>             | UNKNOWN
            <!DOCTYPE html>                   | UNKNOWN
            <!-- x --><script>                | UNKNOWN
            """, quoteCharacter = '\0')
    void textIsText(String text, MediaKind kind) {
        assertThat(MediaKind.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(kind);
        assertThat(MediaKind.of(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(kind);
        assertThat(kind.accepted()).isEqualTo(kind != MediaKind.UNKNOWN);
    }

    @Test
    void japaneseTextInOlderEncodingsIsText() {
        var text = "時刻,送信元,宛先\n10:00,サーバー,端末①\n";
        assertThat(MediaKind.of(text.getBytes(Charset.forName("windows-31j")))).isEqualTo(MediaKind.TEXT);
        assertThat(MediaKind.of(text.repeat(10_000).getBytes(Charset.forName("windows-31j"))))
                .isEqualTo(MediaKind.TEXT);
        assertThat(MediaKind.of("時刻".repeat(40_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(MediaKind.TEXT);
    }

    @Test
    void noiseIsUnknown() {
        var random = new Random(9);
        for (var i = 0; i < 2_000; i++) {
            var noise = new byte[64 + random.nextInt(100_000)];
            random.nextBytes(noise);
            assertThat(MediaKind.of(noise)).isEqualTo(MediaKind.UNKNOWN);
        }
    }
}
