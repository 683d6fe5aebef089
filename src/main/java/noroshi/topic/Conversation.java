package noroshi.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Readers answer, quote, mention, agree and thank; the asker marks the answer that helped. */
@Service
@Transactional
public class Conversation {
    private static final int LONGEST = 20_000;
    private static final int LONGEST_REASON = 1000;

    private final Topics topics;
    private final CommentStore comments;
    private final ReactionStore reactions;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Conversation(
            Topics topics,
            CommentStore comments,
            ReactionStore reactions,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.topics = topics;
        this.comments = comments;
        this.reactions = reactions;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** A page is going to show what is said about the topic. */
    @Transactional(readOnly = true)
    public void expect(UUID topic, Actor actor) {
        expectThread(topic, actor);
        reactions.tallies(topic);
        reactions.following(topic);
    }

    /** The same of what almost every topic has. */
    @Transactional(readOnly = true)
    public void expectThread(UUID topic, Actor actor) {
        comments.thread(topic);
    }

    /** The thread, oldest first. */
    @Transactional(readOnly = true)
    public List<Comment> thread(UUID topic, Actor actor) {
        return comments.thread(topics.show(topic, actor).id()).get();
    }

    /** One comment of a topic. */
    @Transactional(readOnly = true)
    public Comment show(UUID topic, UUID comment, Actor actor) {
        topics.show(topic, actor);
        return require(topic, comment);
    }

    /** Adds a comment under the topic's own label: an answer is as strict as what it answers. */
    public UUID comment(UUID topic, String body, boolean hidden, Optional<UUID> quotes, Actor actor) {
        if (requireOpen(topic, actor).kind() == Kind.NOTICE && hidden) {
            throw new RuleBroken("topic.hidden-among-two");
        }
        quotes.ifPresent(quoted -> require(topic, quoted));
        var now = clock.instant();
        var id = comments.insert(topic, readable(body), hidden, quotes, actor, now);
        if (hidden) {
            audit.recordSealed(actor, "topic.commented", id, Map.of("topic", topic));
        } else {
            audit.record(actor, "topic.commented", id, Map.of("topic", topic));
        }
        events.publishEvent(new CommentPosted(topic, id, now));
        return id;
    }

    /** Corrects one's own comment, unless it was corrected elsewhere since it was seen; the earlier words stay in its history. */
    public void edit(UUID topic, UUID comment, String body, Seen seen, Actor actor) {
        requireOpen(topic, actor);
        comments.hold(comment);
        var current = require(topic, comment);
        if (!current.mine() || current.removed()) {
            throw new NotAllowed();
        }
        var text = readable(body);
        if (text.equals(current.body())) {
            return;
        }
        seen.requireStill(Seen.of(current.body()));
        comments.edit(current, text, clock.instant());
        remember(current, "topic.comment-edited", actor);
    }

    /** Removes one's own comment. */
    public void remove(UUID topic, UUID comment, Actor actor) {
        topics.show(topic, actor);
        var current = require(topic, comment);
        if (!current.mine()) {
            throw new NotAllowed();
        }
        comments.remove(current, clock.instant());
        remember(current, "topic.comment-removed", actor);
    }

    /** Takes away what somebody else wrote: the duty desk, or the lead of its community. Everybody reads why. */
    public void moderate(UUID topic, UUID comment, String reason, Actor actor) {
        topics.show(topic, actor);
        var current = require(topic, comment);
        if (!moderates(topic, actor)) {
            throw new NotAllowed();
        }
        if (reason.isBlank()) {
            throw new RuleBroken("topic.reason-missing");
        }
        if (reason.strip().length() > LONGEST_REASON) {
            throw new RuleBroken("topic.comment-too-long", LONGEST_REASON);
        }
        if (comments.moderate(current.id(), reason.strip())) {
            audit.record(actor, "topic.comment-moderated", comment, Map.of("topic", topic));
        }
    }

    /** Earlier words of a comment, newest first. */
    @Transactional(readOnly = true)
    public List<CommentEdit> history(UUID topic, UUID comment, Actor actor) {
        topics.show(topic, actor);
        return require(topic, comment).removed() ? List.of() : comments.history(comment);
    }

    /** The asker marks the answer that helped; empty takes the mark away. */
    public void accept(UUID topic, Optional<UUID> comment, Actor actor) {
        var question = requireOpen(topic, actor);
        if (question.kind() != Kind.QUESTION) {
            throw new RuleBroken("topic.not-a-question");
        }
        if (!topics.isSource(topic, actor)) {
            throw new NotAllowed();
        }
        comment.ifPresent(answer -> {
            if (require(topic, answer).removed()) {
                throw new NotFound();
            }
        });
        comments.accept(topic, comment);
        if (question.hidden()) {
            audit.recordSealed(actor, "topic.answer-accepted", topic, Map.of());
        } else {
            audit.record(actor, "topic.answer-accepted", topic, Map.of());
        }
    }

    /**
     * Reacts to the topic itself or to one of its comments; うちも and うちはなし exclude each other. Reactions are counted
     * without names, so their entries are sealed and do not say which it was.
     */
    public void react(UUID topic, UUID document, Reaction reaction, Actor actor) {
        requireDocument(topic, document, actor);
        reactions.add(topic, document, reaction, actor.person());
        audit.recordSealed(actor, "topic.reacted", document, Map.of("topic", topic));
    }

    /** Takes a reaction back. */
    public void unreact(UUID topic, UUID document, Reaction reaction, Actor actor) {
        requireDocument(topic, document, actor);
        reactions.remove(document, reaction, actor.person());
        audit.recordSealed(actor, "topic.reaction-taken-back", document, Map.of("topic", topic));
    }

    /** The tallies of the topic and of its comments, by document. */
    @Transactional(readOnly = true)
    public Map<UUID, Tally> tallies(UUID topic, Actor actor) {
        topics.show(topic, actor);
        return reactions.tallies(topic).get();
    }

    /** Chooses what of this topic reaches the reader; empty goes back to the usual. */
    public void follow(UUID topic, Optional<Following> mode, Actor actor) {
        topics.show(topic, actor);
        reactions.follow(topic, mode, actor.person());
        audit.record(
                actor,
                "topic.followed",
                topic,
                Map.of("mode", mode.map(Following::name).orElse("")));
    }

    @Transactional(readOnly = true)
    public Optional<Following> following(UUID topic, Actor actor) {
        return reactions.following(topics.show(topic, actor).id()).get();
    }

    /** Whether the actor may take away what others wrote in this topic. */
    @Transactional(readOnly = true)
    public boolean moderates(UUID topic, Actor actor) {
        return topics.moderates(topic, actor);
    }

    private Topic requireOpen(UUID topic, Actor actor) {
        var open = topics.show(topic, actor);
        if (open.withdrawn()) {
            throw new RuleBroken("topic.withdrawn");
        }
        return open;
    }

    private void requireDocument(UUID topic, UUID document, Actor actor) {
        requireOpen(topic, actor);
        if (!document.equals(topic) && require(topic, document).removed()) {
            throw new NotFound();
        }
    }

    private Comment require(UUID topic, UUID comment) {
        return comments.find(topic, comment).orElseThrow(NotFound::new);
    }

    private void remember(Comment comment, String act, Actor actor) {
        if (comment.author() instanceof Author.Hidden && comment.mine()) {
            audit.recordSealed(actor, act, comment.id(), Map.of("topic", comment.topic()));
        } else {
            audit.record(actor, act, comment.id(), Map.of("topic", comment.topic()));
        }
    }

    private static String readable(String body) {
        var text = body.strip();
        if (text.isEmpty()) {
            throw new RuleBroken("topic.comment-missing");
        }
        if (text.length() > LONGEST) {
            throw new RuleBroken("topic.comment-too-long", LONGEST);
        }
        if (text.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
        return text;
    }
}
