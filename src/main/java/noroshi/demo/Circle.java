package noroshi.demo;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * A community of the demo world.
 *
 * @param everyone the community of all participating organisations
 * @param members in the order of the list of all people
 */
record Circle(UUID id, String code, boolean everyone, Person lead, List<Person> members) {
    static final String EVERYBODY = "everyone";

    /** What goes to everybody is read by a second person first. */
    boolean everybody() {
        return everyone || code.equals(EVERYBODY);
    }

    boolean holds(Person person) {
        return Collections.binarySearch(members, person, Comparator.comparingInt(Person::number)) >= 0;
    }
}
