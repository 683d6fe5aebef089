package noroshi.topic;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what a person is writing; nobody else sees it. */
@Service
@Transactional
public class Drafts {
    private static final int LARGEST = 250_000;

    private final DraftStore drafts;
    private final Clock clock;

    Drafts(DraftStore drafts, Clock clock) {
        this.drafts = drafts;
        this.clock = clock;
    }

    /** Keeps the fields of a form; a later save of the same form about the same subject replaces them. */
    public UUID keep(String form, Optional<UUID> subject, Map<String, List<String>> fields, Actor actor) {
        var size = fields.values().stream()
                .flatMap(List::stream)
                .mapToInt(String::length)
                .sum();
        if (size > LARGEST) {
            throw new RuleBroken("topic.body-too-long", LARGEST);
        }
        return drafts.save(actor.person(), form, subject, fields, clock.instant());
    }

    @Transactional(readOnly = true)
    public List<Draft> mine(Actor actor) {
        return drafts.of(actor.person());
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(String form, Optional<UUID> subject, Actor actor) {
        return drafts.find(actor.person(), form, subject);
    }

    @Transactional(readOnly = true)
    public Draft show(UUID id, Actor actor) {
        return drafts.byId(id).orElseThrow(NotFound::new);
    }

    public void discard(UUID id, Actor actor) {
        drafts.delete(id);
    }
}
