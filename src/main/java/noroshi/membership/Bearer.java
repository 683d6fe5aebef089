package noroshi.membership;

import java.util.Set;
import noroshi.shared.Actor;

/** Whom a token speaks for, and what it is good for. */
public record Bearer(Actor actor, Set<Scope> scopes) {
    public Bearer {
        scopes = Set.copyOf(scopes);
    }
}
