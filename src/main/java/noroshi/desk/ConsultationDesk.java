package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.topic.Conversation;
import noroshi.topic.Topics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of そうだんの窓口: members report and ask, tell more, and read what became of it. */
@Service
@Transactional
public class ConsultationDesk {
    private final MatterStore matters;
    private final TellingStore tellings;
    private final Intake intake;
    private final QuestionStore questions;
    private final Topics topics;
    private final Conversation conversation;
    private final LateWordStore lateWords;
    private final Ledger ledger;

    ConsultationDesk(
            MatterStore matters,
            TellingStore tellings,
            Intake intake,
            QuestionStore questions,
            Topics topics,
            Conversation conversation,
            LateWordStore lateWords,
            Ledger ledger) {
        this.lateWords = lateWords;
        this.matters = matters;
        this.tellings = tellings;
        this.intake = intake;
        this.questions = questions;
        this.topics = topics;
        this.conversation = conversation;
        this.ledger = ledger;
    }

    /** Whether the actor works at the desk today. */
    @Transactional(readOnly = true)
    public boolean staff(Actor actor) {
        return matters.staff();
    }

    /** Whether the actor may pass on what members told their association, naming none of them. */
    @Transactional(readOnly = true)
    public boolean relays(Actor actor) {
        return matters.secretariat(actor.organisation());
    }

    /** The questions of the form, in its order, as they are asked today. */
    @Transactional(readOnly = true)
    public List<Question> questions(Actor actor) {
        return questions.asked(questions.inForce()).questions();
    }

    /** What an edition of the questionnaire asks that is or was in force; what is asked today if it is not known. */
    @Transactional(readOnly = true)
    public Asked asked(Optional<Integer> edition, Actor actor) {
        return questions.asked(edition.filter(questions::wasAsked).orElseGet(questions::inForce));
    }

    /** Every answer there was to choose for this question in any edition. */
    @Transactional(readOnly = true)
    public List<Question.Option> everToChoose(String code, Actor actor) {
        return questions.everToChoose(code);
    }

    /** The matters of the actor's side, those that are not over first. */
    @Transactional(readOnly = true)
    public List<Matter> ours(Actor actor) {
        return matters.list(true);
    }

    /** The matters of others that the actor reads. */
    @Transactional(readOnly = true)
    public List<Matter> shared(Actor actor) {
        return matters.list(false);
    }

    /** What waits for the actor: at the desk whoever waits for an answer, elsewhere what is to be confirmed. */
    @Transactional(readOnly = true)
    public Supplier<Integer> waiting(Actor actor) {
        return matters.waitingFor();
    }

    @Transactional(readOnly = true)
    public Matter show(String reference, Actor actor) {
        return Reference.parse(reference).flatMap(matters::find).orElseThrow(NotFound::new);
    }

    /** The matter a topic belongs to, if it belongs to one the actor may read. */
    @Transactional(readOnly = true)
    public Optional<Matter> around(UUID topic, Actor actor) {
        return matters.around(topic);
    }

    /** The parts the actor may read; of the others there is no trace. */
    @Transactional(readOnly = true)
    public Map<Side, UUID> parts(Matter matter, Actor actor) {
        return tellings.parts(matter.topic());
    }

    /** What happened, newest first. */
    @Transactional(readOnly = true)
    public List<Step> steps(Matter matter, Actor actor) {
        return tellings.steps(matter.topic());
    }

    /** What was typed last for the outline or a part, to go on from. */
    @Transactional(readOnly = true)
    public Telling telling(UUID topic, Actor actor) {
        return tellings.telling(topic).orElse(Telling.NOTHING);
    }

    /**
     * Takes a matter in. When this returns, it is kept, and everybody who is to be told finds it at their window in the
     * same instant; when it fails, nobody does.
     */
    public String report(NewMatter it, Locale locale, Actor actor) {
        return intake.take(it, locale, actor);
    }

    /** Whether the actor tells more of a matter: its reporter's side, or the desk for what the desk wrote down. */
    @Transactional(readOnly = true)
    public boolean tells(Matter matter, Actor actor) {
        return matter.ours() || matter.reporter().flatMap(Reporter::recordedBy).isPresent() && matters.staff();
    }

    /** The matter that goes on where this one was merged into it, if the actor reads that one. */
    @Transactional(readOnly = true)
    public Optional<Matter> goesOn(Matter matter, Actor actor) {
        return matter.mergedInto().flatMap(matters::of);
    }

    /** The reporter tells more: the next version of the outline, and of the parts that changed. */
    public void update(String reference, Update update, Locale locale, Actor actor) {
        var matter = locked(reference, actor);
        if (!tells(matter, actor)) {
            throw new NotAllowed();
        }
        if (matter.status() == Status.WITHDRAWN) {
            throw new RuleBroken("desk.over");
        }
        var now = ledger.now();
        intake.tell(matter, update, locale, actor);
        matters.update(matter.topic(), update.stage(), now);
        takenUpAgain(matter, now, actor);
        step(matter, "updated", update.stage().name(), now, actor);
        ledger.note(matter, "desk.matter-updated", Map.of("stage", update.stage()), actor);
        ledger.tell(new MatterUpdated(matter.topic(), update.expectedVersion() + 1, now));
    }

    /** Says something in the thread that everybody reads: the reporter's side, and whoever was told. */
    public UUID say(String reference, String body, List<NewMatter.Upload> uploads, Actor actor) {
        var matter = locked(reference, actor);
        var now = ledger.now();
        var comment = conversation.comment(matter.topic(), body, concealed(matter), Optional.empty(), actor);
        ledger.moved();
        intake.attach(matter.topic(), Optional.of(comment), uploads, actor);
        if (matter.ours()) {
            matters.waiting(matter.topic(), Optional.of(now));
            takenUpAgain(matter, now, actor);
        } else if (matter.status().over() && !matters.staff()) {
            lateWords.insert(comment, matter.topic(), now);
        }
        return comment;
    }

    /** The member confirms what the Centre wrote down for them. */
    public void confirm(String reference, Actor actor) {
        var matter = show(reference, actor);
        if (!matter.ours()) {
            throw new NotAllowed();
        }
        var now = ledger.now();
        if (matters.confirm(matter.topic(), actor.person(), now)) {
            step(matter, "confirmed", "", now, actor);
            ledger.note(matter, "desk.matter-confirmed", Map.of(), actor);
        }
    }

    /** The reporter takes the matter back: nobody finds its words any more. */
    public void withdraw(String reference, String reason, Actor actor) {
        var matter = locked(reference, actor);
        if (!matter.ours()) {
            throw new NotAllowed();
        }
        if (matter.status() == Status.WITHDRAWN) {
            return;
        }
        var now = ledger.now();
        tellings.parts(matter.topic()).values().forEach(part -> topics.withdraw(part, reason, actor));
        topics.withdraw(matter.topic(), reason, actor);
        matters.turn(matter.topic(), Status.WITHDRAWN, now);
        step(matter, "withdrawn", "", now, actor);
        ledger.note(matter, "desk.matter-withdrawn", Map.of(), actor);
        ledger.tell(new MatterMoved(matter.topic(), Status.WITHDRAWN, now));
    }

    /** A word from the reporter on a closed or merged matter opens it again: no word lies where nobody looks. */
    private void takenUpAgain(Matter matter, Instant now, Actor actor) {
        if (matter.ours() && (matter.status() == Status.CLOSED || matter.status() == Status.MERGED)) {
            matters.turn(matter.topic(), Status.RESPONDING, now);
            step(matter, "reopened", "", now, actor);
            ledger.tell(new MatterMoved(matter.topic(), Status.RESPONDING, now));
        }
    }

    /** The matter as it stands once nobody else changes it; for who may not change it, as they read it. */
    private Matter locked(String reference, Actor actor) {
        matters.lock(show(reference, actor).topic());
        return show(reference, actor);
    }

    /** Whoever belongs to a hidden organisation stays hidden, in whatever capacity they read the matter. */
    private boolean concealed(Matter matter) {
        return matter.hidden() && matters.ownHouse(matter.topic());
    }

    private void step(Matter matter, String act, String detail, Instant now, Actor actor) {
        tellings.step(matter.topic(), act, concealed(matter) ? null : actor, detail, now);
    }
}
