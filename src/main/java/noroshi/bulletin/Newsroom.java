package noroshi.bulletin;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the newsroom: manuscripts are begun, written, handed in, published and revised. */
@Service
@Transactional
public class Newsroom {
    private final ManuscriptStore manuscripts;
    private final Readiness readiness;
    private final Publication publication;
    private final Imports imports;
    private final Enclosures enclosures;
    private final List<Proviso> provisos;
    private final Journal journal;

    Newsroom(
            ManuscriptStore manuscripts,
            Readiness readiness,
            Publication publication,
            Imports imports,
            Enclosures enclosures,
            List<Proviso> provisos,
            Journal journal) {
        this.manuscripts = manuscripts;
        this.readiness = readiness;
        this.publication = publication;
        this.imports = imports;
        this.enclosures = enclosures;
        this.provisos = provisos;
        this.journal = journal;
    }

    /** Whether the actor writes or judges bulletins at all. */
    public static boolean open(Actor actor) {
        return actor.is(Role.EDITOR) || actor.is(Role.APPROVER);
    }

    /** Refuses whoever neither writes nor judges bulletins. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        require(actor);
    }

    /** Every manuscript of the newsroom, what was touched last first; published ones only while they are recent. */
    @Transactional(readOnly = true)
    public List<Manuscript> manuscripts(Actor actor) {
        require(actor);
        return manuscripts.recent();
    }

    @Transactional(readOnly = true)
    public Manuscript show(UUID id, Actor actor) {
        return manuscripts.find(id).filter(_ -> open(actor)).orElseThrow(NotFound::new);
    }

    /** The manuscript behind a published bulletin, for whoever may write at it. */
    @Transactional(readOnly = true)
    public Optional<Manuscript> behind(UUID topic, Actor actor) {
        return open(actor) ? manuscripts.behind(topic) : Optional.empty();
    }

    /** What it still needs before it can be published, in the order of the form. */
    @Transactional(readOnly = true)
    public List<Gap> gaps(Manuscript manuscript, Actor actor) {
        return readiness.gaps(manuscript, actor);
    }

    /** What other modules show about it to whoever writes or judges it. */
    @Transactional(readOnly = true)
    public List<Content> beside(Manuscript manuscript, Actor actor) {
        return provisos.stream()
                .flatMap(proviso -> proviso.beside(manuscript, actor).stream())
                .toList();
    }

    /** Whether a second person must agree before it goes out. */
    @Transactional(readOnly = true)
    public boolean needsSecondPerson(Manuscript manuscript, Actor actor) {
        return readiness.needsSecondPerson(manuscript);
    }

    /**
     * Begins a manuscript.
     *
     * @param id chosen when the form was made, so that sending it twice begins one
     */
    public void begin(UUID id, Optional<UUID> bundle, Marking marking, Copy copy, Actor actor) {
        require(actor);
        copy.requireWritable();
        var origin = bundle.map(imported -> imports.origin(imported, actor));
        var manuscript = Manuscript.begin(id, origin, marking, copy, actor.person(), journal.now());
        if (manuscripts.insert(manuscript)) {
            journal.note(actor, "bulletin.begun", id, Map.of());
            return;
        }
        var before = manuscripts
                .find(id)
                .filter(found -> found.author().equals(actor.person()))
                .orElseThrow(NotFound::new);
        if (!before.copy().equals(copy) || !before.marking().equals(marking)) {
            throw new RuleBroken("bulletin.stale");
        }
    }

    /** The first words of a manuscript that starts from an imported bundle. */
    public Suggestion suggest(UUID bundle, Actor actor) {
        require(actor);
        var origin = imports.origin(bundle, actor);
        return new Suggestion(origin, imports.marking(origin), imports.copy(bundle, actor));
    }

    /** What a bundle suggests, and how far its source lets it go. */
    public record Suggestion(Origin origin, Marking marking, Copy copy) {}

    /** Keeps what was written. Whoever has not seen the latest change is refused, and loses nothing. */
    public Manuscript write(UUID id, int lock, Marking marking, Copy copy, Actor actor) {
        var manuscript = locked(id, lock, actor);
        if (manuscript.marking().equals(marking) && manuscript.copy().equals(copy)) {
            return manuscript;
        }
        copy.requireWritable();
        var written = manuscript.write(marking, copy, actor.person(), journal.now());
        manuscripts.save(written);
        journal.note(actor, "bulletin.written", id, Map.of("version", written.version()));
        return written;
    }

    /** Asks a second person to read it. */
    public void submit(UUID id, int lock, Actor actor) {
        var manuscript = locked(id, lock, actor);
        readiness.require(manuscript, actor);
        var now = journal.now();
        manuscripts.save(manuscript.submit(actor.person(), now));
        journal.tell(actor, "bulletin.submitted", id, Map.of(), new ManuscriptSubmitted(id, actor.person(), now));
    }

    /** Takes it back from review to write at it again; an approval given is void. */
    public void recall(UUID id, int lock, Actor actor) {
        manuscripts.save(locked(id, lock, actor).recall(actor.person(), journal.now()));
        journal.note(actor, "bulletin.recalled", id, Map.of());
    }

    /** Publishes what was approved, or at once what does not go to everybody. Once more publishes nothing. */
    public UUID publish(UUID id, int lock, Actor actor) {
        var manuscript = lock(id, actor);
        if (manuscript.state() instanceof Manuscript.State.Published) {
            return manuscript.topic().orElseThrow();
        }
        manuscript.requireLock(lock);
        return publication.publish(manuscript, actor, journal.now());
    }

    /** Releases at once, on one person's word, what a second person should have read; they read it afterwards. */
    public UUID release(UUID id, int lock, String reason, Actor actor) {
        var manuscript = lock(id, actor);
        if (manuscript.state() instanceof Manuscript.State.Published) {
            return manuscript.topic().orElseThrow();
        }
        manuscript.requireLock(lock);
        return publication.release(manuscript, reason, actor, journal.now());
    }

    /** Opens a published bulletin for its next version. */
    public UUID revise(UUID topic, Actor actor) {
        var id = behind(topic, actor).map(Manuscript::id).orElseThrow(NotFound::new);
        var manuscript = lock(id, actor);
        if (!(manuscript.state() instanceof Manuscript.State.Published)) {
            return id;
        }
        var next = publication.nextVersion(topic, actor);
        manuscripts.save(manuscript.revise(next, actor.person(), journal.now()));
        journal.note(actor, "bulletin.revision-begun", id, Map.of("version", next));
        return id;
    }

    /**
     * Throws away what was never published: a manuscript, or the revision of a bulletin, which stands as it was.
     *
     * @return the bulletin that stands
     */
    public Optional<UUID> discard(UUID id, int lock, Actor actor) {
        var manuscript = locked(id, lock, actor);
        if (manuscript.topic().isPresent() && !(manuscript.state() instanceof Manuscript.State.Published)) {
            publication.giveUp(manuscript, actor, journal.now());
            enclosures.takeOutAll(manuscript, actor);
            return manuscript.topic();
        }
        if (!manuscript.open()) {
            throw new RuleBroken("bulletin.not-open");
        }
        enclosures.takeOutAll(manuscript, actor);
        manuscripts.delete(id);
        journal.note(actor, "bulletin.discarded", id, Map.of());
        return Optional.empty();
    }

    private Manuscript locked(UUID id, int lock, Actor actor) {
        var manuscript = lock(id, actor);
        manuscript.requireLock(lock);
        return manuscript;
    }

    private Manuscript lock(UUID id, Actor actor) {
        return manuscripts.lock(id).filter(_ -> open(actor)).orElseThrow(NotFound::new);
    }

    private static void require(Actor actor) {
        actor.require(Role.EDITOR, Role.APPROVER);
    }
}
