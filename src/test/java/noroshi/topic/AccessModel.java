package noroshi.topic;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may read what, said a second time and without a database: seats, offices and communities of a person make a set,
 * the addressees of a topic make a set, and a reader is whoever stands in both.
 */
final class AccessModel {
    private static final UUID EVERYONE = Samples.EVERYONE;

    /** Organisations by id, and whether they take part. */
    final Map<UUID, Boolean> organisations = new LinkedHashMap<>();

    /** Windows by their organisation. */
    final Map<UUID, UUID> windows = new LinkedHashMap<>();

    final Map<UUID, Someone> people = new LinkedHashMap<>();
    final Map<UUID, Matter> topics = new LinkedHashMap<>();

    /** A person: where they sit today, which circles they belong to, whether they are suspended. */
    static final class Someone {
        final Set<UUID> seats = new HashSet<>();
        final Set<UUID> circles = new HashSet<>();
        boolean active = true;
    }

    /** A topic: who may read it, who wrote it, what hangs on it. */
    static final class Matter {
        final UUID author;
        final Set<UUID> addressees = new HashSet<>();
        final Set<UUID> comments = new HashSet<>();
        final Set<UUID> files = new HashSet<>();
        boolean withdrawn;

        Matter(UUID author, Set<UUID> audience) {
            this.author = author;
            address(audience);
        }

        /** The author is always among the readers, in person. */
        void address(Set<UUID> audience) {
            addressees.clear();
            addressees.addAll(audience);
            addressees.add(author);
        }
    }

    Set<UUID> principals(UUID person) {
        var someone = person(person);
        var seats = someone.seats.stream()
                .filter(seat -> organisations.getOrDefault(seat, false))
                .collect(Collectors.toSet());
        if (!someone.active || seats.isEmpty()) {
            return Set.of();
        }
        var principals = new HashSet<>(seats);
        principals.add(person);
        principals.add(EVERYONE);
        var office = new HashMap<UUID, UUID>();
        windows.forEach((organisation, window) -> office.put(window, organisation));
        someone.circles.stream()
                .filter(circle -> !office.containsKey(circle) || seats.contains(office.get(circle)))
                .forEach(principals::add);
        return principals;
    }

    boolean reads(UUID person, UUID topic) {
        var principals = principals(person);
        return topic(topic).addressees.stream().anyMatch(principals::contains);
    }

    /** What the page door opens, withdrawn topics too: they say why they went. */
    Set<UUID> readable(UUID person) {
        return topics.keySet().stream().filter(topic -> reads(person, topic)).collect(Collectors.toSet());
    }

    /** What stands in lists and is found: nothing that was withdrawn. */
    Set<UUID> listed(UUID person) {
        return readable(person).stream()
                .filter(topic -> !topic(topic).withdrawn)
                .collect(Collectors.toSet());
    }

    /** What came through one of the reader's own principals. */
    Set<UUID> through(UUID person, UUID principal) {
        return principals(person).contains(principal)
                ? listed(person).stream()
                        .filter(topic -> topic(topic).addressees.contains(principal))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Topics whose words the person reads: a withdrawn one keeps them for its author alone. */
    Set<UUID> worded(UUID person) {
        return readable(person).stream()
                .filter(topic -> !topic(topic).withdrawn || topic(topic).author.equals(person))
                .collect(Collectors.toSet());
    }

    Set<UUID> comments(UUID person) {
        return readable(person).stream()
                .flatMap(topic -> topic(topic).comments.stream())
                .collect(Collectors.toSet());
    }

    Set<UUID> files(UUID person) {
        return worded(person).stream()
                .flatMap(topic -> topic(topic).files.stream())
                .collect(Collectors.toSet());
    }

    /** Documents a search finds: topics and comments that are listed. */
    Set<UUID> found(UUID person) {
        return listed(person).stream()
                .flatMap(topic -> Stream.concat(Stream.of(topic), topic(topic).comments.stream()))
                .collect(Collectors.toSet());
    }

    /** Somebody who may act at all. */
    List<UUID> present() {
        return people.keySet().stream()
                .filter(person -> !principals(person).isEmpty())
                .toList();
    }

    Someone person(UUID id) {
        return people.computeIfAbsent(id, it -> new Someone());
    }

    Matter topic(UUID id) {
        return topics.computeIfAbsent(id, it -> new Matter(it, Set.of()));
    }
}
