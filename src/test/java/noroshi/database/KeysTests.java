package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** A key file is read as it was printed, by this release and by earlier ones; nothing else is taken for a key. */
class KeysTests {
    private static final String HEX = "00112233445566778899aabbccddeeff0011223344556677";
    private static final Keys ALL =
            new Keys(Map.of(Key.FILES, HEX, Key.SIGN_IN, "with  blanks", Key.PROVIDERS, HEX.replace('0', '1')));

    @Test
    void whatIsPrintedIsRead() {
        var text = ALL.printed().entrySet().stream()
                .map(line -> line.getKey() + "   " + line.getValue())
                .collect(Collectors.joining("\r\n", "# two people know where\n\n", "\n"));
        assertThat(Keys.parse(text).secrets()).isEqualTo(ALL.secrets());
        var json = JsonMapper.shared().writeValueAsString(ALL.printed());
        assertThat(Keys.parse(json).secrets()).isEqualTo(ALL.secrets());
    }

    @ParameterizedTest
    @ValueSource(strings = {HEX, HEX + "\n", "key  " + HEX + "\n", "{\"key\": \"" + HEX + "\"}"})
    void whatEarlierReleasesPrintedIsTheKeyOfTheFiles(String text) {
        assertThat(Keys.parse(text).secrets()).isEqualTo(Map.of(Key.FILES, HEX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PK\u0003\u0004",
                "key",
                "key  not-one",
                "{",
                "{}",
                "<p>",
                "file-key " + HEX,
                "noroshi-keys 1",
                "noroshi-keys 2\nfile-key " + HEX,
                "noroshi-keys 1\nfile-key",
                "noroshi-keys 1\nother-key " + HEX,
                "{\"noroshi-keys\": \"1\", \"file-key\": \"\"}",
                "{\"noroshi-keys\": \"1\", \"file-key\": \" \"}",
                "{\"noroshi-keys\": \"1\", \"file-key\": 17}",
                "{\"noroshi-keys\": \"1\", \"file-key\": null}",
                "{\"noroshi-keys\": \"1\", \"file-key\": [\"" + HEX + "\"]}",
                "{\"noroshi-keys\": \"1\", \"file-key\": {\"" + HEX + "\": \"1\"}}"
            })
    void nothingElseIs(String text) {
        assertThatThrownBy(() -> Keys.parse(text)).isInstanceOf(BackupBroken.class);
    }

    @Test
    void anEmptyFileIsNoKeyAndIsNamed(@TempDir Path folder) {
        var data = new DataFolder(folder);
        data.writeSecret("provider-key", " \n");
        for (var reading : List.<Function<DataFolder, Keys>>of(Keys::in, Keys::all)) {
            assertThatThrownBy(() -> reading.apply(data))
                    .isInstanceOf(BackupBroken.class)
                    .hasMessageContaining("secrets/provider-key is empty");
        }
    }

    @Test
    void aKeyThatWasPutAsideStays(@TempDir Path folder) throws Exception {
        var data = new DataFolder(folder);
        for (var secret : List.of("first", "second", "third", "first", "second")) {
            new Keys(Map.of(Key.FILES, secret)).write(data);
        }
        data.writeSecret("file-key.before-restore-4", "");
        new Keys(Map.of(Key.FILES, "fourth")).write(data);
        new Keys(Map.of(Key.FILES, "second")).write(data);
        assertThat(Keys.in(data).secrets()).isEqualTo(Map.of(Key.FILES, "second"));
        assertThat(Files.readString(data.secretFile("file-key.before-restore"))).isEqualTo("first\n");
        assertThat(Files.readString(data.secretFile("file-key.before-restore-2")))
                .isEqualTo("second\n");
        assertThat(Files.readString(data.secretFile("file-key.before-restore-3")))
                .isEqualTo("third\n");
        assertThat(Files.readString(data.secretFile("file-key.before-restore-5")))
                .as("behind one that is damaged")
                .isEqualTo("fourth\n");
        assertThat(data.secretFile("file-key.before-restore-6"))
                .as("the same once more")
                .doesNotExist();
    }

    @Test
    void aFingerprintTellsKeysApartAndNothingElse() {
        var prints = ALL.fingerprints();
        assertThat(prints).hasSize(3).doesNotContainValue(HEX);
        assertThat(prints.values()).doesNotHaveDuplicates().allMatch(print -> print.matches("[0-9a-f]{64}"));
        assertThat(new Keys(Map.of(Key.FILES, HEX)).fingerprints())
                .containsExactly(Map.entry("file-key", prints.getOrDefault("file-key", "")));
        assertThat(ALL.toString()).doesNotContain(HEX);
    }
}
