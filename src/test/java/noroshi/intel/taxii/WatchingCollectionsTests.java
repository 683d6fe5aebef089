package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.life.Asked;
import noroshi.intel.warning.WarningLists;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes a member's own later stays near its bringer also where the library does not hold it. */
class WatchingCollectionsTests extends RecallTests {
    private static final List<UUID> MEMBERS = List.of(RAILWAY, POWER, SPORTS);

    @Autowired
    WatchCollections watching;

    @Autowired
    FollowGuarded guarded;

    @Autowired
    AssetRegister assets;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    WarningLists warnings;

    private String brought(List<UUID> readers, String... objects) {
        var collection = machines.collection(readers, List.of(POWER));
        machines.of(POWER).bring(collection, objects);
        library.run();
        watching.run();
        return collection;
    }

    private UUID registered(String value) {
        var asset = assets.register(Optional.empty(), value, "", MIKA);
        approvals.approve(List.of(asset), DANA);
        guarded.run();
        return asset;
    }

    private void goesNoFurther(String collection, String value) {
        assertThat(ids(collection, SPORTS)).contains(id);
        var asset = registered(value);
        assertThat(ids(collection, SPORTS)).doesNotContain(id);
        assertThat(ids(collection, RAILWAY)).doesNotContain(id);
        assertThat(ids(collection, POWER)).containsOnlyOnce(id);
        assets.remove(asset, MIKA);
        guarded.run();
        assertThat(ids(collection, SPORTS)).containsOnlyOnce(id);
    }

    @Test
    void whereTheCentreDoesNotReadTheCollection() {
        var collection = brought(MEMBERS, indicator("2026-07-02T00:00:00.000Z", ""), marked(GREEN));
        assertThat(indicators.find(Asked.read(name), SOME, ED)).isEmpty();
        goesNoFurther(collection, name);
        assertThat(ids(collection, SPORTS)).hasSize(2);
    }

    @Test
    void whatIsWrittenInAnOlderVersionOfStix() {
        var readers = List.of(CENTRE, RAILWAY, POWER, SPORTS);
        var object =
                old(id, DAY, ",\"object_marking_refs\":[\"" + GREEN + "\"]").replace("old.example", "www." + name);
        goesNoFurther(brought(readers, object), name);
    }

    @Test
    void whatAListNamesThatIsLoadedLater() {
        var collection = brought(MEMBERS, indicator("2026-07-02T00:00:00.000Z", ""));
        var file = """
                {"name": "list %s", "version": 1, "type": "string", "list": ["%s"], "matching_attributes": ["domain"]}
                """.formatted(id, name);
        var list = warnings.load(file.getBytes(StandardCharsets.UTF_8), ED).id();
        guarded.run();
        assertThat(ids(collection, SPORTS)).isEmpty();
        warnings.remove(list, ED);
        guarded.run();
        assertThat(ids(collection, SPORTS)).containsExactly(id);
    }

    /** What came while nobody looked is found when it is looked for again. */
    @Test
    void whatWasOnItsWayIsFoundByALaterLook() throws Exception {
        var collection = machines.collection(MEMBERS, List.of(POWER));
        machines.of(POWER).bring(collection, indicator("2026-07-02T00:00:00.000Z", ""));
        var asset = registered(name);
        assertThat(ids(collection, SPORTS)).containsExactly(id);
        library.run();
        watching.run();
        machines.asOwner("update intel.guard_changed set due_at = now() where asset = '" + asset
                + "' and due_at < now() + interval '1 hour'");
        guarded.run();
        assertThat(ids(collection, SPORTS)).isEmpty();
    }
}
