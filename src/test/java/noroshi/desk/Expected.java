package noroshi.desk;

import static noroshi.testing.Cast.DANA;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import noroshi.shared.Actor;

/** What ought to be of one matter: told by nobody but a test. */
final class Expected {
    final Matter matter;
    final Actor reporter;
    final String word;
    final String secret;
    final Map<UUID, boolean[]> told = new HashMap<>();
    /** Whom the reporter left out or took out. */
    final Set<UUID> left = new HashSet<>();

    final Set<UUID> refused = new HashSet<>();
    boolean helped;
    boolean withdrawn;

    Expected(Matter matter, Actor reporter, String word, String secret) {
        this.matter = matter;
        this.reporter = reporter;
        this.word = word;
        this.secret = secret;
    }

    boolean reads(Question.Place place, Actor who, Predicate<UUID> holdsWindow) {
        if (who.equals(reporter) || who.equals(DANA) || holdsWindow.test(reporter.organisation())) {
            return true;
        }
        return told.entrySet().stream()
                .filter(it -> holdsWindow.test(it.getKey()))
                .anyMatch(it -> switch (place) {
                    case OUTLINE -> true;
                    case DAMAGE -> it.getValue()[0];
                    case TECHNICAL -> it.getValue()[1];
                });
    }

    void add(UUID organisation, boolean damage, boolean technical) {
        left.remove(organisation);
        told.merge(organisation, new boolean[] {damage, technical}, (old, more) ->
                new boolean[] {old[0] || more[0], old[1] || more[1]});
    }

    boolean maybeAsked(UUID agency) {
        return told.getOrDefault(agency, new boolean[2])[1] || !left.contains(agency) && !refused.contains(agency);
    }
}
