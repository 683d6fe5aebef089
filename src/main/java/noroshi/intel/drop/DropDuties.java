package noroshi.intel.drop;

import noroshi.shared.Actor;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How much waits in the drop-box for somebody who may take it in. */
@Service
@Transactional(readOnly = true)
public class DropDuties {
    private final DropStore store;

    DropDuties(DropStore store) {
        this.store = store;
    }

    /**
     * How many things wait.
     *
     * @param mailed what came by mail, for whoever is first
     * @param own what the actor dropped and neither took nor threw away
     */
    public record Heap(int mailed, int own) {}

    /** Nothing for those who may not take files in. */
    public Heap heap(Actor actor) {
        return actor.is(Role.EDITOR) || actor.is(Role.ADMINISTRATOR) ? store.heap() : new Heap(0, 0);
    }
}
