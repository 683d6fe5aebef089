package noroshi.bulletin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the second person: manuscripts are approved or given back, urgent releases reviewed afterwards. */
@Service
@Transactional
public class ReviewDesk {
    private static final int LONGEST_REMARK = 1000;

    private final ManuscriptStore manuscripts;
    private final EditionStore editions;
    private final Readiness readiness;
    private final Journal journal;

    ReviewDesk(ManuscriptStore manuscripts, EditionStore editions, Readiness readiness, Journal journal) {
        this.manuscripts = manuscripts;
        this.editions = editions;
        this.readiness = readiness;
        this.journal = journal;
    }

    /** Agrees with exactly these words. */
    public void approve(UUID id, int lock, Actor actor) {
        var manuscript = inReview(id, lock, actor);
        readiness.require(manuscript, actor);
        var now = journal.now();
        manuscripts.save(manuscript.approve(actor.person(), now));
        journal.tell(actor, "bulletin.approved", id, Map.of(), new ManuscriptApproved(id, actor.person(), now));
    }

    /** Gives it back to its writers with a reason. */
    public void giveBack(UUID id, int lock, String reason, Actor actor) {
        var manuscript = inReview(id, lock, actor);
        requireShort(reason);
        var now = journal.now();
        manuscripts.save(manuscript.giveBack(reason, actor.person(), now));
        journal.tell(actor, "bulletin.returned", id, Map.of(), new ManuscriptReturned(id, actor.person(), now));
    }

    /** Urgent releases that still wait for their second review, the most pressing first; then those objected to. */
    @Transactional(readOnly = true)
    public List<Edition> reviews(Actor actor) {
        return Newsroom.open(actor) ? editions.reviews() : List.of();
    }

    /**
     * Gives the second review of an urgent release.
     *
     * @param objection empty to agree; else what must be put right
     */
    public void review(UUID topic, int version, Optional<String> objection, Actor actor) {
        actor.require(Role.APPROVER);
        var edition = editions.lock(topic, version).orElseThrow(NotFound::new);
        if (!(edition.release() instanceof Release.Urgent urgent)) {
            throw new NotFound();
        }
        if (urgent.review().isPresent()) {
            throw new RuleBroken("bulletin.already-reviewed");
        }
        if (edition.by().equals(actor.person()) || edition.contributors().contains(actor.person())) {
            throw new RuleBroken("bulletin.own-words");
        }
        objection.ifPresent(ReviewDesk::requireReason);
        var review = new Release.Review(actor.person(), journal.now(), objection.map(String::strip));
        editions.review(edition, review);
        journal.tell(
                actor,
                objection.isPresent() ? "bulletin.objected" : "bulletin.reviewed",
                topic,
                Map.of("version", version),
                new BulletinReviewed(topic, version, objection.isPresent(), review.at()));
    }

    private Manuscript inReview(UUID id, int lock, Actor actor) {
        if (!Newsroom.open(actor)) {
            throw new NotFound();
        }
        var manuscript = manuscripts.lock(id).orElseThrow(NotFound::new);
        actor.require(Role.APPROVER);
        manuscript.requireLock(lock);
        return manuscript;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new RuleBroken("bulletin.reason-missing");
        }
        requireShort(reason);
    }

    private static void requireShort(String reason) {
        if (reason.strip().length() > LONGEST_REMARK) {
            throw new RuleBroken("bulletin.reason-too-long", LONGEST_REMARK);
        }
    }
}
