package noroshi.audit;

import java.util.Map;
import java.util.UUID;
import noroshi.shared.Actor;

/** One line of the audit trail before it is written; the database adds the time. */
record AuditEntry(Actor actor, String act, UUID subject, Map<String, ?> detail, boolean sealed) {}
