package noroshi.community;

import java.time.Instant;
import noroshi.membership.PersonName;

/** Somebody asks to be let into an invited community; its leads decide. */
public record Request(PersonName person, String reason, Instant askedAt) {}
