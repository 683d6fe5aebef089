package noroshi.demo;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that look random in an address and are the same in every demo world. */
final class Ids {
    private static final long VERSION = 0xF000L;
    private static final long RANDOM = 0x4000L;

    private Ids() {}

    static UUID of(String kind, Object name) {
        var hash = UUID.nameUUIDFromBytes(("minato/" + kind + "/" + name).getBytes(StandardCharsets.UTF_8));
        return new UUID(hash.getMostSignificantBits() & ~VERSION | RANDOM, hash.getLeastSignificantBits());
    }
}
