package noroshi.demo;

import java.util.List;
import java.util.UUID;

/**
 * A community of the demo world.
 *
 * @param everyone the community of all participating organisations
 * @param members in the order of the list of all people
 */
record Circle(UUID id, String code, boolean everyone, Person lead, List<Person> members) {}
