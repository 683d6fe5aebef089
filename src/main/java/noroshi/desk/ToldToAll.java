package noroshi.desk;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;

/** Which matters a higher module has told to all without their names; for the desk, nothing for anybody else. */
public interface ToldToAll {
    /** By matter. */
    Map<UUID, Where> of(Actor actor);

    /** What everybody reads of it, and since when. */
    record Where(UUID topic, Instant at) {
        public String path() {
            return "/topics/" + topic;
        }
    }
}
