package noroshi.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was backed up comes back: every row, every counter, every file; a damaged backup touches nothing. */
class BackupTests {
    private static final Restore.Terms WITHOUT_KEYS = new Restore.Terms(false, Keys.NONE, true);
    private static final Restore.Terms REPLACING = new Restore.Terms(true, Keys.NONE, true);
    private static final byte[] FILE = {0, 1, 2, (byte) 0xff};

    @TempDir
    private Path folder = Path.of(".");

    private final Connections original = TestDatabase.fresh();
    private final Connections other = TestDatabase.empty();

    @BeforeEach
    void fill() throws SQLException, IOException {
        try (var owner = original.asOwner()) {
            execute(owner, "insert into audit.entry (via, act) values ('test', 'test.done')");
            execute(owner, """
                    insert into event.event_publication (id, listener_id, event_type, serialized_event, publication_date)
                    select gen_random_uuid(), E'tab\\tnewline\\nbackslash\\\\', '髙﨑①㈱', '\\N', now()
                      from generate_series(1, 500)
                    """);
        }
        Files.createDirectories(data("original").files().resolve("ab"));
        Files.write(data("original").files().resolve("ab/cd"), FILE);
    }

    @Test
    void everyRowAndEveryFileComesBack() throws Exception {
        var archive = folder.resolve("one.zip");
        var written = backup(original, "original").write(archive);
        assertThat(written.rows()).isGreaterThan(500);

        new Restore(other, data("other")).read(archive, WITHOUT_KEYS);

        var again = backup(other, "other").write(folder.resolve("two.zip"));
        assertThat(hashes(again)).isEqualTo(hashes(written));
        assertThat(again.tables()).isEqualTo(written.tables());
        assertThat(again.sequences()).isEqualTo(written.sequences());
        assertThat(data("other").files().resolve("ab/cd")).hasBinaryContent(FILE);
    }

    @Test
    void theRestoredDatabaseKeepsItsRules() throws Exception {
        var archive = folder.resolve("one.zip");
        backup(original, "original").write(archive);
        new Restore(other, data("other")).read(archive, WITHOUT_KEYS);
        try (var owner = other.asOwner()) {
            assertThatThrownBy(() -> execute(owner, "delete from audit.entry")).hasMessageContaining("append-only");
            assertThat(new Catalogue(owner).foreignKeys()).isNotEmpty();
        }
    }

    @Test
    void aDatabaseThatHoldsSomethingIsReplacedOnlyWhenAsked() throws Exception {
        var archive = folder.resolve("one.zip");
        backup(original, "original").write(archive);
        var restore = new Restore(original, data("original"));
        assertThatThrownBy(() -> restore.read(archive, WITHOUT_KEYS))
                .isInstanceOf(BackupBroken.class)
                .hasMessageContaining("--replace");
        restore.read(archive, REPLACING);
        assertThat(data("original").files().resolve("ab/cd")).hasBinaryContent(FILE);
    }

    @Test
    void theFilesOfEveryTimeBeforeStay() throws Exception {
        var archive = folder.resolve("one.zip");
        backup(original, "original").write(archive);
        var restore = new Restore(original, data("original"));
        for (var words : List.of("the first", "the second")) {
            Files.writeString(data("original").files().resolve("lost"), words);
            restore.read(archive, REPLACING);
        }
        assertThat(data("original").files().resolve("lost")).doesNotExist();
        assertThat(folder.resolve("original/files.before-restore/lost")).hasContent("the first");
        assertThat(folder.resolve("original/files.before-restore-2/lost")).hasContent("the second");
    }

    @Test
    void aDamagedBackupTouchesNothing() throws Exception {
        var archive = folder.resolve("one.zip");
        backup(original, "original").write(archive);
        var bytes = Files.readAllBytes(archive);
        for (var position : contents(bytes)) {
            var damaged = bytes.clone();
            for (int i = 0; i < 24; i++) {
                damaged[position + i] ^= 1;
            }
            var file = folder.resolve("damaged-" + position);
            Files.write(file, damaged);
            assertThatThrownBy(() -> new Restore(other, data("other")).read(file, REPLACING))
                    .isNotNull();
        }
        var cut = folder.resolve("cut");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2), StandardOpenOption.CREATE);
        assertThatThrownBy(() -> new Restore(other, data("other")).read(cut, REPLACING))
                .isInstanceOf(BackupBroken.class);
        try (var owner = other.asOwner()) {
            assertThat(new Catalogue(owner).schemas()).isEmpty();
        }
    }

    @Test
    void theKeysComeBackFromTheirFile() throws Exception {
        var keys = Keys.all(data("original"));
        var archive = folder.resolve("one.zip");
        var written = backup(original, "original").write(archive);
        assertThat(written.keys()).containsOnlyKeys("file-key", "sign-in-key", "provider-key");
        assertThat(written.keys().values())
                .doesNotContainAnyElementsOf(keys.secrets().values());
        data("other").writeSecret("sign-in-key", "of another house\n");

        new Restore(other, data("other")).read(archive, new Restore.Terms(false, keys, false));

        assertThat(Keys.in(data("other")).secrets()).isEqualTo(keys.secrets());
        assertThat(Files.readString(data("other").secretFile("sign-in-key.before-restore")))
                .isEqualTo("of another house\n");
    }

    @Test
    void aDamagedKeyMakesRoomAndIsKept() throws Exception {
        var keys = Keys.all(data("original"));
        var archive = folder.resolve("one.zip");
        backup(original, "original").write(archive);
        var there = data("other");
        there.writeSecret("file-key", "");
        there.writeSecret("file-key.before-restore", "of another time\n");
        there.writeSecret("sign-in-key", "\0\0\0\0");
        var restore = new Restore(other, there);
        refused(restore, archive, Keys.NONE, false, "without file-key no stored file opens");
        assertThat(there.secretFile("file-key")).as("nothing is touched").isEmptyFile();

        var restored = restore.read(archive, new Restore.Terms(false, keys, false));

        assertThat(restored.aside())
                .isEqualTo(
                        Map.of("file-key", "file-key.before-restore-2", "sign-in-key", "sign-in-key.before-restore"));
        assertThat(Keys.in(there).secrets()).isEqualTo(keys.secrets());
        assertThat(there.secretFile("file-key.before-restore-2")).isEmptyFile();
        assertThat(there.secretFile("sign-in-key.before-restore")).hasBinaryContent(new byte[4]);
    }

    @Test
    void withoutTheRightKeysNothingIsTouched() throws Exception {
        Keys.all(data("original"));
        var archive = folder.resolve("one.zip");
        backup(original, "original").write(archive);
        var restore = new Restore(other, data("other"));
        refused(restore, archive, Keys.NONE, false, "without file-key no stored file opens; name the key file");
        var others = Keys.all(data("third"));
        for (var withoutKeys : List.of(false, true)) {
            refused(restore, archive, others, withoutKeys, "another file-key than this backup was made with");
        }
        data("other").writeSecret("file-key", "of another house\n");
        refused(restore, archive, Keys.NONE, false, "without file-key no stored file opens");
        try (var owner = other.asOwner()) {
            assertThat(new Catalogue(owner).schemas()).isEmpty();
        }
        assertThat(data("other").files()).doesNotExist();

        restore.read(archive, WITHOUT_KEYS);
        assertThat(Files.readString(data("other").secretFile("file-key"))).isEqualTo("of another house\n");
    }

    /** A provider that signs in with nothing has a row and no secret. */
    @Test
    void aKeyIsNeededForWhatIsSealedAndNotForRows() throws Exception {
        var keys = Keys.all(data("original"));
        var ofEarlier = new Keys(Map.of(Key.FILES, keys.secrets().getOrDefault(Key.FILES, "")));
        var archive = folder.resolve("one.zip");
        try (var owner = original.asOwner()) {
            execute(owner, """
                    insert into provider.provider (id, name, contact, terms, tags, address, sign_in, account, minutes,
                                                   page_size, acting, created_at)
                    values (gen_random_uuid(), 'P', '', '', '{}', 'https://cti.example/taxii2/api/collections/c/', 'NONE', '',
                            15, 10, gen_random_uuid(), now())
                    """);
        }
        assertThat(backup(original, "original").write(archive).sealed()).containsExactly(Map.entry("provider-key", 0L));
        new Restore(other, data("other")).read(archive, new Restore.Terms(false, ofEarlier, false));

        try (var owner = original.asOwner()) {
            execute(owner, "update provider.provider set sign_in = 'BEARER', secret = '\\x00'");
        }
        backup(original, "original").write(archive);
        refused(new Restore(other, data("other")), archive, ofEarlier, false, "without provider-key no provider");
    }

    @Test
    void whatABackupOfAnEarlierReleaseDoesNotSayItsRowsSay() {
        var provider = new Manifest.Table("provider", "provider", List.of("id"), 1);
        for (var sealed : List.of(Map.<String, Long>of(), Map.of("provider-key", 1L))) {
            assertThat(Key.PROVIDERS.needed(manifest(provider, sealed))).isTrue();
        }
        assertThat(Key.PROVIDERS.needed(manifest(provider, Map.of("provider-key", 0L))))
                .isFalse();
    }

    private static Manifest manifest(Manifest.Table table, Map<String, Long> sealed) {
        return new Manifest(Manifest.FORMAT, Instant.EPOCH, "", List.of(table), List.of(), List.of(), Map.of(), sealed);
    }

    /** As providers seal them. */
    private static final class Secrets implements Sealed {
        @Override
        public Key key() {
            return Key.PROVIDERS;
        }

        @Override
        public String sample() {
            return "select id, secret from provider.provider where secret is not null";
        }

        @Override
        public Trial opens(ResultSet row) {
            return Trial.OPEN;
        }
    }

    private static void refused(Restore restore, Path archive, Keys keys, boolean withoutKeys, String why) {
        assertThatThrownBy(() -> restore.read(archive, new Restore.Terms(true, keys, withoutKeys)))
                .isInstanceOf(BackupBroken.class)
                .hasMessageContaining(why);
    }

    /** Where the contents of the first, the middle and the last entry lie (PKWARE APPNOTE 4.3.7), 24 bytes at least. */
    private static List<Integer> contents(byte[] zip) {
        var found = new ArrayList<Integer>();
        for (int i = 0; i < zip.length - 100; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 3 && zip[i + 3] == 4) {
                int start = i + 30 + length(zip, i + 26) + length(zip, i + 28);
                if (!new String(zip, start, 30, StandardCharsets.ISO_8859_1).contains("PK")) {
                    found.add(start);
                }
            }
        }
        return List.of(found.getFirst(), found.get(found.size() / 2), found.getLast());
    }

    private static int length(byte[] zip, int at) {
        return Byte.toUnsignedInt(zip[at]) | Byte.toUnsignedInt(zip[at + 1]) << 8;
    }

    private Backup backup(Connections connections, String name) {
        return new Backup(connections, data(name), List.of(new Secrets()), Optional.empty());
    }

    private DataFolder data(String name) {
        return new DataFolder(folder.resolve(name));
    }

    private static Map<String, String> hashes(Manifest manifest) {
        var hashes = new HashMap<String, String>();
        manifest.entries().forEach(entry -> hashes.put(entry.name(), entry.sha256()));
        return hashes;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
