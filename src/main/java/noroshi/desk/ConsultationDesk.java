package noroshi.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Level;
import noroshi.topic.Topics;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of そうだんの窓口: members report and ask, tell more, and read what became of it. */
@Service
@Transactional
public class ConsultationDesk {
    private final MatterStore matters;
    private final TellingStore tellings;
    private final MatterTexts texts;
    private final Sharing sharing;
    private final PartyStore parties;
    private final Topics topics;
    private final Conversation conversation;
    private final Files files;
    private final Members members;
    private final Ledger ledger;

    ConsultationDesk(
            MatterStore matters,
            TellingStore tellings,
            MatterTexts texts,
            Sharing sharing,
            PartyStore parties,
            Topics topics,
            Conversation conversation,
            Files files,
            Members members,
            Ledger ledger) {
        this.matters = matters;
        this.tellings = tellings;
        this.texts = texts;
        this.sharing = sharing;
        this.parties = parties;
        this.topics = topics;
        this.conversation = conversation;
        this.files = files;
        this.members = members;
        this.ledger = ledger;
    }

    /** Whether the actor works at the desk today. */
    @Transactional(readOnly = true)
    public boolean staff(Actor actor) {
        return matters.staff();
    }

    /** The questions of the form, in its order. */
    @Transactional(readOnly = true)
    public List<Question> questions(Actor actor) {
        return parties.questions(ledger.today());
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
    public int waiting(Actor actor) {
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
        if (it.behalf().isPresent() && !matters.staff()) {
            throw new NotAllowed();
        }
        var before = matters.sent(it.once());
        if (before.isPresent()) {
            return before.get();
        }
        var organisation = it.behalf().map(NewMatter.OnBehalf::organisation).orElse(actor.organisation());
        var now = ledger.now();
        var choice = sharing.choose(it, members.organisation(organisation).id(), now);
        var frame = new MatterTexts.Frame(
                members.windowOf(organisation),
                it.hidden(),
                it.behalf().isPresent(),
                it.tlp(),
                choice.recipients(),
                locale);
        var topic = texts.postOutline(it.title(), it.outline(), frame, actor);
        var channel = it.behalf().map(NewMatter.OnBehalf::channel).orElse(Channel.PLATFORM);
        var reference = matters.insert(topic, it, channel, now);
        matters.insertReporter(topic, organisation, it.behalf().map(NewMatter.OnBehalf::contact), actor);
        sharing.keep(topic, choice, now, actor);
        part(topic, Side.DAMAGE, it.title(), it.damage(), frame, actor);
        var technical = part(topic, Side.TECHNICAL, it.title(), it.technical(), frame, actor);
        attach(technical.orElse(topic), it.files(), actor);
        matters.openTicket(topic, now, now.atZone(ledger.zone()).getYear());
        step(topic, it.hidden(), it.behalf().isPresent() ? "recorded" : "submitted", channel.name(), now, actor);
        ledger.note(it.hidden(), topic, "desk.matter-reported", Map.of("kind", it.kind(), "channel", channel), actor);
        ledger.tell(new MatterReported(topic, now));
        return reference.value();
    }

    private Optional<UUID> part(
            UUID matter, Side side, String title, Telling telling, MatterTexts.Frame frame, Actor actor) {
        return telling.isBlank()
                ? Optional.empty()
                : Optional.of(texts.postPart(matter, side, title, telling, frame, actor));
    }

    private void attach(UUID topic, List<NewMatter.Upload> uploads, Actor actor) {
        uploads.forEach(file -> files.attach(topic, Optional.empty(), file.name(), file.bytes(), Level.ALL, actor));
    }

    /** The reporter tells more: the next version of the outline, and of the parts that changed. */
    public void update(String reference, Update update, Locale locale, Actor actor) {
        var matter = source(reference, actor);
        var now = ledger.now();
        if (matter.status() == Status.WITHDRAWN || matter.status() == Status.MERGED) {
            throw new RuleBroken("desk.over");
        }
        texts.revise(
                matter.topic(),
                update.expectedVersion(),
                update.title(),
                update.outline(),
                Question.Place.OUTLINE,
                update.note(),
                locale,
                actor);
        var parts = tellings.parts(matter.topic());
        var technical = tell(matter, Side.TECHNICAL, update.technical(), update, parts, locale, actor);
        tell(matter, Side.DAMAGE, update.damage(), update, parts, locale, actor);
        attach(technical.orElse(matter.topic()), update.files(), actor);
        matters.update(matter.topic(), update.stage(), now);
        takenUpAgain(matter, now, actor);
        step(matter, "updated", update.stage().name(), now, actor);
        ledger.note(matter, "desk.matter-updated", Map.of("stage", update.stage()), actor);
        ledger.tell(new MatterUpdated(matter.topic(), update.expectedVersion() + 1, now));
    }

    private Optional<UUID> tell(
            Matter matter,
            Side side,
            Telling telling,
            Update update,
            Map<Side, UUID> parts,
            Locale locale,
            Actor actor) {
        var part = Optional.ofNullable(parts.get(side));
        if (part.isEmpty()) {
            var reporter = matter.reporter().orElseThrow(NotFound::new);
            var frame = new MatterTexts.Frame(
                    members.windowOf(reporter.organisation()),
                    matter.hidden(),
                    reporter.recordedBy().isPresent(),
                    matter.tlp(),
                    sharing.recipients(matter, actor),
                    locale);
            return part(matter.topic(), side, update.title(), telling, frame, actor);
        }
        if (!telling.equals(tellings.telling(part.get()).orElse(Telling.NOTHING))) {
            var version = topics.show(part.get(), actor).version();
            var place = MatterTexts.place(side);
            texts.revise(part.get(), version, update.title(), telling, place, update.note(), locale, actor);
        }
        return part;
    }

    /** Says something in the thread that everybody reads: the reporter's side, and whoever was told. */
    public UUID say(String reference, String body, List<NewMatter.Upload> uploads, Actor actor) {
        var matter = show(reference, actor);
        var now = ledger.now();
        var comment =
                conversation.comment(matter.topic(), body, matter.hidden() && matter.ours(), Optional.empty(), actor);
        uploads.forEach(file ->
                files.attach(matter.topic(), Optional.of(comment), file.name(), file.bytes(), Level.ALL, actor));
        if (matter.ours()) {
            matters.waiting(matter.topic(), Optional.of(now));
            takenUpAgain(matter, now, actor);
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
        var matter = show(reference, actor);
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

    /** A word from the reporter on a closed matter opens it again. */
    private void takenUpAgain(Matter matter, Instant now, Actor actor) {
        if (matter.status() == Status.CLOSED && matter.ours()) {
            matters.turn(matter.topic(), Status.RESPONDING, now);
            step(matter, "reopened", "", now, actor);
            ledger.tell(new MatterMoved(matter.topic(), Status.RESPONDING, now));
        }
    }

    private Matter source(String reference, Actor actor) {
        var matter = show(reference, actor);
        if (!topics.isSource(matter.topic(), actor)) {
            throw new NotAllowed();
        }
        return matter;
    }

    private void step(Matter matter, String act, String detail, Instant now, Actor actor) {
        step(matter.topic(), matter.hidden() && matter.ours(), act, detail, now, actor);
    }

    private void step(UUID matter, boolean hidden, String act, String detail, Instant now, Actor actor) {
        tellings.step(matter, act, hidden ? null : actor, detail, now);
    }
}
