package noroshi.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.topic.Topics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of those who receive notices: what came to their organisation, and their answers. */
@Service
@Transactional
public class Notices {
    private static final Duration FARTHEST = Duration.ofDays(180);

    private final NoticeStore notices;
    private final NoticeListStore lists;
    private final Topics topics;
    private final Journal journal;

    Notices(NoticeStore notices, NoticeListStore lists, Topics topics, Journal journal) {
        this.notices = notices;
        this.lists = lists;
        this.topics = topics;
        this.journal = journal;
    }

    /** Whether the actor is on the Centre's duty desk and sees every notice. */
    @Transactional(readOnly = true)
    public boolean watching(Actor actor) {
        return notices.watching();
    }

    /** The notices the actor may read, those that wait for an answer first, the most pressing in front. */
    @Transactional(readOnly = true)
    public List<NoticeRow> list(NoticeFilter filter, Window window, Actor actor) {
        return lists.rows(filter, journal.now(), window);
    }

    /** What the actor's own organisation has not settled, the most pressing first. */
    @Transactional(readOnly = true)
    public List<NoticeRow> waiting(int atMost, Actor actor) {
        var mine = new NoticeFilter(
                NoticeFilter.Show.WAITING,
                Optional.empty(),
                Optional.of(actor.organisation()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return lists.rows(mine, journal.now(), new Window(0, atMost));
    }

    /** How many notices wait for an answer of the actor's own organisation. */
    @Transactional(readOnly = true)
    public Supplier<Integer> waiting(Actor actor) {
        return notices.waiting(actor.organisation());
    }

    @Transactional(readOnly = true)
    public Notice show(UUID topic, Actor actor) {
        return notices.find(topic).orElseThrow(NotFound::new);
    }

    /** What was answered and decided, in order. */
    @Transactional(readOnly = true)
    public List<Entry> entries(UUID topic, Actor actor) {
        return notices.entries(show(topic, actor).topic());
    }

    /** When somebody of the organisation opened it first, as far as the actor may know. */
    @Transactional(readOnly = true)
    public Optional<Instant> firstView(Notice notice, Actor actor) {
        return notices.firstView(notice);
    }

    /** Whether the actor answers for the organisation that received it. */
    public boolean mayAnswer(Notice notice, Actor actor) {
        return notice.organisation().equals(actor.organisation());
    }

    /** Answers. An answer after the due time is taken, and marked; a later answer takes the place of an earlier. */
    public void answer(UUID topic, Answer answer, Actor actor) {
        var notice = open(topic, actor);
        if (!mayAnswer(notice, actor)) {
            throw new NotAllowed();
        }
        take(notice, answer, false, actor);
    }

    /** Locks a notice that has not been withdrawn. */
    Notice open(UUID topic, Actor actor) {
        var notice = notices.lock(topic).orElseThrow(NotFound::new);
        if (topics.show(topic, actor).withdrawn()) {
            throw new RuleBroken("topic.withdrawn");
        }
        return notice;
    }

    void take(Notice notice, Answer answer, boolean spoken, Actor actor) {
        var now = journal.now();
        var late = notice.late(now);
        var standing = standing(answer, now);
        var entry = new Entry(
                kind(answer), answer.words(), until(answer), actor.person(), notice.organisation(), now, late, spoken);
        notices.add(notice.topic(), notice.round(), entry);
        notices.stand(
                notice.topic(),
                standing,
                notice.round() + 1,
                notice.due(),
                until(answer).map(Ladder::after),
                Optional.of(now));
        journal.tell(
                actor,
                "notice.answered",
                notice.topic(),
                Map.of("answer", entry.kind(), "late", late, "spoken", spoken),
                new NoticeAnswered(
                        notice.topic(), notice.organisation(), until(answer).isEmpty(), now));
    }

    private static Standing standing(Answer answer, Instant now) {
        return switch (answer) {
            case Answer.Working(var words, var until) -> {
                if (!until.isAfter(now) || until.isAfter(now.plus(FARTHEST))) {
                    throw new RuleBroken("notice.until", FARTHEST.toDays());
                }
                yield new Standing.Working(until);
            }
            case Answer.Done done -> new Standing.Settled(true, Optional.empty());
            case Answer.NotAffected notAffected -> new Standing.Settled(false, Optional.empty());
        };
    }

    private static Entry.Kind kind(Answer answer) {
        return switch (answer) {
            case Answer.Working working -> Entry.Kind.WORKING;
            case Answer.Done done -> Entry.Kind.DONE;
            case Answer.NotAffected notAffected -> Entry.Kind.NOT_AFFECTED;
        };
    }

    private static Optional<Instant> until(Answer answer) {
        return answer instanceof Answer.Working working ? Optional.of(working.until()) : Optional.empty();
    }
}
