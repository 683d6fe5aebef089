package noroshi.desk;

import java.time.Instant;
import java.util.Map;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of words that came when a matter was over: none lies where nobody looks. For the desk. */
@Service
@Transactional
public class LateWords {
    private final LateWordStore words;
    private final MatterStore matters;
    private final Ledger ledger;

    LateWords(LateWordStore words, MatterStore matters, Ledger ledger) {
        this.words = words;
        this.matters = matters;
        this.ledger = ledger;
    }

    /**
     * The desk has read what was said on a matter that is over.
     *
     * @param until the newest word that was shown; a newer one stays marked
     */
    public void see(Matter matter, Instant until, Actor actor) {
        if (!matters.staff()) {
            throw new NotFound();
        }
        if (words.see(matter.topic(), until, ledger.now(), actor) > 0) {
            ledger.note(matter, "desk.late-words-seen", Map.of(), actor);
        }
    }
}
