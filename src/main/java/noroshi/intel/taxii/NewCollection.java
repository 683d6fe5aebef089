package noroshi.intel.taxii;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;

/** A collection as an administrator wants it. */
public record NewCollection(
        Optional<UUID> community,
        String title,
        String description,
        String alias,
        Tlp tlp,
        List<UUID> readers,
        List<UUID> writers) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_DESCRIPTION = 2000;

    public NewCollection {
        title = title.strip();
        description = description.strip();
        alias = alias.strip();
        readers = readers.stream().distinct().toList();
        writers = writers.stream().distinct().toList();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw new RuleBroken("intel.collection.title", LONGEST_TITLE);
        }
        if (description.length() > LONGEST_DESCRIPTION) {
            throw new RuleBroken("intel.collection.description", LONGEST_DESCRIPTION);
        }
        if (!alias.isEmpty() && !alias.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new RuleBroken("intel.collection.alias");
        }
        if (tlp == Tlp.RED) {
            throw new RuleBroken("intel.collection.red");
        }
    }
}
