package noroshi.cli;

import java.time.Instant;
import noroshi.shared.DomainEvent;

/** An operator gave the platform a command on its own machine. */
public record CommandGiven(String command, String operator, Instant at) implements DomainEvent {}
