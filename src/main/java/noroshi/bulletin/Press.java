package noroshi.bulletin;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Citations;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.topic.Files;
import noroshi.topic.Kind;
import noroshi.topic.Labels;
import noroshi.topic.NewTopic;
import noroshi.topic.Revision;
import noroshi.topic.SafeSubject;
import noroshi.topic.Topics;
import noroshi.topic.Version;
import org.springframework.stereotype.Component;

/** Turns a manuscript into a topic, or into the next version of one, together with its edition. */
@Component
class Press {
    private final Topics topics;
    private final Labels labels;
    private final EditionStore editions;
    private final PlainCopy plain;
    private final EnclosureStore enclosures;
    private final Files files;
    private final Citations citations;

    Press(
            Topics topics,
            Labels labels,
            EditionStore editions,
            PlainCopy plain,
            EnclosureStore enclosures,
            Files files,
            Citations citations) {
        this.topics = topics;
        this.labels = labels;
        this.editions = editions;
        this.plain = plain;
        this.enclosures = enclosures;
        this.files = files;
        this.citations = citations;
    }

    UUID publish(Manuscript manuscript, Release release, Actor actor, Instant now) {
        var before = manuscript.topic().flatMap(topic -> editions.find(topic, manuscript.version() - 1));
        var content = Edition.Content.of(manuscript, before);
        var topic = manuscript.topic().isPresent()
                ? revise(manuscript.topic().get(), manuscript, content, actor)
                : post(manuscript, content, actor);
        var writers = new HashSet<>(manuscript.contributors());
        writers.add(manuscript.author());
        var copy = manuscript.copy();
        editions.insert(new Edition(
                topic,
                manuscript.version(),
                content,
                copy.source(),
                copy.confidence(),
                release,
                actor.person(),
                actor.organisation(),
                now,
                writers));
        citations.cite(
                topic, content.indicators().stream().map(Indicator::cited).toList(), actor);
        enclosures.of(manuscript).forEach(each -> files.attach(topic, each.file(), each.level(), actor));
        if (manuscript.topic().isPresent()) {
            direct(topic, manuscript.marking(), actor);
        }
        return topic;
    }

    private UUID post(Manuscript manuscript, Edition.Content content, Actor actor) {
        var marking = manuscript.marking();
        return topics.post(
                new NewTopic(
                        Kind.BULLETIN,
                        marking.information(),
                        Optional.empty(),
                        false,
                        marking.tlp(),
                        marking.confidentiality(),
                        Optional.of(marking.importance()),
                        plain.texts(content),
                        marking.audience(),
                        new SafeSubject(manuscript.copy().safeSubject())),
                actor);
    }

    private UUID revise(UUID topic, Manuscript manuscript, Edition.Content content, Actor actor) {
        var copy = manuscript.copy();
        topics.revise(
                topic,
                new Revision(manuscript.version() - 1, plain.texts(content), copy.notePro(), copy.noteGeneral()),
                actor);
        topics.nameSafely(topic, new SafeSubject(copy.safeSubject()), actor);
        return topic;
    }

    /** Comes last: after it the releasing editor need not be among the readers any more. */
    private void direct(UUID topic, Marking marking, Actor actor) {
        if (!labels.has(topic, marking.marks(), actor)) {
            labels.mark(topic, marking.marks(), marking.audience(), actor);
        } else if (!marking.audience().equals(topics.audience(topic, actor))) {
            topics.address(topic, marking.audience(), actor);
        }
    }

    /** The manuscript of a revision as it was when the version before went out. */
    Manuscript giveUp(Manuscript manuscript, Actor actor, Instant now) {
        var topic = manuscript.topic().orElseThrow(() -> new RuleBroken("bulletin.not-open"));
        var edition = editions.find(topic, manuscript.version() - 1).orElseThrow(NotFound::new);
        var current = topics.show(topic, actor);
        var marking = new Marking(
                current.information(),
                current.importance().orElse(manuscript.marking().importance()),
                current.tlp(),
                current.confidentiality(),
                topics.audience(topic, actor));
        var notes = topics.versions(topic, actor).stream()
                .filter(version -> version.number() == edition.version())
                .findFirst();
        var copy = new Copy(
                edition.content().pro(),
                edition.content().general(),
                IndicatorSheet.write(edition.content().indicators()),
                edition.source(),
                edition.confidence(),
                notes.map(Version::notePro).orElse(""),
                notes.map(Version::noteGeneral).orElse(""),
                manuscript.copy().safeSubject());
        return manuscript.giveUp(edition, marking, copy, new Manuscript.Change(actor.person(), now));
    }

    int nextVersion(UUID topic, Actor actor) {
        var current = topics.show(topic, actor);
        if (current.withdrawn()) {
            throw new RuleBroken("topic.withdrawn");
        }
        return current.version() + 1;
    }
}
