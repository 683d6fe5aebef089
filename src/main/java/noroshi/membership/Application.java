package noroshi.membership;

import java.time.Instant;
import java.util.UUID;

/** An organisation that asks to take part, waiting for the Centre's answer. */
public record Application(
        UUID id,
        OrganisationName organisation,
        String applicant,
        String email,
        String phone,
        String category,
        String reason,
        Instant appliedAt) {}
