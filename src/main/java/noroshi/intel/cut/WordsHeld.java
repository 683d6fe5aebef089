package noroshi.intel.cut;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** Words of an organisation were held back on their way to a provider, for the first time in a while. */
public record WordsHeld(UUID organisation, Instant at) implements DomainEvent {}
