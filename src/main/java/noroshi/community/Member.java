package noroshi.community;

import java.time.Instant;
import noroshi.membership.PersonName;

/** A person who sits in a community. */
public record Member(PersonName person, Place place, Instant since) {}
