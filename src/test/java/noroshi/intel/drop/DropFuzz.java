package noroshi.intel.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.StixCheck;
import noroshi.shared.RuleBroken;

/** Whatever is dropped: refused in words, or read so that all of it can be taken into the library. */
public final class DropFuzz {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-07-24T00:00:00Z"), ZoneOffset.UTC);
    private static final DropReader READER = new DropReader(CLOCK);

    private DropFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        read(input, Wish.NONE);
        if (input.length > 0) {
            var format = Format.values()[(input[0] & 0xFF) % Format.values().length];
            read(input, new Wish(Optional.of(format), java.util.List.of()));
        }
    }

    private static void read(byte[] input, Wish wish) {
        try {
            var drop = READER.read(input, wish);
            if (!drop.items().isEmpty()) {
                var written =
                        new AsStix(drop, new UUID(0, 1), drop.from(), Set.of(), CLOCK.instant()).write(drop.items());
                StixCheck.everythingIsTaken(written.bundle());
            }
        } catch (RuleBroken refused) {
            assertThat(refused.key()).matches("(?:drop|enquiry\\.mail)\\..*");
        }
    }
}
