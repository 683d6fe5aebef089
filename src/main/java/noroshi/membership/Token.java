package noroshi.membership;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** An API token in the list of its organisation; what it says is shown once and never again. */
public record Token(
        UUID id, String account, String label, Set<Scope> scopes, Instant endsAt, Optional<Instant> usedAt) {
    public Token {
        scopes = Set.copyOf(scopes);
    }
}
