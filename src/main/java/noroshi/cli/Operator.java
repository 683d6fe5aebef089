package noroshi.cli;

import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Role;

/**
 * Whoever administers the machine, as the audit trail knows them: not a person of the platform, so that they hold no
 * seat and read nothing.
 */
public final class Operator {
    /** Acts where no content is read; a command that needs to read acts for a person it names. */
    public static final Actor ACTOR = new Actor(
            UUID.fromString("00000000-0000-4000-8000-0000000000c1"),
            UUID.fromString("00000000-0000-4000-8000-0000000000c0"),
            Set.of(Role.ADMINISTRATOR),
            "cli");

    private Operator() {}
}
