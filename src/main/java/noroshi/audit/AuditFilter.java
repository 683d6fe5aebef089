package noroshi.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which entries somebody asks for.
 *
 * @param breadth the widest the reader may see, when empty
 * @param login of whoever did it; empty for everybody
 * @param act one act such as {@code topic.opened}, or all of a group such as {@code topic}; empty for every act
 */
public record AuditFilter(
        Optional<Breadth> breadth,
        String login,
        String act,
        Optional<UUID> subject,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** What is remembered of the look itself. */
    Map<String, String> facts(Breadth seen) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("breadth", seen.name());
        if (!login.isEmpty()) {
            facts.put("login", login);
        }
        if (!act.isEmpty()) {
            facts.put("act", act);
        }
        from.ifPresent(at -> facts.put("from", at.toString()));
        until.ifPresent(at -> facts.put("until", at.toString()));
        return facts;
    }
}
