package noroshi.intel.drop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.intel.Reason;
import noroshi.shared.Tlp;
import tools.jackson.databind.JsonNode;

/** Tags and galaxies of MISP: the label of the Traffic Light Protocol, and all others as they are. */
record MispTags(Optional<Tlp> tlp, List<String> labels, List<Reason> changes) {
    private static final int MOST = 200;

    static MispTags of(JsonNode node) {
        var tlp = Optional.<Tlp>empty();
        var labels = new ArrayList<String>();
        var changes = new ArrayList<Reason>();
        for (var name : names(node)) {
            if (name.toLowerCase(Locale.ROOT).startsWith("tlp:")) {
                var label = Tlp.parse(name);
                if (label.isEmpty()) {
                    changes.add(Reason.said("drop.changed.label", name));
                }
                tlp = LineReader.strictest(tlp, Optional.of(label.orElse(Tlp.AMBER_STRICT)));
            } else if (!labels.contains(name) && labels.size() < MOST) {
                labels.add(name);
            }
        }
        return new MispTags(tlp, labels, changes);
    }

    private static List<String> names(JsonNode node) {
        var names = new ArrayList<String>();
        node.path("Tag")
                .values()
                .forEach(tag -> names.add(MispReader.cut(tag.path("name").asString(""))));
        for (var galaxy : node.path("Galaxy").values()) {
            for (var cluster : galaxy.path("GalaxyCluster").values()) {
                names.add(MispReader.cut(cluster.path("tag_name").asString("")));
            }
        }
        names.removeIf(String::isEmpty);
        return names;
    }
}
