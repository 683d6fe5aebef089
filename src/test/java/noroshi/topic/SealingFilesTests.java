package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.database.CheckUp;
import noroshi.database.DataFolder;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever has the disk has nothing; whoever may read gets a download. */
@WholeHouse
class SealingFilesTests {
    private static final byte[] WORDS = "改札の構成図：第一層から第三層まで".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Files files;

    @Autowired
    Topics topics;

    @Autowired
    DataFolder data;

    @Autowired
    CheckUp doctor;

    @Autowired
    MockMvcTester mvc;

    private UUID attached() {
        var topic = topics.post(Samples.question(false, RAIL), MIKA);
        return files.attach(topic, Optional.empty(), "plan-of-the-gates.txt", WORDS, Level.ALL, MIKA);
    }

    private List<Path> stored() throws IOException {
        try (var found = java.nio.file.Files.walk(data.files())) {
            return found.filter(java.nio.file.Files::isRegularFile).toList();
        }
    }

    private static boolean holds(byte[] all, byte[] part) {
        return new String(all, StandardCharsets.ISO_8859_1).contains(new String(part, StandardCharsets.ISO_8859_1));
    }

    @Test
    void theDiskKnowsNeitherWordsNorName() throws IOException {
        var before = stored();
        attached();
        var fresh = stored().stream().filter(each -> !before.contains(each)).toList();
        assertThat(fresh).isNotEmpty();
        for (var file : fresh) {
            assertThat(file.getFileName().toString()).doesNotContain("plan", "txt");
            assertThat(holds(java.nio.file.Files.readAllBytes(file), WORDS)).isFalse();
        }
    }

    @Test
    void whatWasChangedOnTheDiskIsNotHandedOut() throws IOException {
        var before = stored();
        var id = attached();
        assertThat(mvc.get().uri("/files/{id}", id).with(as(NOOR))).hasStatusOk();
        for (var file : stored()) {
            if (!before.contains(file)) {
                var bytes = java.nio.file.Files.readAllBytes(file);
                var middle = bytes.length / 2;
                bytes[middle] = (byte) ~bytes[middle];
                java.nio.file.Files.write(file, bytes);
            }
        }
        assertThat(mvc.get().uri("/files/{id}", id).with(as(NOOR)))
                .hasStatus(HttpStatus.INTERNAL_SERVER_ERROR)
                .bodyText()
                .doesNotContain("構成図", "AEADBadTag");
    }

    private String doctorSays() {
        return doctor.look().stream()
                .filter(finding -> finding.check().equals("file-key"))
                .map(CheckUp.Finding::detail)
                .findFirst()
                .orElseThrow();
    }

    /** Who hears that the key is another looks for the wrong thing. */
    @Test
    void theDoctorDoesNotBlameTheKeyForAFileThatIsNotThere() throws IOException {
        var before = stored();
        for (var newest = 0; newest < 3; newest++) {
            attached();
        }
        var file = stored().stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseThrow();
        var blamed = doctorSays().contains("do not open");
        var aside = file.resolveSibling("aside");
        java.nio.file.Files.move(file, aside);
        assertThat(doctorSays()).containsPattern("\\b1 of \\d+ tried are not there");
        assertThat(doctorSays().contains("do not open")).isEqualTo(blamed);
        java.nio.file.Files.createDirectory(file);
        assertThat(doctorSays()).containsPattern("\\b1 of \\d+ tried cannot be read");
        java.nio.file.Files.delete(file);
        java.nio.file.Files.move(aside, file);
        assertThat(doctorSays()).doesNotContain("not there", "cannot be read");
    }

    @Test
    void itIsNeverShownInTheBrowser() {
        var id = attached();
        assertThat(mvc.get().uri("/files/{id}", id).with(as(NOOR)))
                .hasStatusOk()
                .hasContentType("application/octet-stream")
                .headers()
                .hasValue("X-Content-Type-Options", "nosniff")
                .hasValue("Content-Security-Policy", "default-src 'none'; sandbox")
                .hasHeaderSatisfying(
                        "Content-Disposition",
                        values -> assertThat(values).allMatch(it -> it.startsWith("attachment")));
        assertThat(mvc.get().uri("/files/{id}", id).with(as(OTTO))).hasStatus(HttpStatus.NOT_FOUND);
    }
}
