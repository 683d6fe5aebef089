package noroshi.provider;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.cut.Cut;
import noroshi.intel.cut.Cuts;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import org.springframework.stereotype.Component;

/** What of objects leaves for a provider: without the words in them, until a person has let these out. */
@Component
class Departing {
    private final Cuts cuts;

    Departing(Cuts cuts) {
        this.cuts = cuts;
    }

    /** An object as it leaves, and who brought it to us. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Left(Received.Fit object, UUID source, byte[] raw) {}

    /** Objects as they leave, and what is held back of them. */
    record Load(List<Left> left, List<Cuts.Held> held) {
        Load {
            left = List.copyOf(left);
            held = List.copyOf(held);
        }

        List<byte[]> objects() {
            return left.stream().map(Left::raw).toList();
        }
    }

    Load divide(
            Server.Key key,
            UUID collection,
            ReceivedEnvelope envelope,
            List<Received.Fit> objects,
            Function<Received.Fit, UUID> sources,
            Actor actor) {
        var leaving = new ArrayList<Left>();
        var held = new ArrayList<Cuts.Held>();
        for (var object : objects) {
            var raw = Arrays.copyOfRange(envelope.text(), object.offset(), object.offset() + object.length());
            var source = sources.apply(object);
            var divided = cuts.divide(raw, source, actor);
            divided.object().ifPresent(rest -> leaving.add(new Left(object, source, rest)));
            if (!divided.cut().isEmpty() && !object.gist().revoked()) {
                held.add(new Cuts.Held(
                        collection,
                        object.id(),
                        object.version(),
                        source,
                        key.provider().id(),
                        key.provider().name(),
                        object.marked().orElse(Tlp.AMBER_STRICT),
                        raw,
                        divided));
            }
        }
        return new Load(leaving, held);
    }

    /** After the rest has left. */
    void note(Load load, Actor actor) {
        cuts.note(load.held(), actor);
    }

    List<Cut> due(Server.Key key, UUID collection, Optional<Cut> after, Actor actor) {
        return cuts.due(key.provider().id(), collection, after, actor);
    }

    Optional<byte[]> released(Cut cut, Actor actor) {
        return cuts.released(cut, actor);
    }

    void ended(Cut cut, boolean hasLeft, Actor actor) {
        cuts.ended(cut, hasLeft, actor);
    }

    static byte[] compose(List<byte[]> objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("{\"objects\":[".getBytes(StandardCharsets.US_ASCII));
        for (var i = 0; i < objects.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.writeBytes(objects.get(i));
        }
        out.writeBytes("]}".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
