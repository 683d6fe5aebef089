package noroshi.desk.web;

import gg.jte.Content;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * What moves on the board as it was drawn, for everybody who looks at the same rows in the same way and minute. Whoever
 * comes first draws, and the others wait: nothing is asked of the database meanwhile.
 */
@Component
class DrawnBoard {
    private static final int MOST = 16;

    private final Map<Key, Place> drawn = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Place> eldest) {
            return size() > MOST;
        }
    };

    /**
     * All that the drawing depends on.
     *
     * @param board number of the rows
     * @param minute clocks are shown in minutes
     * @param own how many matters are the reader's own
     * @param mine whose own matters are looked at, if so
     * @param due what there is to do
     */
    record Key(
            long board,
            Instant minute,
            BoardFilter filter,
            Locale locale,
            Set<UUID> second,
            long own,
            Optional<UUID> mine,
            String due) {}

    /** What moves: the strip of figures, the ways of looking with their counts, and the lanes. */
    static final class Drawn {
        private final byte[] strip;
        private final byte[] ways;
        private final byte[] lanes;
        private final Supplier<byte[]> packed;

        private Drawn(Content strip, Content ways, Content lanes) {
            this.strip = drawn(strip);
            this.ways = drawn(ways);
            this.lanes = drawn(lanes);
            this.packed = SingletonSupplier.of(() -> pack(bytes()));
        }

        Content strip() {
            return output -> output.writeBinaryContent(strip);
        }

        Content ways() {
            return output -> output.writeBinaryContent(ways);
        }

        Content lanes() {
            return output -> output.writeBinaryContent(lanes);
        }

        /** All of it, one after the other. */
        byte[] bytes() {
            var all = new ByteArrayOutputStream(strip.length + ways.length + lanes.length);
            all.writeBytes(strip);
            all.writeBytes(ways);
            all.writeBytes(lanes);
            return all.toByteArray();
        }

        /** The same in gzip, made when it is wanted first. */
        byte[] packed() {
            return packed.get();
        }

        private static byte[] drawn(Content content) {
            var output = new Utf8ByteOutput();
            content.writeTo(output);
            return output.toByteArray();
        }

        private static byte[] pack(byte[] bytes) {
            var out = new ByteArrayOutputStream(bytes.length / 8 + 64);
            try (var gzip = new GZIPOutputStream(out, 8192) {
                {
                    def.setLevel(Deflater.BEST_SPEED);
                }
            }) {
                gzip.write(bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            return out.toByteArray();
        }
    }

    /** What is to be drawn. */
    record Pieces(Content strip, Content ways, Content lanes) {
        Drawn draw() {
            return new Drawn(strip, ways, lanes);
        }
    }

    Drawn of(Key key, Supplier<Pieces> pieces) {
        var place = place(key);
        synchronized (place) {
            var known = place.drawn.orElseGet(() -> pieces.get().draw());
            place.drawn = Optional.of(known);
            return known;
        }
    }

    private Place place(Key key) {
        synchronized (drawn) {
            return drawn.computeIfAbsent(key, _ -> new Place());
        }
    }

    /** Where a drawing is, or will be. */
    private static final class Place {
        private Optional<Drawn> drawn = Optional.empty();
    }
}
