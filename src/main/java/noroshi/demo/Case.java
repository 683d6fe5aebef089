package noroshi.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A matter of the consultation desk, as the demo world tells it.
 *
 * @param parts its damage facts and its technical facts, where there are any
 * @param statuses since when it stood where
 */
record Case(
        Papers.Line line,
        UUID id,
        Instant opened,
        Person reporter,
        Map<String, String> parts,
        Map<String, Instant> statuses) {
    private static final List<String> STATUSES = List.of("ACKNOWLEDGED", "TRIAGED", "CONTAINED", "CLOSED");

    static List<Case> read(World world) {
        return Papers.read("matters").stream()
                .map(line -> read(line, world))
                .sorted(Comparator.comparing(Case::opened))
                .toList();
    }

    private static Case read(Papers.Line line, World world) {
        var code = line.text("code");
        var opened = world.calendar().at(line.text("opened"));
        var statuses = new LinkedHashMap<String, Instant>();
        statuses.put("SUBMITTED", opened);
        for (var status : STATUSES) {
            line.optional(column(status))
                    .ifPresent(
                            minutes -> statuses.put(status, opened.plus(Duration.ofMinutes(Long.parseLong(minutes)))));
        }
        var parts = new LinkedHashMap<String, String>();
        line.optional("damage").ifPresent(text -> parts.put("DAMAGE", text));
        line.optional("technical").ifPresent(text -> parts.put("TECHNICAL", text));
        return new Case(line, Ids.of("topic", "matter/" + code), opened, reporter(line, world), parts, statuses);
    }

    private static String column(String status) {
        return status.toLowerCase(java.util.Locale.ROOT);
    }

    private static Person reporter(Papers.Line line, World world) {
        return world.people().stream()
                .filter(person -> person.organisation().code().equals(line.text("organisation")))
                .filter(Person::window)
                .findFirst()
                .orElseThrow();
    }

    String text(String column) {
        return line.text(column);
    }

    boolean consultation() {
        return text("kind").equals("CONSULTATION");
    }

    /** Told upwards, because it is or could become public. */
    boolean upward() {
        return !text("visibility").equals("NONE");
    }

    Optional<Instant> at(String status) {
        return Optional.ofNullable(statuses.get(status));
    }

    String status() {
        return new ArrayList<>(statuses.keySet()).getLast();
    }

    UUID part(String side) {
        return Ids.of("topic", "matter/" + text("code") + "/" + side);
    }

    /** The name of the matter, made of its id: the same in every demo world. */
    String reference() {
        var letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
        var name = new StringBuilder("D-");
        var bits = id.getLeastSignificantBits() & Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            name.append(letters.charAt((int) (bits % letters.length())));
            bits /= letters.length();
            if (i == 3) {
                name.append('-');
            }
        }
        return name.toString();
    }
}
