package noroshi.community;

import java.time.Instant;
import noroshi.membership.PersonName;

/** Somebody who sat in a community until then. */
public record Gone(PersonName person, Instant at) {}
