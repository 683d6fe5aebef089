package noroshi.desk;

import java.time.Instant;
import java.util.List;
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
    private final ViewStore views;
    private final RecentBoard recent;
    private final Ledger ledger;

    LateWords(LateWordStore words, MatterStore matters, ViewStore views, RecentBoard recent, Ledger ledger) {
        this.words = words;
        this.matters = matters;
        this.views = views;
        this.recent = recent;
        this.ledger = ledger;
    }

    /** Those nobody at the desk has seen, by matter; nothing for anybody else. */
    @Transactional(readOnly = true)
    public List<LateWord> unseen(Actor actor) {
        return matters.staff()
                ? recent.of("late words", views.pulse(), "", () -> List.copyOf(words.unseen()))
                        .value()
                : List.of();
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
