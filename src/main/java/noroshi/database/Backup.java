package noroshi.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies everything out while the platform runs: every table as it was at one moment, then the files.
 *
 * <p>Files never change once written, so each row of the snapshot finds its file. The keys that open them and what is
 * sealed in the database are not part of the backup: whoever finds the backup must not find the keys beside it. Their
 * fingerprints are, so that a restore tells whether it is given the right ones.
 */
@Service
public class Backup {
    private final Connections connections;
    private final DataFolder data;
    private final List<Sealed> sealed;
    private final Clock clock;

    Backup(Connections connections, DataFolder data, List<Sealed> sealed, Optional<Clock> clock) {
        this.connections = connections;
        this.data = data;
        this.sealed = List.copyOf(sealed);
        this.clock = clock.orElseGet(Clock::systemUTC);
    }

    /** Writes the archive; a file appears under its name only when it is complete. */
    public Manifest write(Path target) throws IOException, SQLException {
        var unfinished = target.resolveSibling(target.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var archive = new Archive(Files.newOutputStream(unfinished));
                var owner = connections.asOwner()) {
            var manifest = fill(archive, owner);
            archive.close();
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest fill(Archive archive, Connection owner) throws IOException, SQLException {
        owner.setAutoCommit(false);
        owner.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        owner.setReadOnly(true);
        try (var settings = owner.createStatement()) {
            settings.execute("set local synchronize_seqscans = off");
        }
        var madeAt = clock.instant();
        var catalogue = new Catalogue(owner);
        var tables = new ArrayList<Manifest.Table>();
        for (var table : catalogue.tables()) {
            tables.add(copy(archive, owner, table));
        }
        var shut = sealed(owner);
        var sequences = catalogue.sequences();
        for (var script : catalogue.migrations()) {
            var text = new ClassPathResource("db/migration/" + script);
            archive.add("migrations/" + script, part -> part.write(text.getContentAsByteArray()));
        }
        owner.rollback();
        for (var file : files()) {
            add(archive, file);
        }
        var manifest = new Manifest(
                Manifest.FORMAT,
                madeAt,
                release(),
                tables,
                sequences,
                archive.entries(),
                Keys.in(data).fingerprints(),
                shut);
        archive.add(Manifest.NAME, part -> part.write(JsonMapper.shared().writeValueAsBytes(manifest)));
        return manifest;
    }

    private Map<String, Long> sealed(Connection owner) throws SQLException {
        var counts = new TreeMap<String, Long>();
        try (var statement = owner.createStatement()) {
            for (var one : sealed) {
                try (var count = statement.executeQuery("select count(*) from (" + one.sample() + ") s")) {
                    count.next();
                    counts.merge(one.key().file(), count.getLong(1), Long::sum);
                }
            }
        }
        return counts;
    }

    private static Manifest.Table copy(Archive archive, Connection owner, Catalogue.Table table)
            throws IOException, SQLException {
        var copy = owner.unwrap(PGConnection.class).getCopyAPI();
        var sql = "copy " + table.quoted() + " (" + table.quotedColumns() + ") to stdout";
        var rows = new AtomicLong();
        archive.add(table.entry(), part -> rows.set(copy.copyOut(sql, part)));
        return new Manifest.Table(table.schema(), table.name(), table.columns(), rows.get());
    }

    private void add(Archive archive, Path file) throws IOException, SQLException {
        try (var bytes = Files.newInputStream(file)) {
            archive.add("files/" + data.files().relativize(file), bytes::transferTo);
        } catch (NoSuchFileException thrownAway) {
            // Nobody needs it: a file goes a day after the last row that named it.
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(data.files())) {
            return List.of();
        }
        try (var all = Files.walk(data.files())) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String release() {
        return Optional.ofNullable(Backup.class.getPackage().getImplementationVersion())
                .orElse("unreleased");
    }
}
