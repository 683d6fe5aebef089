package noroshi.topic;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.community.Communities;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much a reader wants to hear of what comes through a community. */
@Service
@Transactional
public class FollowedCommunities {
    private final FollowedCommunityStore store;
    private final Communities communities;
    private final AuditTrail audit;

    FollowedCommunities(FollowedCommunityStore store, Communities communities, AuditTrail audit) {
        this.store = store;
        this.communities = communities;
        this.audit = audit;
    }

    /** What they said; empty means the usual. */
    @Transactional(readOnly = true)
    public Optional<Following> mode(UUID community, Actor actor) {
        return store.mode(community, actor.person());
    }

    /** Follows or mutes it, or hears the usual again. */
    public void follow(UUID community, Optional<Following> mode, Actor actor) {
        if (!communities.show(community, actor).place().inside()) {
            throw new NotFound();
        }
        store.follow(community, mode, actor.person());
        audit.record(
                actor,
                "community.followed",
                community,
                Map.of("mode", mode.map(Following::name).orElse("")));
    }
}
