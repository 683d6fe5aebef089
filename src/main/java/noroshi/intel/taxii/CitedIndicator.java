package noroshi.intel.taxii;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.intel.OwnStix;
import noroshi.intel.Spelling;
import noroshi.intel.life.Decay;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The STIX indicator that this platform makes of a value which bulletins cite (STIX 2.1, section 4.7). What collections say
 * of a value differs, and one may take it back alone: each has an object of its own, for all versions of an object must agree
 * (section 3.6). A revoked id never comes back, so that the next one counts on.
 */
@Component
class CitedIndicator {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_REFERENCES = 20;

    private final Decay decay;

    CitedIndicator(Decay decay) {
        this.decay = decay;
    }

    /** Until when somebody should act on it; nothing is kept for ever. */
    Instant until(CitedStore.Due due) {
        return due.cited().stream()
                .map(cited -> cited.lastAt().plus(enough(due.form(), cited)))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH)
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private Duration enough(Spelling.Form form, CitedStore.Cited cited) {
        return decay.enough(form.type(), cited.confidence());
    }

    /** As it stands now; empty for what has no place in a pattern. */
    Optional<CitedStore.Word> write(CitedStore.Due due, String site, Instant now) {
        var told = due.told();
        var again = due.stands();
        var id = told.text()
                .filter(text -> again)
                .map(CitedIndicator::id)
                .orElseGet(() -> "indicator--" + OwnStix.name(name(due, site)));
        var created = millis(
                again
                        ? told.created().orElse(now)
                        : told.round() == 0 ? due.firstAt().orElse(now) : now);
        var said = due.cited().stream()
                .map(CitedStore.Cited::lastAt)
                .max(Comparator.naturalOrder())
                .orElse(now);
        var modified = later(millis(said), again ? after(told) : Optional.of(created));
        return due.label()
                .flatMap(tlp -> OwnStix.pattern(due.form()).map(pattern -> {
                    var indicator = OwnStix.indicator(site, id, due.form(), pattern, tlp, created, modified);
                    indicator.put("valid_until", OwnStix.text(until(due)));
                    indicator.put(
                            "confidence",
                            due.cited().stream()
                                    .mapToInt(cited -> decay.stated(cited.confidence()))
                                    .max()
                                    .orElse(0));
                    indicator.put("external_references", references(due, site));
                    return new CitedStore.Word(id, JSON.writeValueAsString(indicator), created, modified);
                }));
    }

    private static String name(CitedStore.Due due, String site) {
        var value = site + " cites " + due.form().type() + " " + due.form().value() + " in " + due.collection();
        return due.told().round() == 0 ? value : value + " again " + due.told().round();
    }

    /** Which bulletins, for whoever may read them; no address, and nothing of what they say. */
    private static List<Map<String, String>> references(CitedStore.Due due, String site) {
        return due.cited().stream()
                .limit(MOST_REFERENCES)
                .map(cited ->
                        Map.of("source_name", site, "external_id", cited.topic().toString()))
                .toList();
    }

    /** The last word on what stands in a collection. */
    Optional<CitedStore.Word> revoke(CitedStore.Told told, Instant now) {
        return told.text().map(text -> {
            var modified = later(millis(now), after(told));
            var object = ((ObjectNode) JSON.readTree(text))
                    .put("modified", OwnStix.text(modified))
                    .put("revoked", true);
            return new CitedStore.Word(
                    id(text), JSON.writeValueAsString(object), told.created().orElse(modified), modified);
        });
    }

    static String id(String text) {
        return JSON.readTree(text).path("id").asString("");
    }

    private static Optional<Instant> after(CitedStore.Told told) {
        return told.modified().map(last -> last.plusMillis(1));
    }

    private static Instant later(Instant one, Optional<Instant> other) {
        return other.filter(one::isBefore).orElse(one);
    }

    private static Instant millis(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS);
    }
}
