package noroshi.intel.taxii;

import static noroshi.testing.Cast.*;

import java.util.List;
import java.util.UUID;
import noroshi.intel.life.Papers;
import noroshi.shared.Tlp;
import noroshi.topic.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Collections that take what bulletins cite, and what a machine fetches from them. */
@RunningHouse
@Import(Papers.class)
abstract class CitedTests {
    @Autowired
    Machines machines;

    @Autowired
    Papers papers;

    @Autowired
    Collections collections;

    @Autowired
    CitationExchange exchange;

    @Autowired
    Topics topics;

    final String name = Papers.name();

    final UUID open(List<UUID> readers, Tlp strictest) {
        var id = machines.id(readers, List.of(CENTRE), strictest);
        collections.publish(id, true, ADA);
        return id;
    }

    final UUID open() {
        return open(List.of(RAILWAY, CENTRE), Tlp.AMBER);
    }

    static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    final List<JsonNode> told(UUID collection, String value) {
        return told(path(collection), RAILWAY, value);
    }

    final List<JsonNode> told(String path, UUID reader, String value) {
        return machines
                .of(reader)
                .get(path + "objects/?match[type]=indicator&match[version]=all")
                .json()
                .path("objects")
                .values()
                .stream()
                .filter(object -> object.path("pattern").asString("").contains("'" + value + "'"))
                .toList();
    }

    static boolean revoked(JsonNode object) {
        return object.path("revoked").asBoolean(false);
    }
}
