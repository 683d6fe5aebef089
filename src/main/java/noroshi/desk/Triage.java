package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the Centre's desk: the board, the tickets, and every answer. Only its office enters. */
@Service
@Transactional
public class Triage {
    private final TicketStore tickets;
    private final MatterStore matters;
    private final TellingStore tellings;
    private final Clocks clocks;
    private final Conversation conversation;
    private final Files files;
    private final Members members;
    private final ViewStore views;
    private final RecentBoard recent;
    private final Ledger ledger;

    Triage(
            TicketStore tickets,
            MatterStore matters,
            TellingStore tellings,
            Clocks clocks,
            Conversation conversation,
            Files files,
            Members members,
            ViewStore views,
            RecentBoard recent,
            Ledger ledger) {
        this.views = views;
        this.recent = recent;
        this.tickets = tickets;
        this.matters = matters;
        this.tellings = tellings;
        this.clocks = clocks;
        this.conversation = conversation;
        this.files = files;
        this.members = members;
        this.ledger = ledger;
    }

    /** The board as it stands, or as it stood at a moment. */
    @Transactional(readOnly = true)
    public Board board(Optional<Instant> moment, Actor actor) {
        requireStaff();
        var past = moment.filter(ledger.now()::isAfter);
        return past.map(at -> stood(at, recent.alone(tickets.board(at, morning(at))), false))
                .orElseGet(() -> live(views.pulse()));
    }

    /**
     * The board as it stands, for whoever was given this pulse, which only the desk is: what had moved when it was asked is
     * on the board, whose moment is after that.
     */
    Board live(String pulse) {
        var at = ledger.now();
        var morning = morning(at);
        var taken = recent.of("board", pulse, morning, () -> List.copyOf(tickets.board(ledger.now(), morning)));
        return stood(at, taken, true);
    }

    private Board stood(Instant at, RecentBoard.Taken<List<TicketStore.Row>> taken, boolean live) {
        var cards = taken.value().stream().map(row -> clocks.read(row, at, live));
        return new Board(taken.number(), at, live, cards.toList());
    }

    private Instant morning(Instant at) {
        var day = at.atZone(ledger.zone()).toLocalDate();
        return day.atStartOfDay(ledger.zone()).toInstant();
    }

    /** Refuses everybody but the desk, before anything they sent is looked at. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        requireStaff();
    }

    /** The ticket of a matter. */
    @Transactional(readOnly = true)
    public Ticket ticket(Matter matter, Actor actor) {
        requireStaff();
        return tickets.ticket(matter.topic()).orElseThrow(NotFound::new);
    }

    /** Who may be given a matter: whoever holds the desk's office. */
    @Transactional(readOnly = true)
    public List<UUID> officers(Actor actor) {
        requireStaff();
        return members.within(members.office(OfficeKind.DUTY_DESK)).stream()
                .map(noroshi.membership.Belonging::person)
                .toList();
    }

    /** 受付: the reporter learns that somebody has it. */
    public void acknowledge(Matter matter, Actor actor) {
        var standing = locked(matter);
        if (standing.status() == Status.SUBMITTED) {
            move(matter, standing.as(Status.ACKNOWLEDGED), Optional.empty(), actor);
        }
    }

    /**
     * Judges the matter.
     *
     * @param seen since when the standing stood that the writer had before them; a newer one is never overwritten
     */
    public void judge(Matter matter, Judgement judgement, Optional<String> system, Instant seen, Actor actor) {
        var standing = unchanged(matter, seen);
        tickets.concern(matter.topic(), system);
        move(matter, standing.judged(judgement), Optional.empty(), actor);
        ledger.note(matter, "desk.matter-judged", Map.of("priority", judgement.priority()), actor);
    }

    /** Gives the matter to a team, and to a person of the desk. */
    public void assign(Matter matter, Optional<Integer> team, Optional<UUID> person, Instant seen, Actor actor) {
        var standing = unchanged(matter, seen);
        if (!person.stream().allMatch(officers(actor)::contains)
                || team.filter(it -> it < 1 || it > 3).isPresent()) {
            throw new RuleBroken("desk.choice");
        }
        tickets.stand(standing.given(team, person), ledger.now(), actor);
        ledger.note(matter, "desk.matter-assigned", Map.of("team", team.orElse(0)), actor);
    }

    /** Says where the matter stands, in one word and, if there are any, in words that replace the pinned ones. */
    public void show(Matter matter, Status status, String latest, Instant seen, Actor actor) {
        if (status.over() || status == Status.SUBMITTED) {
            throw new RuleBroken("desk.choice");
        }
        var standing = unchanged(matter, seen);
        if (standing.status().over()) {
            throw new RuleBroken("desk.over");
        }
        move(matter, standing.as(status), Optional.of(latest.strip()).filter(it -> !it.isEmpty()), actor);
    }

    /** When the newest word came to a matter: whoever answers or closes it has read so far. */
    @Transactional(readOnly = true)
    public Instant lastWord(Matter matter, Actor actor) {
        requireStaff();
        return matters.lastWord(matter.topic());
    }

    /**
     * Answers everybody who reads the matter; whoever waited waits no longer.
     *
     * @param seen the newest word that the writer had before them; a newer one is not answered unread
     */
    public UUID answer(
            Matter matter, String body, boolean close, List<NewMatter.Upload> uploads, Instant seen, Actor actor) {
        var standing = read(matter, seen);
        var comment = conversation.comment(matter.topic(), body, false, Optional.empty(), actor);
        var there = Optional.of(comment);
        RuleBroken.afterAll(
                uploads, file -> files.attach(matter.topic(), there, file.name(), file.bytes(), Level.ALL, actor));
        matters.waiting(matter.topic(), Optional.empty());
        if (close && !standing.status().over()) {
            move(matter, standing.as(Status.CLOSED), Optional.empty(), actor);
        } else if (standing.status() == Status.SUBMITTED) {
            move(matter, standing.as(Status.ACKNOWLEDGED), Optional.empty(), actor);
        }
        ledger.note(matter, "desk.matter-answered", Map.of("comment", comment), actor);
        ledger.tell(new MatterAnswered(matter.topic(), comment, ledger.now()));
        return comment;
    }

    /** Writes something down for the desk alone. */
    public UUID note(Matter matter, NewNote note, Actor actor) {
        requireStaff();
        var due = note.kind() == NoteKind.TASK ? clocks.taskWithin() : null;
        var id = tickets.note(matter.topic(), note, due, ledger.now(), actor);
        ledger.note(matter, "desk.note-written", Map.of("note", id, "kind", note.kind()), actor);
        return id;
    }

    /** A call with the reporter: everybody who reads the matter learns that they spoke, and only the desk what was said. */
    public void spoke(Matter matter, NewNote said, Actor actor) {
        note(matter, said, actor);
        tellings.step(matter.topic(), "spoke", actor, "", ledger.now());
        ledger.note(matter, "desk.spoke", Map.of(), actor);
    }

    /** A task of the ticket is done. */
    public void done(Matter matter, UUID note, Actor actor) {
        requireStaff();
        if (!tickets.done(matter.topic(), note, ledger.now(), actor)) {
            throw new NotFound();
        }
        ledger.note(matter, "desk.task-done", Map.of("note", note), actor);
    }

    /** Says what it was, before the end. */
    public void classify(Matter matter, Classification classification, Instant seen, Actor actor) {
        var standing = read(matter, seen).classified(classification);
        tickets.stand(standing, ledger.now(), actor);
        ledger.note(matter, "desk.matter-classified", Map.of(), actor);
    }

    /** Closes the matter; what was learned is asked for, and stays with the desk. */
    public void close(Matter matter, Closure closure, Instant seen, Actor actor) {
        var standing = read(matter, seen).classified(closure.classification());
        tickets.conclude(matter.topic(), closure.outcome(), closure.lessons());
        matters.waiting(matter.topic(), Optional.empty());
        if (standing.status().over()) {
            tickets.stand(standing, ledger.now(), actor);
        } else {
            move(matter, standing.as(Status.CLOSED), Optional.empty(), actor);
        }
        ledger.note(matter, "desk.matter-closed", Map.of(), actor);
    }

    /** Takes a closed matter up again. */
    public void reopen(Matter matter, Actor actor) {
        var standing = locked(matter);
        if (standing.status() != Status.CLOSED && standing.status() != Status.MERGED) {
            throw new RuleBroken("desk.not-closed");
        }
        move(matter, standing.as(Status.RESPONDING), Optional.empty(), actor);
        ledger.note(matter, "desk.matter-reopened", Map.of(), actor);
    }

    /** The same thing was told twice: one matter goes on, the other ends with a link for whoever may follow it. */
    public void merge(Matter matter, Matter into, Actor actor) {
        requireStaff();
        Stream.of(matter.topic(), into.topic()).sorted().forEach(matters::lock);
        var standing = locked(matter);
        var goesOn = locked(into);
        if (matter.topic().equals(into.topic())
                || standing.status().over()
                || goesOn.status().over()) {
            throw new RuleBroken("desk.merge");
        }
        tickets.merge(matter.topic(), into.topic());
        move(matter, standing.as(Status.MERGED), Optional.empty(), actor);
        ledger.note(matter, "desk.matter-merged", Map.of("into", into.topic()), actor);
    }

    /** An agency was asked for help. */
    void supporting(Matter matter, Actor actor) {
        var standing = locked(matter);
        if (standing.status() != Status.SUPPORT_COORDINATING) {
            move(matter, standing.as(Status.SUPPORT_COORDINATING), Optional.empty(), actor);
        }
    }

    private void move(Matter matter, Standing next, Optional<String> latest, Actor actor) {
        var now = ledger.now();
        tickets.stand(next, now, actor);
        tickets.show(matter.topic(), next.status(), latest, now);
        if (next.status() != matter.status() || latest.isPresent()) {
            tellings.step(matter.topic(), "moved", actor, next.status().name(), now);
            ledger.note(matter, "desk.matter-moved", Map.of("status", next.status()), actor);
            ledger.tell(new MatterMoved(matter.topic(), next.status(), now));
        }
    }

    private Standing locked(Matter matter) {
        requireStaff();
        return tickets.lock(matter.topic()).orElseThrow(NotFound::new);
    }

    private Standing read(Matter matter, Instant seen) {
        var standing = locked(matter);
        if (matters.lastWord(matter.topic()).isAfter(seen)) {
            throw new RuleBroken("desk.newer-word");
        }
        return standing;
    }

    private Standing unchanged(Matter matter, Instant seen) {
        var standing = locked(matter);
        if (!standing.since().equals(seen)) {
            throw new RuleBroken("desk.stale");
        }
        return standing;
    }

    /** For everybody else there is no board, as there is none behind any other address they may not know. */
    private void requireStaff() {
        if (!matters.staff()) {
            throw new NotFound();
        }
    }
}
