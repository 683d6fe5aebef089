package noroshi.desk.web;

import gg.jte.Content;
import gg.jte.output.Utf8ByteOutput;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** The lanes of the board as they were drawn, for everybody who looks at the same rows in the same way and minute. */
@Component
class DrawnLanes {
    private static final int MOST = 16;

    private final Parts parts;
    private final Map<Key, byte[]> drawn = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
            return size() > MOST;
        }
    };

    DrawnLanes(Parts parts) {
        this.parts = parts;
    }

    /**
     * All that the drawing depends on.
     *
     * @param board number of the rows
     * @param minute clocks are shown in minutes
     * @param mine whose own matters are looked at, if so
     */
    record Key(long board, Instant minute, BoardFilter filter, Locale locale, Set<UUID> second, Optional<UUID> mine) {}

    Content of(Key key, Supplier<BoardPage.Lanes> lanes) {
        var html = kept(key).orElseGet(() -> {
            var output = new Utf8ByteOutput();
            parts.draw("desk/parts/lanes", lanes.get()).writeTo(output);
            var bytes = output.toByteArray();
            keep(key, bytes);
            return bytes;
        });
        return output -> output.writeBinaryContent(html);
    }

    private Optional<byte[]> kept(Key key) {
        synchronized (drawn) {
            return Optional.ofNullable(drawn.get(key));
        }
    }

    private void keep(Key key, byte[] html) {
        synchronized (drawn) {
            drawn.put(key, html);
        }
    }
}
