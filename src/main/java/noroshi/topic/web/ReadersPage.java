package noroshi.topic.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who has read which version: the source and the Centre see all, a member their own organisation.
 *
 * @param organisations those with a reader of the current version
 * @param reached all organisations that may read
 * @param hidden written with another organisation hidden: only the reader's own organisation is told
 */
public record ReadersPage(
        UUID id,
        String title,
        int version,
        int organisations,
        int reached,
        int people,
        int readers,
        boolean hidden,
        List<Organisation> rows) {

    /** One organisation with its people. */
    public record Organisation(String name, int read, List<Person> people) {}

    /** One person: the version they have, since when, and whether they confirmed it. */
    public record Person(String name, Optional<Integer> version, Optional<Instant> at, Optional<Instant> confirmedAt) {}
}
