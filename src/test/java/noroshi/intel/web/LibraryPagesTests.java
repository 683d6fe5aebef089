package noroshi.intel.web;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.shared.Window;
import noroshi.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@Import(World.class)
class LibraryPagesTests {
    private static final String SCRIPT = "<script>alert(1)</script>";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    IntelLibrary library;

    @Test
    void anEditorBringsAFileAndSeesWhatBecameOfIt() {
        var sent = upload(file(), "", "", "");
        assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
        var there = java.util.Objects.requireNonNull(sent.getResponse().getHeader("Location"));
        assertThat(mvc.get().uri(there).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("取り込めなかったもの", "type がありません。", "この情報から脅威情報を書く");
        assertThat(mvc.get().uri(there.replaceFirst("\\?.*", "")).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("evil[.]example")
                .doesNotContain(">evil.example<");
        assertThat(mvc.get().uri("/intel").with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("case.json", "Ed");
    }

    @Test
    void foreignTextNeverBecomesMarkup() {
        var bundle = bring(SCRIPT);
        for (var list : new String[] {"indicators", "objects", "refused", "remarks"}) {
            assertThat(mvc.get()
                            .uri("/intel/bundles/{id}?show={list}", bundle, list)
                            .with(as(ED)))
                    .hasStatusOk()
                    .bodyText()
                    .doesNotContain(SCRIPT);
        }
        var object = library.contents(bundle, "malware", new Window(0, 1), ED)
                .getFirst()
                .id();
        assertThat(mvc.get().uri("/intel/objects/{id}", object).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("&lt;script&gt;")
                .doesNotContain(SCRIPT);
    }

    @Test
    void anObjectIsServedAsItWasReceived() {
        var bundle = bring("fox");
        var object = library.contents(bundle, "malware", new Window(0, 1), ED).getFirst();
        assertThat(mvc.get().uri("/intel/objects/{id}/json", object.id()).with(as(ED)))
                .hasStatusOk()
                .hasHeader("Content-Disposition", "attachment; filename=\"" + object.stixId() + ".json\"")
                .hasHeader("Content-Type", "application/stix+json;version=2.1")
                .bodyText()
                .isEqualTo(library.show(object.id(), ED).text());
    }

    @Test
    void strangersFindNoTrace() {
        var bundle = bring("secret-of-the-centre");
        var object = library.contents(bundle, "malware", new Window(0, 1), ED)
                .getFirst()
                .id();
        for (var outsider : new noroshi.shared.Actor[] {OTTO, MIKA}) {
            assertThat(mvc.get().uri("/intel/bundles/{id}", bundle).with(as(outsider)))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.get().uri("/intel/objects/{id}", object).with(as(outsider)))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.get().uri("/intel/objects/{id}/json", object).with(as(outsider)))
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.get().uri("/intel").with(as(outsider)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("取り込んだファイルはまだありません。")
                    .doesNotContain("/intel/bundles/" + bundle);
        }
    }

    @Test
    void objectsAreLookedForAtAnAddressThatCanBeShared() {
        var bundle = bring("<b>fox");
        var object = library.contents(bundle, "malware", new Window(0, 1), ED).getFirst();
        var asked = "/intel/objects?type=malware&q=" + object.stixId();
        assertThat(mvc.get().uri(asked).with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("/intel/objects/" + object.id(), "value=\"" + object.stixId() + "\"", "&lt;b&gt;fox")
                .doesNotContain("<b>fox");
        for (var outsider : new noroshi.shared.Actor[] {OTTO, MIKA}) {
            assertThat(mvc.get().uri(asked).with(as(outsider)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("あなたが読めるものの中に")
                    .doesNotContain("/intel/objects/" + object.id());
            assertThat(mvc.get().uri("/search?q=fox").with(as(outsider)))
                    .bodyText()
                    .doesNotContain("/intel/objects");
        }
        assertThat(mvc.get().uri("/intel/objects").with(as(ED)))
                .hasStatusOk()
                .bodyText()
                .contains("種類を選んでください");
        assertThat(mvc.get().uri("/search?q={q}", "fox&x").with(as(ED)))
                .bodyText()
                .contains("/intel/objects?q=fox%26x");
        assertThat(mvc.get().uri("/intel/indicators?q=T1059").with(as(ED)))
                .bodyText()
                .contains("/intel/objects?q=T1059");
    }

    @Test
    void theWrongRoleHasNoFormAndIsRefused() {
        assertThat(mvc.get().uri("/intel").with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("multipart/form-data");
        assertThat(mvc.post().uri("/intel/bundles").multipart().file(file()).with(as(DANA)))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void aBadFileIsExplainedAndNothingTypedIsLost() {
        var page = new MockMultipartFile("file", "a.html", "text/html", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(upload(page, "GREEN", "Example CERT", "by mail"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ウェブページのファイルです", "Example CERT", "by mail");
        assertThat(upload(file(), "GREEN", "", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("3つをすべて");
        assertThat(upload(file(), "PURPLE", "a", "b"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("PURPLE");
        assertThat(mvc.post().uri("/intel/bundles").with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("ファイルを選んでください。");
    }

    @Test
    void unknownAndMalformedIdsAreTheSame() {
        assertThat(mvc.get().uri("/intel/bundles/" + UUID.randomUUID()).with(as(ED)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/intel/bundles/1").with(as(ED))).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/intel/objects/1").with(as(ED))).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult upload(MockMultipartFile file, String tlp, String source, String reason) {
        return mvc.post()
                .uri("/intel/bundles")
                .multipart()
                .file(file)
                .param("tlp", tlp)
                .param("source", source)
                .param("reason", reason)
                .with(as(ED))
                .exchange();
    }

    private UUID bring(String name) {
        return library.importBundle(bundle(name), name + ".json", Optional.empty(), ED)
                .bundle();
    }

    private static MockMultipartFile file() {
        return new MockMultipartFile("file", "case.json", "application/json", bundle("fox"));
    }

    private static byte[] bundle(String name) {
        return """
                {"type": "bundle", "id": "bundle--%1$s", "objects": [
                  {"type": "malware", "spec_version": "2.1", "id": "malware--%1$s", "created": "2026-07-01T00:00:00Z",
                   "modified": "2026-07-01T00:00:00Z", "name": "%2$s", "is_family": false},
                  {"type": "indicator", "spec_version": "2.1", "id": "indicator--%1$s", "created": "2026-07-01T00:00:00Z",
                   "modified": "2026-07-01T00:00:00Z", "pattern_type": "stix", "valid_from": "2026-07-01T00:00:00Z",
                   "pattern": "[domain-name:value = 'evil.example' OR file:name = '%2$s' OR odd:path = '%2$s']"},
                  {"id": "%2$s"}
                ]}""".formatted(UUID.randomUUID(), name).getBytes(StandardCharsets.UTF_8);
    }
}
