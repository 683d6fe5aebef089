package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processor time of the application and of its database: what a page costs, however busy the machine is otherwise. */
final class Processor {
    /** One tick is ten milliseconds on every Linux; elsewhere nothing is known, and nothing is said. */
    private static final double TICK = 10;

    private static final int USER = 11;
    private static final int CHILDREN_SYSTEM = 14;

    private final long application;
    private final Path server;

    Processor(long application, Path data) {
        this.application = application;
        this.server = data.resolve("postgresql/cluster/postmaster.pid");
    }

    /** Milliseconds so far. */
    record Spent(double application, double database) {
        Spent since(Spent before, int requests) {
            var each = Math.max(1, requests);
            return new Spent((application - before.application) / each, (database - before.database) / each);
        }
    }

    Spent spent() throws IOException {
        double database = 0;
        for (var process : database()) {
            database += ticks(process) * TICK;
        }
        return new Spent(ticks(application) * TICK, database);
    }

    /** Time of the database's processes that have ended stands with the one that began them. */
    private List<Long> database() throws IOException {
        if (!Files.exists(server)) {
            return List.of();
        }
        var first = Long.parseLong(Files.readAllLines(server).getFirst().strip());
        var all = new ArrayList<>(List.of(first));
        ProcessHandle.of(first)
                .ifPresent(it -> it.children().map(ProcessHandle::pid).forEach(all::add));
        return all;
    }

    private static long ticks(long process) throws IOException {
        try {
            var line = Files.readString(Path.of("/proc/" + process + "/stat"));
            var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            long all = 0;
            for (var field = USER; field <= CHILDREN_SYSTEM; field++) {
                all += Long.parseLong(fields[field]);
            }
            return all;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
