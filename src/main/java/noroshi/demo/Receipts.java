package noroshi.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Text;

/** When those who were told of a matter opened it first: windows look soon, and what comes at night in the morning. */
final class Receipts {
    private static final double MEDIAN = 11;
    private static final double SPREAD = 0.9;
    private static final int LONGEST = 300;
    private static final int MORNING = 8;
    private static final int MORNING_ROUND = 45;

    private Receipts() {}

    /** One opening. */
    record Look(Post post, Person reader, Instant at) {}

    static List<Look> of(List<Sheet> sheets, World world) {
        var officer = world.person("dana");
        var looks = new ArrayList<Look>();
        for (var sheet : sheets) {
            var it = sheet.of();
            var post = post(sheet);
            it.at("ACKNOWLEDGED").ifPresent(at -> looks.add(new Look(post, officer, before(it.opened(), at))));
            for (var organisation : sheet.told()) {
                window(organisation, it, world)
                        .ifPresent(reader -> looks.add(new Look(post, reader, looked(it, organisation))));
            }
        }
        return looks;
    }

    private static Post post(Sheet sheet) {
        var it = sheet.of();
        var holders = new Circle(sheet.id(), "matter/" + sheet.id(), false, it.reporter(), List.of(it.reporter()));
        return new Post(
                "matter/" + sheet.id(),
                sheet.id(),
                Kind.MATTER,
                "INCIDENT",
                "AMBER",
                Optional.empty(),
                false,
                it.reporter(),
                holders,
                List.of(new Post.Issue(it.opened(), Map.of(Level.ALL, new Text(sheet.title(), sheet.body())), "", "")));
    }

    /** Who takes a matter in has read it. */
    private static Instant before(Instant opened, Instant acknowledged) {
        return opened.plus(Duration.between(opened, acknowledged).dividedBy(2));
    }

    private static Optional<Person> window(Organisation organisation, Case it, World world) {
        var holders = world.people().stream()
                .filter(Person::window)
                .filter(person -> person.organisation().equals(organisation))
                .filter(person -> !person.since().isAfter(it.opened()))
                .toList();
        return holders.isEmpty()
                ? Optional.empty()
                : Optional.of(holders.get(chance(it, organisation).nextInt(holders.size())));
    }

    private static Instant looked(Case it, Organisation organisation) {
        var chance = chance(it, organisation);
        var minutes = Math.min(LONGEST, 1 + MEDIAN * Math.exp(SPREAD * chance.nextGaussian()));
        var at = it.opened().plusSeconds((long) (minutes * 60));
        var there = at.atZone(Calendar.ZONE);
        return there.getHour() >= MORNING
                        || there.toLocalDate()
                                .equals(it.opened().atZone(Calendar.ZONE).toLocalDate())
                ? at
                : there.toLocalDate()
                        .atTime(MORNING, chance.nextInt(MORNING_ROUND))
                        .atZone(Calendar.ZONE)
                        .toInstant();
    }

    /** The same for all texts of a matter, whatever else the world draws. */
    private static SplittableRandom chance(Case it, Organisation organisation) {
        return new SplittableRandom(
                Ids.of("receipt", it.text("code") + "/" + organisation.code()).getLeastSignificantBits());
    }
}
