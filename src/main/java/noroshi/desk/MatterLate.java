package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/**
 * A matter has waited too long.
 *
 * @param call whether the duty officer is to telephone by now; before, the second contact learns of it
 */
public record MatterLate(UUID matter, Card.Clock clock, boolean call, Instant at) implements DomainEvent {}
