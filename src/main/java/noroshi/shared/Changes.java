package noroshi.shared;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts what this process stored, so that whoever worked something out can tell whether it still holds. One process
 * serves a database, so nothing is stored past it.
 *
 * <p>What is opened on a page is stored with the page and concerns its reader and their colleagues; everything else
 * may concern everybody.
 */
@Component
public class Changes {
    /** Labels a transaction whose work changes nobody's rights and nobody's pages. */
    public static final String ASIDE = "aside";

    private final AtomicLong everybody = new AtomicLong();
    private final Map<UUID, Long> own = new ConcurrentHashMap<>();

    /** What was asked later than this moment came about still holds while the moment is the same. */
    public long moment() {
        return everybody.get();
    }

    /** Something was stored that may concern everybody. */
    public void stored() {
        everybody.incrementAndGet();
    }

    /** When the page is stored, what was worked out for its reader and their colleagues holds no longer. */
    public void opened(Actor actor) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                own.merge(actor.person(), 1L, Long::sum);
                own.merge(actor.organisation(), 1L, Long::sum);
            }
        });
    }

    /**
     * What had been stored, as far as it may concern the actor, when the transaction began in which they act: what it
     * reads may be as old as that, for its rights are those it began with.
     */
    Moment now(Actor actor) {
        return TransactionSynchronizationManager.getResource(this) instanceof Moment begun
                        && begun.actor().equals(actor)
                ? begun
                : look(actor);
    }

    /** Looks before a transaction begins; bound to it under this object. */
    public Moment look(Actor actor) {
        return new Moment(
                actor,
                everybody.get(),
                own.getOrDefault(actor.person(), 0L),
                own.getOrDefault(actor.organisation(), 0L));
    }

    /** What had been stored, as far as it may concern one actor. */
    public record Moment(Actor actor, long everybody, long person, long organisation) {}
}
