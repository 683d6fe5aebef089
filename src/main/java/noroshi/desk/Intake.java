package noroshi.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.topic.Files;
import noroshi.topic.Level;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Takes in what members tell: a new matter, and more about one. */
@Component
class Intake {
    private final MatterStore matters;
    private final BroughtStore brought;
    private final TellingStore tellings;
    private final MatterTexts texts;
    private final QuestionStore questions;
    private final Sharing sharing;
    private final Topics topics;
    private final Files files;
    private final Members members;
    private final Ledger ledger;

    Intake(
            MatterStore matters,
            BroughtStore brought,
            TellingStore tellings,
            MatterTexts texts,
            QuestionStore questions,
            Sharing sharing,
            Topics topics,
            Files files,
            Members members,
            Ledger ledger) {
        this.matters = matters;
        this.brought = brought;
        this.tellings = tellings;
        this.texts = texts;
        this.questions = questions;
        this.sharing = sharing;
        this.topics = topics;
        this.files = files;
        this.members = members;
        this.ledger = ledger;
    }

    String take(NewMatter told, Locale locale, Actor actor) {
        var it = told.asked(told.edition().filter(questions::wasAsked).orElseGet(questions::inForce));
        var relayed = it.behalf().filter(NewMatter.OnBehalf::passesOn);
        var behalf = it.behalf().filter(Predicate.not(NewMatter.OnBehalf::passesOn));
        if (behalf.isPresent() && !matters.staff() || relayed.isPresent() && !relays(relayed.get(), actor)) {
            throw new NotAllowed();
        }
        var before = brought.before(it);
        if (before.isPresent()) {
            return before.filter(BroughtStore.Before::same)
                    .orElseThrow(
                            () -> new RuleBroken("desk.received", before.get().reference()))
                    .reference();
        }
        if (behalf.isEmpty()) {
            requireAnswers(it, locale);
        }
        var organisation = behalf.map(NewMatter.OnBehalf::organisation).orElse(actor.organisation());
        var now = ledger.now();
        var choice = sharing.choose(it, members.organisation(organisation).id(), now);
        var frame = new MatterTexts.Frame(
                members.windowOf(organisation),
                it.hidden(),
                behalf.isPresent(),
                it.tlp(),
                choice.recipients(),
                it.edition().orElseThrow(),
                locale);
        var topic = texts.postOutline(it.title(), it.outline(), frame, actor);
        var channel = it.behalf().map(NewMatter.OnBehalf::channel).orElse(Channel.PLATFORM);
        var reference = matters.insert(topic, it, channel, now);
        matters.insertReporter(topic, organisation, behalf.map(NewMatter.OnBehalf::contact), actor);
        sharing.keep(topic, choice, now, actor);
        part(topic, Side.DAMAGE, it.title(), it.damage(), frame, actor);
        var technical = part(topic, Side.TECHNICAL, it.title(), it.technical(), frame, actor);
        attach(technical.orElse(topic), Optional.empty(), it.files(), actor);
        brought.insert(topic, it);
        matters.openTicket(topic, now, now.atZone(ledger.zone()).getYear());
        var act = behalf.isPresent() ? "recorded" : "submitted";
        tellings.step(topic, act, it.hidden() ? null : actor, channel.name(), now);
        ledger.note(it.hidden(), topic, "desk.matter-reported", Map.of("kind", it.kind(), "channel", channel), actor);
        ledger.tell(new MatterReported(topic, now));
        return reference.value();
    }

    /** What a caller did not say is not demanded of whoever writes the call down. */
    private void requireAnswers(NewMatter it, Locale locale) {
        questions.asked(it.edition().orElseThrow()).missing(it.kind(), it.answers()).stream()
                .findFirst()
                .ifPresent(question -> {
                    throw new RuleBroken("desk.answer-missing", question.label(locale));
                });
    }

    /** It becomes the association's own matter, so it has to be sent from the association's seat. */
    private boolean relays(NewMatter.OnBehalf relayed, Actor actor) {
        return relayed.organisation().equals(actor.organisation()) && matters.secretariat(actor.organisation());
    }

    private Optional<UUID> part(
            UUID matter, Side side, String title, Telling telling, MatterTexts.Frame frame, Actor actor) {
        return telling.isBlank()
                ? Optional.empty()
                : Optional.of(texts.postPart(matter, side, title, telling, frame, actor));
    }

    void attach(UUID topic, Optional<UUID> comment, List<NewMatter.Upload> uploads, Actor actor) {
        RuleBroken.afterAll(uploads, file -> files.attach(topic, comment, file.name(), file.bytes(), Level.ALL, actor));
    }

    /** The next version of the outline, and of the parts that changed. */
    void tell(Matter matter, Update update, Locale locale, Actor actor) {
        texts.revise(
                matter.topic(),
                update.expectedVersion(),
                update.title(),
                update.outline(),
                Question.Place.OUTLINE,
                update.note(),
                matter.edition(),
                locale,
                actor);
        var parts = tellings.parts(matter.topic());
        var technical = tell(matter, Side.TECHNICAL, update.technical(), update, parts, locale, actor);
        tell(matter, Side.DAMAGE, update.damage(), update, parts, locale, actor);
        attach(technical.orElse(matter.topic()), Optional.empty(), update.files(), actor);
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
                    matter.edition(),
                    locale);
            return part(matter.topic(), side, update.title(), telling, frame, actor);
        }
        if (!telling.equals(tellings.telling(part.get()).orElse(Telling.NOTHING))) {
            var version = topics.show(part.get(), actor).version();
            var place = MatterTexts.place(side);
            texts.revise(
                    part.get(),
                    version,
                    update.title(),
                    telling,
                    place,
                    update.note(),
                    matter.edition(),
                    locale,
                    actor);
        }
        return part;
    }
}
