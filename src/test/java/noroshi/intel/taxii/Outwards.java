package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.intel.cut.Cut;
import noroshi.intel.cut.Cuts;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.beans.factory.annotation.Autowired;

/** A collection that the railway and the grid operator write, and both, the Centre and a provider read. */
@RunningHouse
abstract class Outwards {
    static final String WORD = "hanako-hospital";
    static final List<UUID> READERS = List.of(CENTRE, RAILWAY, POWER, PROVIDER);

    @Autowired
    Machines machines;

    @Autowired
    FollowOutward outward;

    @Autowired
    Cuts cuts;

    final UUID collection(List<UUID> readers) {
        return machines.id(readers, List.of(RAILWAY, POWER, CENTRE), Tlp.AMBER_STRICT);
    }

    static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    static String wordy(String marking) {
        return wordy(id("indicator"), DAY, marking);
    }

    static String wordy(String id, String modified, String marking) {
        return indicator(
                id,
                modified,
                ",\"name\":\"%1$s\",\"description\":\"at %1$s\",\"x_note\":\"%1$s\",\"object_marking_refs\":[\"%2$s\"]"
                        .formatted(WORD, marking));
    }

    static String threat(String id, String modified, String more) {
        return """
                {"type":"threat-actor","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "modified":"%s","name":"%s","object_marking_refs":["%s"]%s}""".formatted(id, modified, WORD, GREEN, more);
    }

    static String threat() {
        return threat(id("threat-actor"), DAY, "");
    }

    final void bring(UUID collection, String... objects) {
        machines.of(RAILWAY).bring(path(collection), objects);
    }

    final Client.Answer read(UUID collection, String question) {
        return machines.of(PROVIDER).get(path(collection) + "objects/" + question);
    }

    final List<String> ids(UUID collection, String question) {
        return read(collection, question).ids();
    }

    final List<Cut> waiting(UUID collection, Actor actor) {
        return all(Optional.of(collection), actor).toList();
    }

    /** Of a house in which others wait, too: page after page. */
    private Stream<Cut> all(Optional<UUID> recipient, Actor actor) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> cuts.list(recipient, Window.page(number, 200), actor))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream);
    }

    final Cut held(String object, Actor actor) {
        return all(Optional.empty(), actor)
                .filter(cut -> cut.stixId().equals(idOf(object)))
                .findFirst()
                .orElseThrow();
    }

    final void release(String object, Actor actor) {
        var cut = held(object, actor);
        cuts.release(cut.id(), cut.cut(), actor);
    }
}
