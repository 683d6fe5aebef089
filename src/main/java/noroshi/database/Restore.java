package noroshi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/**
 * Puts a backup in the place of what is there, while the platform is stopped.
 *
 * <p>The structure is built by the migrations the backup carries, so an older backup fits; the next start brings it up
 * to date. Foreign keys are taken away for the copying and made again, which checks every reference.
 */
public final class Restore {
    private final Connections connections;
    private final DataFolder data;

    Restore(Connections connections, DataFolder data) {
        this.connections = connections;
        this.data = data;
    }

    /**
     * On what terms.
     *
     * @param replace without it only an empty database is accepted
     * @param keys take the place of those in the data folder
     * @param withoutKeys go on without a key that is needed
     */
    public record Terms(boolean replace, Keys keys, boolean withoutKeys) {}

    /**
     * What was put back.
     *
     * @param aside files that should have held a key and held none, and what they are called now, in the folder of secrets
     */
    public record Restored(Manifest manifest, Map<String, String> aside) {
        public Restored {
            aside = Map.copyOf(aside);
        }
    }

    /** Does the work with a restore while nobody else is inside; starts the built-in database for it. */
    public static Restored whileStopped(Environment environment, Path file, Terms terms)
            throws IOException, SQLException {
        var started = new ArrayList<BuiltIn>();
        try {
            var connections = ConnectTheDatabase.connect(environment, started::add);
            new RoleCheck(connections).check();
            var process = new OneProcess(connections);
            process.keepOthersOut();
            try {
                return new Restore(connections, DataFolder.of(environment)).read(file, terms);
            } finally {
                process.destroy();
            }
        } finally {
            started.forEach(BuiltIn::stop);
        }
    }

    /**
     * Replaces database, files and the keys that are given; what is wrong is said before anything is touched. A key that is
     * damaged counts as missing, and makes room.
     */
    public Restored read(Path file, Terms terms) throws IOException, SQLException {
        try (var archive = BackupArchive.verified(file);
                var owner = connections.asOwner()) {
            var manifest = archive.manifest();
            refuseNewer(manifest);
            refuseOtherKeys(manifest, terms);
            empty(owner, terms.replace());
            build(archive);
            fill(owner, archive);
            placeFiles(archive);
            var aside = Keys.putDamagedAside(data);
            terms.keys().write(data);
            return new Restored(manifest, aside);
        }
    }

    private static void refuseNewer(Manifest manifest) {
        for (var entry : manifest.entries()) {
            var script = entry.name();
            if (script.startsWith("migrations/")
                    && !script.contains("/R__")
                    && !new ClassPathResource("db/migration/" + script.substring("migrations/".length())).exists()) {
                throw new BackupBroken("the backup was made by another release (" + manifest.release()
                        + "), whose structure this one does not know: " + script);
            }
        }
    }

    private void refuseOtherKeys(Manifest manifest, Terms terms) {
        for (var key : terms.keys().foreign(manifest)) {
            throw new BackupBroken("the key file holds another " + key.file() + " than this backup was made with");
        }
        var lacking = terms.keys().before(Keys.whole(data)).lacking(manifest);
        if (!lacking.isEmpty() && !terms.withoutKeys()) {
            throw new BackupBroken(lacking.stream().map(Key::loss).collect(Collectors.joining(", "))
                    + "; name the key file with --key, or say --without-keys to go on all the same");
        }
    }

    private static void empty(Connection owner, boolean replace) throws SQLException {
        var schemas = new Catalogue(owner).schemas();
        if (!schemas.isEmpty() && !replace) {
            throw new BackupBroken("the database is not empty; say --replace to put the backup in its place");
        }
        try (var statement = owner.createStatement()) {
            for (var schema : schemas) {
                statement.execute("drop schema " + Catalogue.quote(schema) + " cascade");
            }
            statement.execute("drop schema if exists flyway cascade");
        }
    }

    private void build(BackupArchive archive) throws IOException {
        var scripts = Files.createTempDirectory("noroshi-migrations");
        try {
            archive.unpack("migrations/", scripts);
            Flyway.configure()
                    .dataSource(
                            connections.url(),
                            connections.owner().user(),
                            connections.owner().password())
                    .locations("filesystem:" + scripts)
                    .defaultSchema("flyway")
                    .createSchemas(true)
                    .outOfOrder(true)
                    .placeholders(Map.of("app", connections.application().user()))
                    .load()
                    .migrate();
        } finally {
            FileSystemUtils.deleteRecursively(scripts);
        }
    }

    private static void fill(Connection owner, BackupArchive archive) throws IOException, SQLException {
        owner.setAutoCommit(false);
        var catalogue = new Catalogue(owner);
        var manifest = archive.manifest();
        var keys = catalogue.foreignKeys();
        var tables = new HashMap<String, Catalogue.Table>();
        for (var table : catalogue.tables()) {
            tables.put(table.entry(), table);
        }
        try (var statement = owner.createStatement()) {
            for (var key : keys) {
                statement.execute("alter table " + key.table() + " drop constraint " + key.name());
            }
            for (var table : tables.values()) {
                statement.execute("alter table " + table.quoted() + " disable trigger user");
                statement.execute("truncate " + table.quoted());
            }
            for (var table : manifest.tables()) {
                var known = tables.get(table.entry());
                if (known == null) {
                    throw new BackupBroken("no migration makes the table " + table.schema() + "." + table.name());
                }
                copy(owner, archive, table, new Catalogue.Table(known.schema(), known.name(), table.columns()));
            }
            for (var sequence : manifest.sequences()) {
                statement.execute("select setval('" + Catalogue.quote(sequence.schema()) + "."
                        + Catalogue.quote(sequence.name()) + "', " + sequence.last() + ")");
            }
            for (var key : keys) {
                statement.execute(
                        "alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
            }
            for (var table : tables.values()) {
                statement.execute("alter table " + table.quoted() + " enable trigger user");
            }
        }
        owner.commit();
        owner.setAutoCommit(true);
        try (var statement = owner.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static void copy(Connection owner, BackupArchive archive, Manifest.Table told, Catalogue.Table table)
            throws IOException, SQLException {
        try (var content = archive.open(told.entry())) {
            var sql = "copy " + table.quoted() + " (" + table.quotedColumns() + ") from stdin";
            var rows = owner.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, content);
            if (rows != told.rows()) {
                throw new BackupBroken(table.quoted() + " has " + rows + " rows instead of " + told.rows());
            }
        }
    }

    /** The old files stay beside the new ones, also from earlier times, until an operator removes them. */
    private void placeFiles(BackupArchive archive) throws IOException {
        var fresh = data.root().resolve("files.restored");
        FileSystemUtils.deleteRecursively(fresh);
        archive.unpack("files/", fresh);
        if (Files.exists(data.files())) {
            Files.move(data.files(), aside());
        }
        Files.move(fresh, data.files());
    }

    /** Where files are put aside: a name that is free. */
    private Path aside() {
        var first = "files.before-restore";
        var folder = data.root().resolve(first);
        for (var number = 2; Files.exists(folder); number++) {
            folder = data.root().resolve(first + "-" + number);
        }
        return folder;
    }
}
