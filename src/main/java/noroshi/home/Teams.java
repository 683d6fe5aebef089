package noroshi.home;

import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.topic.Readership;
import noroshi.topic.TeamReading;
import noroshi.topic.TopicRow;
import org.springframework.stereotype.Component;

/** Finds out how far the reader's own organisation has come. */
@Component
class Teams {
    private static final int BULLETINS = 3;
    private static final int NAMES = 4;

    private final Readership readership;
    private final Members members;

    Teams(Readership readership, Members members) {
        this.readership = readership;
        this.members = members;
    }

    /** For the newest important bulletins; nothing where the reader is alone. */
    List<Team> of(List<TopicRow> bulletins, Actor actor) {
        var newest = bulletins.stream()
                .sorted((one, other) -> other.revisedAt().compareTo(one.revisedAt()))
                .limit(BULLETINS)
                .toList();
        var readings = readership.team(newest.stream().map(TopicRow::id).toList(), actor).stream()
                .collect(groupingBy(TeamReading::topic));
        var names = names(readings.values());
        return newest.stream()
                .filter(row -> readings.getOrDefault(row.id(), List.of()).size() > 1)
                .map(row -> team(row, readings.getOrDefault(row.id(), List.of()), names))
                .toList();
    }

    private Map<UUID, PersonName> names(Collection<List<TeamReading>> readings) {
        return members.names(readings.stream()
                .flatMap(Teams::missing)
                .map(TeamReading::person)
                .distinct()
                .toList());
    }

    private static Team team(TopicRow row, List<TeamReading> readings, Map<UUID, PersonName> names) {
        var seen = (int) readings.stream().filter(TeamReading::seen).count();
        var missing = missing(readings)
                .map(TeamReading::person)
                .map(names::get)
                .flatMap(Stream::ofNullable)
                .toList();
        return new Team(row, readings.size(), seen, missing);
    }

    private static Stream<TeamReading> missing(List<TeamReading> readings) {
        return readings.stream().filter(reading -> !reading.seen()).limit(NAMES);
    }
}
