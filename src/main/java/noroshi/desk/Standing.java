package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How a ticket stands; a new one begins with each change, and the old ones stay.
 *
 * @param priority 1 is the most pressing, 4 the least; empty before triage
 * @param team one of the three response teams
 * @param confirmed the event owner's liaison has said this impact and this extent
 */
public record Standing(
        UUID matter,
        Instant since,
        Status status,
        Optional<Integer> priority,
        Impact impact,
        String extent,
        Visibility visibility,
        Classification classification,
        Optional<Integer> team,
        Optional<UUID> assignee,
        boolean confirmed) {

    Standing as(Status next) {
        return new Standing(
                matter, since, next, priority, impact, extent, visibility, classification, team, assignee, confirmed);
    }

    Standing given(Optional<Integer> otherTeam, Optional<UUID> person) {
        return new Standing(
                matter,
                since,
                status,
                priority,
                impact,
                extent,
                visibility,
                classification,
                otherTeam,
                person,
                confirmed);
    }

    Standing classified(Classification as) {
        return new Standing(matter, since, status, priority, impact, extent, visibility, as, team, assignee, confirmed);
    }

    Standing judged(Judgement it) {
        return new Standing(
                matter,
                since,
                status == Status.SUBMITTED || status == Status.ACKNOWLEDGED ? Status.TRIAGED : status,
                Optional.of(it.priority()),
                it.impact(),
                it.extent(),
                it.visibility(),
                classification,
                team,
                assignee,
                confirmed && it.impact() == impact && it.extent().equals(extent));
    }
}
