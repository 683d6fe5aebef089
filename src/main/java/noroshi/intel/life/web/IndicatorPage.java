package noroshi.intel.life.web;

import static noroshi.site.Ui.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.Relation;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.life.Life;
import noroshi.intel.life.Saying;
import noroshi.intel.life.Sighting;
import noroshi.intel.life.Tally;
import noroshi.intel.lists.Held;
import noroshi.intel.lists.Holdings;
import noroshi.intel.warning.Hit;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * One value: who says what of it, how it stands, who has seen it.
 *
 * @param sources what is said, with what is left of each source's confidence
 * @param relations to objects of the library, both ways, as far as the reader may read them
 * @param own what the reader's organisation said
 * @param told what the Centre answered when somebody asked
 * @param held when the organisation's machines got it by lists, and until when
 * @param fetched when they fetched it from collections
 * @param mayWithdraw whether the reader's side says something that it can take back
 * @param mayRestore whether it has taken something back
 * @param mayBlock whether the reader composes block lists
 */
public record IndicatorPage(
        Life life,
        List<Source> sources,
        List<Relation> relations,
        Set<Life.Conflict> conflicts,
        Timeline timeline,
        Tally tally,
        Optional<Sighting> own,
        List<Hit> warnings,
        Enquiries.Told told,
        List<Held> held,
        List<Holdings.Fetched> fetched,
        Map<UUID, String> machines,
        long halfLife,
        boolean mayWithdraw,
        boolean mayRestore,
        boolean mayBlock,
        String reason,
        FormErrors errors) {

    /** One source as a line. */
    public record Source(Saying saying, String name, int score) {
        public String path() {
            return switch (saying.place()) {
                case Saying.Place.InLibrary(var object) -> "/intel/objects/" + object;
                case Saying.Place.InTopic(var topic) -> "/topics/" + topic;
                case Saying.Place.InCollection _ -> "";
            };
        }

        public String place() {
            return switch (saying.place()) {
                case Saying.Place.InLibrary _ -> text("indicator.place.library");
                case Saying.Place.InTopic _ -> text("indicator.place.topic");
                case Saying.Place.InCollection _ -> text("indicator.place.collection");
            };
        }

        public String title() {
            return saying.title().isBlank() ? text("indicator.unnamed") : saying.title();
        }
    }

    static List<Source> sources(Life life, Map<UUID, String> names, java.util.function.ToIntFunction<Saying> score) {
        return life.sayings().stream()
                .map(saying -> new Source(
                        saying,
                        saying.organisation()
                                .map(id -> names.getOrDefault(id, ""))
                                .orElse(""),
                        score.applyAsInt(saying)))
                .toList();
    }

    public List<Step> crumbs() {
        return List.of(
                new Step(text("indicator.title"), "/intel/indicators", false), new Step(life.harmless(), path(), true));
    }

    public String path() {
        return "/intel/indicators/" + life.id();
    }

    /** Where a block list is composed that begins with this value. */
    public String blocking() {
        return "/intel/blocklists/new?q=" + URLEncoder.encode(life.value(), StandardCharsets.UTF_8);
    }

    /** Where the Centre is asked for a verdict on it. */
    public String asking() {
        return "/intel/enquiries/new?q=" + URLEncoder.encode(life.value(), StandardCharsets.UTF_8);
    }

    public boolean blocksAlone() {
        return life.sayings().stream().anyMatch(Saying::alone);
    }
}
