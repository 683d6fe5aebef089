package noroshi.bulletin;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Manuscript.State;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Component;

/** The rules by which a manuscript goes out: after a second person, directly, or urgently. */
@Component
class Publication {
    private static final int LONGEST_REASON = 1000;

    private final ManuscriptStore manuscripts;
    private final Readiness readiness;
    private final Press press;
    private final Journal journal;
    private final BulletinSettings settings;

    Publication(
            ManuscriptStore manuscripts, Readiness readiness, Press press, Journal journal, BulletinSettings settings) {
        this.manuscripts = manuscripts;
        this.readiness = readiness;
        this.press = press;
        this.journal = journal;
        this.settings = settings;
    }

    UUID publish(Manuscript manuscript, Actor actor, Instant now) {
        var release = switch (manuscript.state()) {
            case State.Approved(var by, var at) -> new Release.Approved(by, at);
            case State.Writing _, State.Revising _, State.Returned _ -> direct(manuscript);
            case State.InReview _ -> throw new RuleBroken("bulletin.still-in-review");
            case State.Published _ -> throw new IllegalStateException("published twice: " + manuscript.id());
        };
        return out(manuscript, release, actor, now);
    }

    private Release direct(Manuscript manuscript) {
        if (readiness.needsSecondPerson(manuscript)) {
            throw new RuleBroken("bulletin.second-person-first");
        }
        return new Release.Direct();
    }

    UUID release(Manuscript manuscript, String reason, Actor actor, Instant now) {
        if (manuscript.state() instanceof State.Approved) {
            throw new RuleBroken("bulletin.already-approved");
        }
        if (!readiness.needsSecondPerson(manuscript)) {
            throw new RuleBroken("bulletin.not-for-everybody");
        }
        if (!manuscript.marking().urgent()) {
            throw new RuleBroken("bulletin.not-urgent");
        }
        if (reason.isBlank()) {
            throw new RuleBroken("bulletin.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new RuleBroken("bulletin.reason-too-long", LONGEST_REASON);
        }
        var due = now.plus(settings.reviewWithin());
        return out(manuscript, new Release.Urgent(reason.strip(), due, Optional.empty()), actor, now);
    }

    void giveUp(Manuscript manuscript, Actor actor, Instant now) {
        manuscripts.save(press.giveUp(manuscript, actor, now));
        journal.note(actor, "bulletin.revision-given-up", manuscript.id(), Map.of("version", manuscript.version()));
    }

    int nextVersion(UUID topic, Actor actor) {
        return press.nextVersion(topic, actor);
    }

    private UUID out(Manuscript manuscript, Release release, Actor actor, Instant now) {
        readiness.require(manuscript, actor);
        var topic = press.publish(manuscript, release, actor, now);
        manuscripts.save(manuscript.publish(topic, actor.person(), now));
        journal.tell(
                actor,
                release.urgent() ? "bulletin.released-urgently" : "bulletin.published",
                topic,
                Map.of("version", manuscript.version(), "manuscript", manuscript.id()),
                new BulletinPublished(topic, manuscript.version(), release.urgent(), now));
        return topic;
    }
}
