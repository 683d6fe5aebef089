package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/**
 * An event owner was asked what a matter does to the event. It names the question alone: whoever is asked does not learn
 * which matter it is about.
 *
 * @param reminded they have not answered in time, and are told once more
 */
public record ImpactAsked(UUID inquiry, UUID organisation, boolean reminded, Instant at) implements DomainEvent {}
