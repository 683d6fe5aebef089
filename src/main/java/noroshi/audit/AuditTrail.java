package noroshi.audit;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The append-only record of acts. An entry joins the transaction of its act: no entry, no change. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AuditTrail {
    private final AuditStore entries;

    AuditTrail(AuditStore entries) {
        this.entries = entries;
    }

    /**
     * Remembers an act.
     *
     * @param act dotted name in the past tense, such as {@code bulletin.published}
     * @param detail facts and ids, never content
     */
    public void record(Actor actor, String act, UUID subject, Map<String, ?> detail) {
        entries.append(List.of(new AuditEntry(actor, act, subject, detail, false)));
    }

    /**
     * Remembers one act of several whose work is kept in one transaction, each in their own name.
     *
     * @param details what each of them did: facts and ids, never content
     */
    public void recordTogether(String act, UUID subject, Map<Actor, Map<String, ?>> details) {
        entries.append(details.entrySet().stream()
                .map(each -> new AuditEntry(each.getKey(), act, subject, each.getValue(), false))
                .toList());
    }

    /** Remembers an act done with the organisation hidden; only the custodians can read who it was. */
    public void recordSealed(Actor actor, String act, UUID subject, Map<String, ?> detail) {
        entries.append(List.of(new AuditEntry(actor, act, subject, detail, true)));
    }

    /**
     * Remembers what somebody tried who is not signed in, with the person of that login if there is one. What was typed
     * is not kept: it may have been a password.
     */
    public void recordAttempt(String login, String act, Map<String, ?> detail) {
        entries.appendAttempt(login, act, detail);
    }
}
