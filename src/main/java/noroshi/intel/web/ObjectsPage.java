package noroshi.intel.web;

import static noroshi.site.Ui.text;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.FoundObject;
import noroshi.intel.ObjectFinder;
import noroshi.intel.ObjectQuestion;
import noroshi.site.Choice;
import noroshi.site.Step;

/**
 * What was found in the library.
 *
 * @param names of the organisations whose machines brought something
 */
public record ObjectsPage(ObjectQuestion question, ObjectFinder.Found found, Map<UUID, String> names) {

    public List<Step> crumbs() {
        return List.of(
                new Step(text("intel.title"), "/intel", false), new Step(text("intel.find"), "/intel/objects", true));
    }

    /** The types of the specification, and the one that was asked for. */
    public List<Choice> types() {
        return Stream.concat(ObjectFinder.types().stream(), Stream.of(question.type()))
                .filter(type -> !type.isEmpty())
                .distinct()
                .map(type -> new Choice(type, type))
                .toList();
    }

    public boolean continued() {
        return question.after().isPresent();
    }

    public String source(FoundObject row) {
        return row.nameless()
                ? text("intel.source.nameless")
                : row.bringer().map(id -> names.getOrDefault(id, "")).orElse("");
    }

    public String title(FoundObject row) {
        return row.name().isEmpty() ? row.stixId() : row.name();
    }
}
