package noroshi.bulletin;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.topic.Files;
import noroshi.topic.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for files that wait with a manuscript: whoever approves it approves them too. */
@Service
@Transactional
public class Enclosures {
    private static final int MOST = 10;

    private final ManuscriptStore manuscripts;
    private final EnclosureStore enclosures;
    private final Files files;
    private final Journal journal;

    Enclosures(ManuscriptStore manuscripts, EnclosureStore enclosures, Files files, Journal journal) {
        this.manuscripts = manuscripts;
        this.enclosures = enclosures;
        this.files = files;
        this.journal = journal;
    }

    /** The files that go out with the version being written. */
    @Transactional(readOnly = true)
    public List<Enclosure> of(UUID manuscript, Actor actor) {
        return manuscripts
                .find(manuscript)
                .filter(_ -> Newsroom.open(actor))
                .map(enclosures::of)
                .orElseThrow(NotFound::new);
    }

    /** Encloses a file; this is writing, and answers with the manuscript's next step. */
    public Manuscript enclose(UUID id, int lock, String name, byte[] bytes, Level level, Actor actor) {
        var written = touched(id, lock, actor);
        if (enclosures.of(written).size() >= MOST) {
            throw new RuleBroken("topic.files-too-many", MOST);
        }
        var enclosure = new Enclosure(UUID.randomUUID(), id, written.version(), files.keep(name, bytes, actor), level);
        if (files.scan(enclosure.file(), actor).found()) {
            throw new RuleBroken("bulletin.file-found", enclosure.file().name());
        }
        enclosures.insert(enclosure, journal.now());
        journal.note(actor, "bulletin.file-enclosed", id, Map.of("enclosure", enclosure.id()));
        return written;
    }

    /** Takes a file out again. */
    public Manuscript takeOut(UUID id, int lock, UUID enclosure, Actor actor) {
        var written = touched(id, lock, actor);
        letGo(find(written, enclosure), actor);
        journal.note(actor, "bulletin.file-taken-out", id, Map.of("enclosure", enclosure));
        return written;
    }

    /** Takes out every file of a manuscript that is thrown away; it was never published. */
    void takeOutAll(Manuscript manuscript, Actor actor) {
        enclosures.of(manuscript).forEach(each -> letGo(each, actor));
    }

    private void letGo(Enclosure enclosure, Actor actor) {
        enclosures.delete(enclosure.id());
        files.letGo(enclosure.file(), actor);
    }

    /** An enclosed file, for whoever writes or judges the manuscript; sealed, unless a scanner called it clean. */
    public Files.Sample open(UUID id, UUID enclosure, Actor actor) {
        var manuscript = manuscripts.find(id).filter(_ -> Newsroom.open(actor)).orElseThrow(NotFound::new);
        var found = find(manuscript, enclosure);
        journal.note(actor, "bulletin.file-opened", id, Map.of("enclosure", enclosure));
        return files.open(found.file(), actor);
    }

    private Enclosure find(Manuscript manuscript, UUID enclosure) {
        return enclosures.of(manuscript).stream()
                .filter(each -> each.id().equals(enclosure))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Manuscript touched(UUID id, int lock, Actor actor) {
        var manuscript = manuscripts.lock(id).filter(_ -> Newsroom.open(actor)).orElseThrow(NotFound::new);
        manuscript.requireLock(lock);
        var written = manuscript.write(manuscript.marking(), manuscript.copy(), actor.person(), journal.now());
        manuscripts.save(written);
        return written;
    }
}
