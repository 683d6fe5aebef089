package noroshi.desk;

import java.time.Instant;
import java.util.UUID;
import noroshi.shared.DomainEvent;

/** The desk wants one more organisation to read a matter; its reporter is to be told. */
public record SharingProposed(UUID topic, UUID organisation, Instant at) implements DomainEvent {}
