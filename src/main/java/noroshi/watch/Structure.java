package noroshi.watch;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what the rota is made of: posts and hours, with the days on which they hold. */
@Service
@Transactional
public class Structure {
    private final PostStore posts;
    private final AuditTrail audit;
    private final Clock clock;
    private final SiteSettings site;

    Structure(PostStore posts, AuditTrail audit, Clock clock, SiteSettings site) {
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
        this.site = site;
    }

    /** Refuses everybody else, before anything they sent is looked at. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        requireReader();
    }

    /** Posts that hold today or will. */
    @Transactional(readOnly = true)
    public List<Post> posts(Actor actor) {
        requireReader();
        var today = today();
        return posts.posts().stream()
                .filter(it -> it.to().stream().noneMatch(today::isAfter))
                .toList();
    }

    /** Posts that were ended and are not there any more. */
    @Transactional(readOnly = true)
    public List<Post> ended(Actor actor) {
        requireReader();
        var today = today();
        return posts.posts().stream()
                .filter(it -> it.to().stream().anyMatch(today::isAfter))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Hours> hours(Actor actor) {
        requireReader();
        var today = today();
        return posts.hours().stream()
                .filter(it -> it.to().stream().noneMatch(today::isAfter))
                .toList();
    }

    /** All hours there ever were, to name the shifts of old. */
    @Transactional(readOnly = true)
    public List<Hours> everyHours(Actor actor) {
        requireReader();
        return posts.hours();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.tz());
    }

    public void add(Post post, Actor actor) {
        requireReader();
        if (!posts.insert(post)) {
            throw new RuleBroken("watch.post.known");
        }
        audit.record(actor, "watch.post-added", actor.organisation(), Map.of("post", post.code()));
    }

    public UUID add(Hours hours, Actor actor) {
        requireReader();
        posts.insert(hours);
        audit.record(actor, "watch.hours-added", hours.id(), Map.of("mode", hours.mode()));
        return hours.id();
    }

    /** From tomorrow on, the post is not there any more; who stood watch as it stays known. */
    public void endPost(String code, Actor actor) {
        requireReader();
        if (!posts.endPost(code, today())) {
            throw new NotFound();
        }
        audit.record(actor, "watch.post-ended", actor.organisation(), Map.of("post", code));
    }

    /** A post that was ended is there again, under its code and name; once more does nothing. */
    public void goOn(String code, Actor actor) {
        requireReader();
        if (!posts.goOn(code)) {
            throw new NotFound();
        }
        audit.record(actor, "watch.post-goes-on", actor.organisation(), Map.of("post", code));
    }

    public void endHours(UUID id, Actor actor) {
        requireReader();
        if (!posts.endHours(id, today())) {
            throw new NotFound();
        }
        audit.record(actor, "watch.hours-ended", id, Map.of());
    }

    private void requireReader() {
        if (!posts.reader()) {
            throw new NotFound();
        }
    }
}
