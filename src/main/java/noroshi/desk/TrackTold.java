package noroshi.desk;

import java.util.Set;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * What the police say about their track, and who may see it beside them and the Centre.
 *
 * @param reporter the reporter's side may
 * @param named who else may, as long as the matter is told to them
 */
public record TrackTold(TrackState state, String body, boolean reporter, Set<UUID> named) {
    private static final int LONGEST = 5000;
    private static final int MOST = 20;

    public TrackTold {
        body = body.strip();
        named = Set.copyOf(named);
        if (body.length() > LONGEST || body.indexOf('\0') >= 0) {
            throw new RuleBroken("desk.too-long", LONGEST);
        }
        if (named.size() > MOST) {
            throw new RuleBroken("desk.track.too-many", MOST);
        }
    }
}
