package noroshi.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the Centre's duty desk: asks again, looks again later, and telephones the silent. */
@Service
@Transactional
public class DutyDesk {
    private static final Duration FARTHEST = Duration.ofDays(365);

    private final Notices front;
    private final NoticeStore notices;
    private final DutyStore duties;
    private final Journal journal;

    DutyDesk(Notices front, NoticeStore notices, DutyStore duties, Journal journal) {
        this.front = front;
        this.notices = notices;
        this.duties = duties;
        this.journal = journal;
    }

    /** Asks again, with a new time to answer. */
    public void reopen(UUID topic, String words, Instant due, Actor actor) {
        var notice = watched(topic, actor);
        var said = words(words);
        var now = journal.now();
        requireFuture(due, now);
        notices.add(topic, notice.round() + 1, entry(Entry.Kind.REOPENED, said, Optional.of(due), actor, now));
        notices.stand(
                topic,
                new Standing.Open(),
                notice.round() + 1,
                due,
                Optional.of(Ladder.towards(due, now)),
                Optional.empty());
        journal.tell(
                actor,
                "notice.reopened",
                topic,
                Map.of("due", due.toString()),
                new NoticeReopened(topic, notice.organisation(), now));
    }

    /** Looks again at that time whether it stayed settled. */
    public void recheck(UUID topic, Instant when, Actor actor) {
        var notice = settled(topic, actor);
        var now = journal.now();
        requireFuture(when, now);
        notices.add(topic, notice.round(), entry(Entry.Kind.RECHECK_SET, "", Optional.of(when), actor, now));
        stand(notice, Optional.of(when));
        journal.note(actor, "notice.recheck-set", topic, Map.of("when", when.toString()));
    }

    /** Has looked again, and it is still settled. */
    public void rechecked(UUID topic, String words, Actor actor) {
        var notice = settled(topic, actor);
        var said = words(words);
        var now = journal.now();
        notices.add(topic, notice.round(), entry(Entry.Kind.RECHECKED, said, Optional.empty(), actor, now));
        stand(notice, Optional.empty());
        journal.note(actor, "notice.rechecked", topic, Map.of());
    }

    /** Calls to make now; nothing for anybody else. What was answered meanwhile is not among them. */
    @Transactional(readOnly = true)
    public List<Call> calls(Actor actor) {
        return notices.watching() ? duties.calls() : List.of();
    }

    /** How many settled notices are to be looked at again by now. */
    @Transactional(readOnly = true)
    public int rechecks(Actor actor) {
        return notices.watching() ? duties.rechecks(journal.now()) : 0;
    }

    /** One of them, also when it was answered meanwhile: whoever is telephoning has something to write down. */
    @Transactional(readOnly = true)
    public Call call(UUID id, Actor actor) {
        requireWatch();
        return duties.call(id).orElseThrow(NotFound::new);
    }

    /**
     * Notes what came of a telephone call; one that reached nobody stays on the list. The words are kept whatever
     * happened to the notice during the call.
     *
     * @param answer what the organisation answered on the telephone, if it did
     */
    public void called(UUID call, boolean reached, String said, Optional<Answer> answer, Actor actor) {
        requireWatch();
        var open = duties.lock(call).orElseThrow(NotFound::new);
        var words = words(said);
        if (!reached && answer.isPresent()) {
            throw new RuleBroken("notice.call.not-reached");
        }
        if (answer.isPresent() && !duties.waiting(call)) {
            throw new RuleBroken("notice.call.answered-meanwhile");
        }
        duties.tried(call, reached, words, actor.person(), journal.now());
        journal.note(actor, "notice.called", open.topic(), Map.of("reached", reached));
        answer.ifPresent(it -> front.take(front.open(open.topic(), actor), it, true, actor));
    }

    /** How the ladder was climbed; nothing for anybody else. */
    @Transactional(readOnly = true)
    public List<Rung> rungs(UUID topic, Actor actor) {
        return notices.watching() ? duties.rungs(topic) : List.of();
    }

    /** How many others were composed together with this notice; nothing for anybody else. */
    @Transactional(readOnly = true)
    public int together(UUID topic, Actor actor) {
        return notices.watching() ? duties.together(topic) : 0;
    }

    /** Which notices were composed together with this one; nothing for anybody else. */
    @Transactional(readOnly = true)
    public Optional<UUID> batchOf(UUID topic, Actor actor) {
        return notices.watching() ? duties.batchOf(topic) : Optional.empty();
    }

    /** How far notices that were composed together have come; nothing for anybody else. */
    @Transactional(readOnly = true)
    public Optional<Batch> batch(UUID batch, Actor actor) {
        return notices.watching() ? duties.batch(batch) : Optional.empty();
    }

    /** Organisations whose window nobody keeps, so that a notice would reach nobody. */
    @Transactional(readOnly = true)
    public List<UUID> emptyWindows(Actor actor) {
        return notices.watching() ? duties.emptyWindows() : List.of();
    }

    private Notice watched(UUID topic, Actor actor) {
        requireWatch();
        return front.open(topic, actor);
    }

    private Notice settled(UUID topic, Actor actor) {
        var notice = watched(topic, actor);
        if (!notice.settled()) {
            throw new RuleBroken("notice.not-settled");
        }
        return notice;
    }

    private void stand(Notice notice, Optional<Instant> recheck) {
        var affected = notice.standing() instanceof Standing.Settled settled && settled.affected();
        notices.stand(
                notice.topic(),
                new Standing.Settled(affected, recheck),
                notice.round(),
                notice.due(),
                Optional.empty(),
                Optional.empty());
    }

    private void requireWatch() {
        if (!notices.watching()) {
            throw new NotFound();
        }
    }

    private static Entry entry(Entry.Kind kind, String words, Optional<Instant> until, Actor actor, Instant now) {
        return new Entry(kind, words, until, actor.person(), actor.organisation(), now, false, false);
    }

    private static void requireFuture(Instant when, Instant now) {
        if (!when.isAfter(now) || when.isAfter(now.plus(FARTHEST))) {
            throw new RuleBroken("notice.due", FARTHEST.toDays());
        }
    }

    private static String words(String typed) {
        var words = typed.strip();
        if (words.isEmpty()) {
            throw new RuleBroken("notice.words-missing");
        }
        if (words.length() > Answer.LONGEST) {
            throw new RuleBroken("notice.words-too-long", Answer.LONGEST);
        }
        if (words.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
        return words;
    }
}
