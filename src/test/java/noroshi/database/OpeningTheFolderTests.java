package noroshi.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The data folder as the start finds it, in a file system that nobody may write, whoever runs the tests. */
class OpeningTheFolderTests {
    @TempDir
    private Path folder = Path.of(".");

    @Test
    void onlyTheDatabaseNeedsToWriteTheFolderItself() throws Exception {
        var disk = URI.create("jar:" + folder.resolve("disk.zip").toUri());
        try (var made = FileSystems.newFileSystem(disk, Map.of("create", "true"))) {
            Files.createDirectory(made.getPath("/data"));
        }
        try (var readOnly = FileSystems.newFileSystem(disk, Map.of("accessMode", "readOnly"))) {
            var data = new DataFolder(readOnly.getPath("/data"));
            assertThatCode(() -> data.open(false)).doesNotThrowAnyException();
            assertThatThrownBy(() -> data.open(true))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("this account may not write /data");
        }
    }

    @Test
    void whatIsMissingIsMadeAndAFileIsRefused() throws Exception {
        new DataFolder(folder.resolve("new")).open(false);
        assertThat(folder.resolve("new")).isDirectory();
        var file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> new DataFolder(file).open(false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is a file, not a folder");
    }

    @Test
    void aSecretIsMadeOnceAndOneThatIsNoneIsRefusedByName() throws Exception {
        var data = new DataFolder(folder);
        data.checkKeys();
        assertThat(data.secret("file-key")).isNotBlank().isEqualTo(data.secret("file-key"));
        data.checkKeys();
        var file = data.secretFile("file-key");
        for (var none : List.of(new byte[0], " \n".getBytes(UTF_8), new byte[48], new byte[] {(byte) 0xff, 'a'})) {
            Files.write(file, none);
            refused(data, file + " is ");
            assertThat(file).as("nothing is put in its place").hasBinaryContent(none);
        }
        Files.delete(file);
        Files.createDirectory(file);
        refused(data, "the secret " + file + " cannot be read");
    }

    private static void refused(DataFolder data, String why) {
        for (var reading : List.<ThrowingCallable>of(data::checkKeys, () -> data.secret("file-key"))) {
            assertThatThrownBy(reading)
                    .isInstanceOf(CannotStart.class)
                    .message()
                    .startsWith(why)
                    .hasLineCount(1);
        }
    }
}
