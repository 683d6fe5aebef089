package noroshi.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Revision;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Makes topics of what was typed: the outline, and each part with its own readers. */
@Component
class MatterTexts {
    private static final int RESTRICTED = 2;

    private final Topics topics;
    private final TellingStore tellings;
    private final QuestionStore questions;
    private final Members members;
    private final Ledger ledger;

    MatterTexts(Topics topics, TellingStore tellings, QuestionStore questions, Members members, Ledger ledger) {
        this.ledger = ledger;
        this.topics = topics;
        this.tellings = tellings;
        this.questions = questions;
        this.members = members;
    }

    /**
     * How a topic of the matter is to be posted.
     *
     * @param window of the organisation whose matter it is
     * @param recorded the Centre writes for the member and goes on writing
     * @param edition of the questionnaire it is written with
     */
    record Frame(
            UUID window,
            boolean hidden,
            boolean recorded,
            Tlp tlp,
            List<Recipient> recipients,
            int edition,
            Locale locale) {
        Set<UUID> offices(Predicate<Recipient> which) {
            return recipients.stream()
                    .filter(it -> it.endedAt().isEmpty())
                    .filter(which)
                    .map(Recipient::office)
                    .collect(Collectors.toSet());
        }
    }

    UUID postOutline(String title, Telling telling, Frame frame, Actor actor) {
        return post(Optional.empty(), title, telling, Question.Place.OUTLINE, frame, frame.offices(_ -> true), actor);
    }

    UUID postPart(UUID matter, Side side, String title, Telling telling, Frame frame, Actor actor) {
        var readers = frame.offices(side == Side.DAMAGE ? Recipient::damage : Recipient::technical);
        var topic = post(Optional.of(matter), title, telling, place(side), frame, readers, actor);
        tellings.insertPart(topic, matter, side);
        return topic;
    }

    private UUID post(
            Optional<UUID> parent,
            String title,
            Telling telling,
            Question.Place place,
            Frame frame,
            Set<UUID> readers,
            Actor actor) {
        var desk = members.office(OfficeKind.DUTY_DESK);
        var audience =
                Stream.concat(readers.stream(), Stream.of(frame.window(), desk)).collect(Collectors.toSet());
        var text = new Text(title, words(telling, place, frame.edition(), frame.locale()));
        var topic = topics.post(
                new NewTopic(
                        Kind.MATTER,
                        InformationKind.INCIDENT,
                        parent,
                        frame.hidden(),
                        frame.tlp(),
                        RESTRICTED,
                        Optional.empty(),
                        Map.of(Level.ALL, text),
                        audience),
                actor);
        topics.entrust(topic, frame.window(), true, actor);
        topics.entrust(topic, desk, frame.recorded(), actor);
        tellings.insertTelling(topic, 1, telling, times(telling, "", Telling.NOTHING, Chronology.UNKNOWN));
        return topic;
    }

    /** Writes the next version of the outline or of a part. */
    void revise(
            UUID topic,
            int expected,
            String title,
            Telling telling,
            Question.Place place,
            String note,
            int edition,
            Locale locale,
            Actor actor) {
        var text = new Text(title, words(telling, place, edition, locale));
        topics.revise(topic, new Revision(expected, Map.of(Level.ALL, text), note, note), actor);
        var about = place == Question.Place.OUTLINE ? note : "";
        var was = tellings.telling(topic).orElse(Telling.NOTHING);
        tellings.insertTelling(topic, expected + 1, telling, times(telling, about, was, tellings.times(topic)));
    }

    private Chronology times(Telling telling, String note, Telling was, Chronology before) {
        return Chronology.of(telling, note, was, before, ledger.now(), ledger.zone());
    }

    /** The free text, and below it the answers of the form, each with its question. */
    private String words(Telling telling, Question.Place place, int edition, Locale locale) {
        var answers = questions.asked(edition).questions().stream()
                .filter(question -> question.place() == place)
                .map(question -> answer(question, telling, locale))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
        return Stream.of(telling.body().strip(), answers)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
    }

    private static Optional<String> answer(Question question, Telling telling, Locale locale) {
        var answer = telling.answers().getOrDefault(question.code(), "").strip();
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        var shown = question.options().stream()
                .filter(option -> option.ja().equals(answer))
                .map(option -> option.in(locale))
                .findFirst()
                .orElse(answer);
        var words = shown.contains("\n") ? "\n\n```\n" + shown + "\n```\n" : " " + shown;
        return Optional.of("- **" + question.label(locale) + "**:"
                + words.indent(shown.contains("\n") ? 2 : 0).stripTrailing());
    }

    static Question.Place place(Side side) {
        return side == Side.DAMAGE ? Question.Place.DAMAGE : Question.Place.TECHNICAL;
    }
}
