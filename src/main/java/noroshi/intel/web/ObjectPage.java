package noroshi.intel.web;

import static noroshi.site.Ui.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.intel.Bundle;
import noroshi.intel.Indicator;
import noroshi.intel.LibraryObject;
import noroshi.intel.Relation;
import noroshi.intel.life.Life;
import noroshi.intel.life.Saying;
import noroshi.intel.life.Tally;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * One object: what it says, what it looks for, and what it is related to, both ways.
 *
 * @param lives what is known of the values that it names, as far as the reader may read it
 * @param tallies how many have seen them, as far as the reader is told
 * @param source which organisation's machine brought it; empty where people did
 */
public record ObjectPage(
        LibraryObject object,
        Bundle bundle,
        String source,
        List<Indicator> indicators,
        List<Life> lives,
        Map<UUID, Tally> tallies,
        List<Relation> relations,
        int number,
        boolean more) {
    private static final int SHOWN = 100_000;

    public String title() {
        return object.name().isEmpty() ? object.stixId() : object.name();
    }

    public String path() {
        return "/intel/objects/" + object.id();
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.title"), "/intel", false),
                new Step(bundle.fileName(), "/intel/bundles/" + bundle.id(), false),
                new Step(title(), path(), true));
    }

    /** The topics that name one of its values. */
    public List<Saying> topics(Life life) {
        return life.sayings().stream()
                .filter(saying -> saying.place() instanceof Saying.Place.InTopic)
                .toList();
    }

    public String pathOf(Saying saying) {
        return saying.place() instanceof Saying.Place.InTopic(var topic) ? "/topics/" + topic : path();
    }

    public String seen(Life life) {
        var tally = tallies.getOrDefault(life.id(), Tally.NONE);
        return tally.few() ? text("intel.known-values.few") : Ui.number(tally.seen());
    }

    /** As much of the received text as a page can show. */
    public String shown() {
        return cut() ? object.text().substring(0, SHOWN) : object.text();
    }

    public boolean cut() {
        return object.text().length() > SHOWN;
    }
}
