package noroshi.intel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Import.State;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The front door for files that are too large to be read at once: kept, checked, and taken in piece by piece. */
@Service
@Transactional
public class Imports {
    private static final int MOST_UNENDED = 3;

    private final ImportStore store;

    private final ImportFiles files;

    private final TransactionTemplate transaction;

    private final Clock clock;

    private final DataSize largest;

    Imports(
            ImportStore store,
            ImportFiles files,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${noroshi.largest-bundle:256MB}") DataSize largest) {
        this.store = store;
        this.files = files;
        this.transaction = transaction;
        this.clock = clock;
        this.largest = largest;
    }

    /** Mebibytes of the largest file. */
    public long largest() {
        return largest.toMegabytes();
    }

    /**
     * Keeps a file that is to be taken in. What is in it is found out afterwards.
     *
     * @param asks whether the actor wants to see what is in it before it is taken
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public UUID bring(InputStream file, String name, Optional<Permission> permission, boolean asks, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        transaction.executeWithoutResult(status -> requireRoom(actor));
        var id = UUID.randomUUID();
        try {
            var stored = files.keep(id, file, largest.toBytes());
            var brought = new Import(
                    id,
                    actor.person(),
                    actor.organisation(),
                    IntelLibrary.baseName(name),
                    stored.size(),
                    stored.sha256(),
                    clock.instant(),
                    State.CHECKING,
                    asks,
                    permission,
                    0,
                    0,
                    0,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
            transaction.executeWithoutResult(status -> store.add(brought));
            return id;
        } catch (IOException e) {
            files.forget(id);
            throw new UncheckedIOException(e);
        } catch (RuntimeException refused) {
            files.forget(id);
            throw refused;
        }
    }

    private void requireRoom(Actor actor) {
        if (store.unended(actor.person()) >= MOST_UNENDED) {
            throw new RuleBroken("intel.import.enough", MOST_UNENDED);
        }
    }

    @Transactional(readOnly = true)
    public Import show(UUID id, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        return store.find(id).orElseThrow(NotFound::new);
    }

    /** The actor's own, the newest first. */
    @Transactional(readOnly = true)
    public List<Import> own(Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        return store.own();
    }

    /** Lets what waits enter the library; what was let in already is not let in again. */
    public void take(UUID id, Optional<Permission> permission, Actor actor) {
        var waiting = show(id, actor);
        if (!store.release(id, permission) && waiting.state() == State.CHECKING) {
            throw new RuleBroken("intel.import.not-checked");
        }
    }

    /** Throws away what waits. */
    public void discard(UUID id, Actor actor) {
        var waiting = show(id, actor);
        if (waiting.state() != State.WAITING) {
            throw new RuleBroken("intel.import.not-waiting");
        }
        store.end(id, State.REFUSED, Optional.of(Reason.of("intel.import.discarded")));
        files.forget(id);
    }
}
