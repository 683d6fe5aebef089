package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A document that names its author is not taken while the organisation is hidden, and no document is changed. */
@WholeHouse
class HidingDocumentsTests {
    private static final String CORE = "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:creator>東都 美佳</dc:creator>"
            + "<cp:lastModifiedBy>Mika</cp:lastModifiedBy></cp:coreProperties>";
    private static final String APP =
            "<Properties><Application>Writer</Application><Company>東都鉄道</Company></Properties>";
    private static final String META =
            "<office:meta><meta:initial-creator>Mika</meta:initial-creator><dc:creator/></office:meta>";

    @Autowired
    Topics topics;

    @Autowired
    Files files;

    @Test
    void aDocumentThatTellsIsRefusedWhileTheOrganisationIsHidden() throws IOException {
        var hidden = topics.post(Samples.question(true, RAIL), MIKA);
        assertThatThrownBy(() -> attach(hidden, "報告.docx", docx(CORE, APP), MIKA))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("topic.file-tells")
                .satisfies(refusal ->
                        assertThat(((RuleBroken) refusal).arguments()).containsExactly("報告.docx", "東都 美佳, Mika, 東都鉄道"));
        assertThatThrownBy(() -> attach(hidden, "報告.pdf", pdf("Mika", true), MIKA))
                .hasMessage("topic.file-tells");
        assertThatThrownBy(() -> attach(hidden, "報告.docx", bomb(), MIKA)).hasMessage("topic.file-unread");
        assertThat(files.of(hidden, MIKA)).isEmpty();
        attach(hidden, "報告.docx", docx("<cp:coreProperties/>", "<Properties/>"), MIKA);
        attach(hidden, "記録.txt", "記録".getBytes(StandardCharsets.UTF_8), MIKA);
        assertThat(files.of(hidden, NOOR)).hasSize(2);
    }

    @Test
    void withTheNameShownItStaysAsItIs() throws IOException {
        var shown = topics.post(Samples.question(false, RAIL), MIKA);
        var bytes = docx(CORE, APP);
        var file = attach(shown, "報告.docx", bytes, MIKA);
        assertThat(files.take(file, NOOR).name()).isEqualTo("報告.docx.zip");
        assertThat(files.show(file, NOOR).size()).isEqualTo(bytes.length);
    }

    private UUID attach(UUID topic, String name, byte[] bytes, Actor actor) {
        return files.attach(topic, Optional.empty(), name, bytes, Level.ALL, actor);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aPdfIsReadPackedOrNot(boolean packed) throws IOException {
        assertThat(DocumentProperties.of(pdf("Mika (SOC)", packed)).orElseThrow())
                .containsExactly("Mika (SOC)");
        assertThat(DocumentProperties.of(pdf("東都 美佳", packed)).orElseThrow()).containsExactly("東都 美佳");
        assertThat(DocumentProperties.of(pdf("", packed)).orElseThrow()).isEmpty();
    }

    @Test
    void anOpenDocumentIsReadToo() throws IOException {
        assertThat(DocumentProperties.of(zip("meta.xml", META)).orElseThrow()).containsExactly("Mika");
        assertThat(DocumentProperties.of(zip("logs/access.log", CORE)).orElseThrow())
                .isEmpty();
        assertThat(DocumentProperties.of(zip("docProps/custom.xml", "<p><vt:lpwstr>部外秘 東都</vt:lpwstr></p>"))
                        .orElseThrow())
                .containsExactly("部外秘 東都");
    }

    /** However it is written down: a name that goes unnoticed leaves under a hidden name. */
    @Test
    void aLongOrWrappedNameIsNoticedToo() throws IOException {
        var start = "東".repeat(200);
        for (var part : List.of(
                "<Company>" + start + "都</Company>",
                "<Company a='" + "x".repeat(3000) + "'>" + start + "都</Company>",
                "<Company>" + " ".repeat(300) + start + "都</Company>",
                "<vt:lpwstr><![CDATA[" + start + "都]]></vt:lpwstr>")) {
            assertThat(DocumentProperties.of(zip("docProps/app.xml", part)).orElseThrow())
                    .containsExactly(start);
        }
        assertThat(DocumentProperties.of(zip("docProps/core.xml", "<dc:creator><![CDATA[Mika]]></dc:creator>"))
                        .orElseThrow())
                .containsExactly("Mika");
        assertThat(DocumentProperties.of(zip("docProps/core.xml", "<dc:creator><!-- > -->Mika</dc:creator>")))
                .isEmpty();
        var author = "M".repeat(200);
        for (var xmp : List.of(
                "<dc:creator><rdf:Seq><rdf:li>" + author + "M</rdf:li></rdf:Seq></dc:creator>",
                "<dc:creator><rdf:Seq><rdf:li><![CDATA[" + author + "M]]></rdf:li></rdf:Seq></dc:creator>",
                "<pdf:Author>" + author + "M</pdf:Author>",
                "1 0 obj<</Author" + " ".repeat(10) + "(" + author + ")>>endobj")) {
            assertThat(DocumentProperties.of(latin("%PDF-1.7\n" + xmp)).orElseThrow())
                    .containsExactly(author);
        }
    }

    @Test
    void whatUnfoldsWithoutEndIsReadInNoTime() throws IOException {
        var bomb = bomb();
        var crowded = crowded();
        var packed = "9 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\nx\u009c\3\0\0\0\0\1";
        var hostile = List.of(
                bomb,
                crowded,
                latin("%PDF-1.7\n" + "/Author(\\".repeat(1_000_000)),
                latin("%PDF-1.7\n" + packed.repeat(200_000)),
                latin("%PDF-1.7\n" + (packed + "endstream\n").repeat(200_000)),
                latin("%PDF-1.7\n/ObjStm/Filter/FlateDecode stream"));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(hostile)
                        .allSatisfy(document ->
                                assertThat(DocumentProperties.of(document)).isEmpty()));
        var tags = zip("docProps/core.xml", "<creator ".repeat(25_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> assertThat(DocumentProperties.of(tags)).hasValue(Set.of()));
    }

    /** Whatever is broken: an answer, never a fault. */
    @Test
    void damagedDocumentsAreAnsweredToo() throws IOException {
        var random = new Random(7);
        for (var whole : new byte[][] {docx(CORE, APP), pdf("Mika", true), pdf("Mika", false)}) {
            for (var round = 0; round < 300; round++) {
                var damaged = Arrays.copyOf(whole, 8 + random.nextInt(whole.length - 8));
                for (var change = 0; change < 6; change++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                assertThat(DocumentProperties.of(damaged)).isNotNull();
            }
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] docx(String core, String app) throws IOException {
        return zip("[Content_Types].xml", "<Types/>", "docProps/core.xml", core, "docProps/app.xml", app);
    }

    private static byte[] bomb() throws IOException {
        return zip("docProps/core.xml", " ".repeat(60_000_000));
    }

    private static byte[] crowded() throws IOException {
        var parts = new String[24_000];
        for (var part = 0; part < parts.length; part += 2) {
            parts[part] = "p" + part;
            parts[part + 1] = "";
        }
        return zip(parts);
    }

    private static byte[] zip(String... parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part = 0; part < parts.length; part += 2) {
                zip.putNextEntry(new ZipEntry(parts[part]));
                zip.write(parts[part + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] pdf(String author, boolean packed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            if (!author.isEmpty()) {
                document.getDocumentInformation().setAuthor(author);
            }
            document.save(bytes, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
        }
        return bytes.toByteArray();
    }
}
