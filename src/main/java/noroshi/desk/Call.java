package noroshi.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A telephone call that the duty officer is to make.
 *
 * @param clock what ran out
 * @param organisation whom to call: the reporter's, or for help the agency that was asked
 * @param contact whom to ask for, as the caller had said it; empty if nobody had
 * @param triedAt when nobody was reached last
 */
public record Call(
        UUID id,
        UUID matter,
        String reference,
        String number,
        String title,
        Card.Clock clock,
        UUID organisation,
        String contact,
        Instant dueAt,
        Optional<Instant> triedAt) {}
