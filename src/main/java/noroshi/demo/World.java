package noroshi.demo;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Who there is, in which communities, and when: what topics and their readers are chosen from. */
record World(Calendar calendar, List<Person> people, List<Circle> communities, Map<String, Circle> circles) {
    private static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String ORGANISATION = "org:";

    static World of(Calendar calendar, List<Person> people, List<Circle> communities) {
        var circles = communities.stream().collect(toMap(Circle::code, Function.identity()));
        circles.put(Circle.EVERYBODY, new Circle(EVERYONE, Circle.EVERYBODY, false, people.getFirst(), people));
        communities.stream().filter(Circle::everyone).forEach(circle -> circles.put("participants", circle));
        return new World(calendar, people, communities, circles);
    }

    Circle circle(String code) {
        return Objects.requireNonNull(circles.get(code), code);
    }

    Organisation centre() {
        return people.stream()
                .map(Person::organisation)
                .filter(Organisation::centre)
                .findFirst()
                .orElseThrow();
    }

    Person person(String login) {
        return people.stream()
                .filter(person -> person.login().equals(login))
                .findFirst()
                .orElseThrow();
    }

    /** A login, or somebody of an organisation who reads there: in one topic always the same person. */
    Person author(String named, Circle circle, String topic) {
        if (!named.startsWith(ORGANISATION)) {
            return person(named);
        }
        var code = named.substring(ORGANISATION.length());
        var staff = circle.members().stream()
                .filter(member -> member.organisation().code().equals(code))
                .toList();
        return staff.get(Math.floorMod((topic + named).hashCode(), staff.size()));
    }
}
