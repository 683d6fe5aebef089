package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;

import java.util.List;
import java.util.UUID;
import noroshi.intel.IntelLibrary;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Life;
import noroshi.intel.lists.Holdings;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.beans.factory.annotation.Autowired;

/** An indicator in a collection that three organisations read, and who looks at what becomes of it. */
@RunningHouse
abstract class RecallTests {
    static final Window SOME = new Window(0, 100);

    @Autowired
    Machines machines;

    @Autowired
    EnterLibrary library;

    @Autowired
    FollowRecalls recalls;

    @Autowired
    Consumers consumers;

    @Autowired
    Indicators indicators;

    @Autowired
    Holdings holdings;

    @Autowired
    IntelLibrary imports;

    final String name = "t" + UUID.randomUUID().toString().substring(0, 12) + ".example";
    final String id = id("indicator");

    final String collection(List<UUID> writers) {
        var found = machines.collection(List.of(CENTRE, RAILWAY, POWER), writers, Tlp.AMBER);
        machines.of(writers.getFirst()).bring(found, indicator("2026-07-02T00:00:00.000Z", ""));
        library.run();
        return found;
    }

    final String indicator(String modified, String more) {
        return """
                {"type":"indicator","spec_version":"2.1","id":"%s","created":"2026-07-01T00:00:00.000Z",\
                "modified":"%s","pattern":"[domain-name:value = '%s']","pattern_type":"stix",\
                "valid_from":"2026-07-01T00:00:00Z","object_marking_refs":["%s"]%s}""".formatted(id, modified, name, GREEN, more);
    }

    final List<String> ids(String collection, UUID reader) {
        return machines.of(reader).get(collection + "objects/").ids();
    }

    final Life life() {
        return indicators.find(Asked.read(name), SOME, ED).getFirst();
    }
}
