package noroshi.demo;

import static java.util.stream.Collectors.groupingBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import noroshi.topic.Level;

/** Sign-ins and views, each a record of its own, as many on each day as the figures say. */
final class Usage {
    private static final int PERSON_BITS = 11;
    private static final long PERSON_MASK = (1L << PERSON_BITS) - 1;

    private final World world;
    private final List<Days> days;
    private final Attendance attendance;
    private final Demand demand;
    private final Shelves shelves;
    private final Map<LocalDate, List<Remark>> remarks;
    private final Map<LocalDate, List<Notices.Sent>> notices;
    private final Map<LocalDate, List<Receipts.Look>> receipts;
    private final SplittableRandom chance;
    private final LongStream.Builder signIns = LongStream.builder();

    Usage(
            World world,
            List<Days> days,
            List<Post> posts,
            List<Remark> remarks,
            List<Notices.Sent> notices,
            List<Receipts.Look> receipts,
            SplittableRandom chance) {
        this.world = world;
        this.days = days;
        this.chance = chance;
        this.attendance = new Attendance(world, chance);
        this.demand = new Demand(days, posts, remarks);
        this.shelves = new Shelves(world, posts, chance);
        this.remarks = remarks.stream().collect(groupingBy(remark -> LocalDate.ofInstant(remark.at(), Calendar.ZONE)));
        posts.forEach(post -> post.issues().forEach(issue -> attendance.acts(post.author(), issue.at())));
        remarks.forEach(remark -> attendance.acts(remark.author(), remark.at()));
        var viewed = notices.stream().filter(one -> one.viewedAt().isPresent()).toList();
        this.notices = viewed.stream()
                .collect(groupingBy(one -> LocalDate.ofInstant(one.viewedAt().orElseThrow(), Calendar.ZONE)));
        viewed.forEach(one -> attendance.acts(one.reader(), one.viewedAt().orElseThrow()));
        this.receipts = receipts.stream().collect(groupingBy(look -> LocalDate.ofInstant(look.at(), Calendar.ZONE)));
        receipts.forEach(look -> attendance.acts(look.reader(), look.at()));
    }

    void put(Connection database) throws SQLException {
        try (var table =
                new Table(database, "topic.view", "topic", "version", "level", "person", "organisation", "at")) {
            for (var day : days) {
                for (var opening : openings(day)) {
                    var person = opening.person();
                    table.row(
                            opening.post().id(),
                            opening.version(),
                            opening.level(),
                            person.id(),
                            person.organisation().id(),
                            Instant.ofEpochSecond(opening.second()));
                }
            }
        }
        putSignIns(database);
    }

    private List<Opening> openings(Days day) {
        var reading = new ReadingDay(day, attendance.of(day), shelves, chance);
        for (var remark : remarks.getOrDefault(day.date(), List.of())) {
            reading.before(remark);
        }
        for (var one : notices.getOrDefault(day.date(), List.of())) {
            reading.notice(one);
        }
        for (var look : receipts.getOrDefault(day.date(), List.of())) {
            reading.matter(look);
        }
        for (var share : demand.on(day)) {
            reading.bulletin(share);
        }
        reading.fill();
        for (var visit : reading.visits()) {
            signIns.add(visit.since << PERSON_BITS | visit.person.number());
        }
        return reading.openings();
    }

    private void putSignIns(Connection database) throws SQLException {
        try (var table = new Table(database, "membership.login", "person", "organisation", "at", "factor")) {
            for (var signIn : signIns.build().toArray()) {
                var person = world.people().get((int) (signIn & PERSON_MASK));
                table.row(
                        person.id(),
                        person.organisation().id(),
                        Instant.ofEpochSecond(signIn >> PERSON_BITS),
                        person.pro() ? "PASSKEY" : "TOTP");
            }
        }
    }

    /** One opening of a topic. */
    record Opening(Post post, Level level, Person person, long second) {
        int version() {
            var at = Instant.ofEpochSecond(second);
            return (int) post.issues().stream()
                    .filter(issue -> !issue.at().isAfter(at))
                    .count();
        }
    }
}
