package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Processor time of the application and of its database: what others on the machine distort least. */
final class Work {
    private final List<ProcessHandle> roots;
    private final Map<Long, Duration> known = new HashMap<>();

    private Work(List<ProcessHandle> roots) {
        this.roots = roots;
    }

    static Work of(Process app, Path data) throws IOException {
        var postmaster = Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst();
        return new Work(List.of(
                app.toHandle(),
                ProcessHandle.of(Long.parseLong(postmaster.strip())).orElseThrow()));
    }

    /** Milliseconds of all of them since they began, also of processes that have ended since they were seen. */
    double millis() {
        roots.stream()
                .flatMap(root -> Stream.concat(Stream.of(root), root.descendants()))
                .forEach(each -> each.info().totalCpuDuration().ifPresent(time -> known.put(each.pid(), time)));
        return known.values().stream().mapToDouble(Duration::toNanos).sum() / 1e6;
    }
}
