package noroshi.topic.web;

import java.util.UUID;
import noroshi.topic.Scan;

/** A file in a list: its address, its name, and how large it is in readable words. */
public record FileLine(UUID id, String name, String size, boolean mayRemove, Scan scan) {
    public String path() {
        return "/files/" + id;
    }

    static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024 ? "%.1f KB".formatted(bytes / 1024.0) : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }
}
