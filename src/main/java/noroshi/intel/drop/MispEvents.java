package noroshi.intel.drop;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import noroshi.intel.IntelLibrary;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What events of a partner's feed say, as envelopes for a collection: the same objects that the drop-box would make of them. */
@Service
@Transactional(readOnly = true)
public class MispEvents {
    private static final int AT_ONCE = 1_000;
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final Wish AS_MISP = new Wish(Optional.of(Format.MISP), List.of());

    private final IntelLibrary library;
    private final DropReader reader;
    private final Clock clock;

    MispEvents(IntelLibrary library, Clock clock) {
        this.library = library;
        this.reader = new DropReader(clock);
        this.clock = clock;
    }

    /**
     * What was read.
     *
     * @param leftOut what has no place in STIX, and why
     */
    public record Read(List<byte[]> envelopes, List<LeftOut> leftOut) {
        public Read {
            envelopes = List.copyOf(envelopes);
            leftOut = List.copyOf(leftOut);
        }
    }

    /**
     * What a file says that should hold this event and no other.
     *
     * @param brought which of some ids its source brought before, also what the library does not have yet
     */
    public Read read(byte[] file, UUID event, UnaryOperator<Set<String>> brought, Actor actor) {
        var drop = reader.read(file, AS_MISP);
        if (drop.format() != Format.MISP) {
            throw new RuleBroken("drop.not-misp");
        }
        if (drop.events().size() != 1 || !drop.events().getFirst().id().equals(event)) {
            throw new RuleBroken("drop.another-event");
        }
        var now = clock.instant();
        var ids = new AsStix(drop, actor.organisation(), drop.from(), Set.of(), now);
        var named = drop.items().stream().map(ids::indicatorId).collect(Collectors.toSet());
        var held = new HashSet<>(library.kept(List.copyOf(named), actor));
        held.addAll(brought.apply(named));
        var taken = drop.items().stream()
                .filter(item -> item.sense() != Sense.ENDED || held.contains(ids.indicatorId(item)))
                .toList();
        if (taken.isEmpty()) {
            return new Read(List.of(), drop.leftOut());
        }
        var written = new AsStix(drop, actor.organisation(), drop.from(), held, now).write(taken);
        return new Read(divided(written.bundle()), drop.leftOut());
    }

    private static List<byte[]> divided(byte[] bundle) {
        var envelopes = new ArrayList<byte[]>();
        var open = new ByteArrayOutputStream();
        var count = 0;
        for (var object : JsonMapper.shared().readTree(bundle).path("objects").values()) {
            if (count == AT_ONCE || open.size() > MOST_BYTES) {
                envelopes.add(closed(open));
                count = 0;
            }
            open.writeBytes((count++ == 0 ? "{\"objects\":[" : ",").getBytes(StandardCharsets.UTF_8));
            open.writeBytes(JsonMapper.shared().writeValueAsBytes(object));
        }
        if (count > 0) {
            envelopes.add(closed(open));
        }
        return envelopes;
    }

    private static byte[] closed(ByteArrayOutputStream open) {
        open.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        var envelope = open.toByteArray();
        open.reset();
        return envelope;
    }
}
