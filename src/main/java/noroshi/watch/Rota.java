package noroshi.watch;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of the rota: who is on watch, who will be, and where nobody is. For the desk and the Overall Lead. */
@Service
@Transactional
public class Rota {
    private static final int DAYS = 7;

    private final DutyStore duties;
    private final PostStore posts;
    private final Shifts shifts;
    private final AuditTrail audit;
    private final Clock clock;

    Rota(DutyStore duties, PostStore posts, Shifts shifts, AuditTrail audit, Clock clock) {
        this.duties = duties;
        this.posts = posts;
        this.shifts = shifts;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Who is on watch at a moment.
     *
     * @param shift the shift it falls in
     * @param next the shift after it, with who comes
     */
    public record OnWatch(Mode mode, Shift shift, List<Post> posts, List<Duty> duties, Optional<Next> next) {
        public List<Duty> of(Post post) {
            return duties.stream().filter(it -> it.post().equals(post.code())).toList();
        }

        /** Nobody is there who has to be. */
        public boolean gap(Post post) {
            return post.needed(shift) && of(post).isEmpty();
        }
    }

    /** The shift that comes next. */
    public record Next(Shift shift, List<Duty> duties) {}

    /** Whether the actor has anything to do with the rota. */
    @Transactional(readOnly = true)
    public boolean reader(Actor actor) {
        return posts.reader();
    }

    /** Refuses everybody else, before anything they sent is looked at. */
    @Transactional(readOnly = true)
    public void enter(Actor actor) {
        requireReader();
    }

    @Transactional(readOnly = true)
    public OnWatch at(Instant moment, Actor actor) {
        requireReader();
        var today = LocalDate.ofInstant(moment, shifts.zone());
        var plan = shifts.plan(today.minusDays(2), today.plusDays(2), actor);
        var around = plan.shifts();
        var shift = around.stream()
                .filter(it -> it.contains(moment))
                .reduce((one, later) -> later)
                .orElseThrow();
        var next = around.stream()
                .filter(it -> !it.begins().isBefore(shift.ends()))
                .findFirst();
        var known = duties.between(
                moment, next.map(Shift::begins).orElse(shift.ends()).plusSeconds(1), clock.instant());
        var there = known.stream().filter(it -> it.during(moment)).toList();
        return new OnWatch(
                plan.modes().getOrDefault(today, Mode.QUIET),
                shift,
                posts.posts().stream()
                        .filter(post -> post.inForce(today)
                                && (post.needed(shift)
                                        || there.stream()
                                                .anyMatch(it -> it.post().equals(post.code()))))
                        .toList(),
                there,
                next.map(it -> new Next(
                        it,
                        known.stream()
                                .filter(duty -> duty.begins().equals(it.begins()))
                                .toList())));
    }

    /** The week a day lies in. */
    @Transactional(readOnly = true)
    public Week week(LocalDate day, Actor actor) {
        requireReader();
        var first = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = first.plusDays(DAYS - 1L);
        var of = shifts.of(first, last, actor);
        return new Week(
                first,
                posts.posts().stream()
                        .filter(post -> post.inForce(first) || post.inForce(last))
                        .toList(),
                of,
                duties.between(start(first), start(last.plusDays(1)), clock.instant()).stream()
                        .filter(it -> !it.begins().isBefore(start(first)))
                        .toList());
    }

    /** Whom the rota may name. */
    @Transactional(readOnly = true)
    public List<UUID> candidates(Actor actor) {
        requireReader();
        return duties.candidates();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), shifts.zone());
    }

    public Instant now() {
        return clock.instant();
    }

    /** Puts somebody on the rota; says how many duties that became. */
    public int enter(NewDuty it, Actor actor) {
        requireReader();
        var post = posts.posts().stream()
                .filter(each -> each.code().equals(it.post()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("watch.post.missing"));
        if (!duties.candidates().contains(it.person())) {
            throw new RuleBroken("watch.person-missing");
        }
        var now = clock.instant();
        var entered = 0;
        for (var shift : shifts.of(it.from(), it.to(), actor)) {
            if (it.shifts().contains(shift.key())
                    && post.inForce(shift.day())
                    && shift.ends().isAfter(now)) {
                var duty = new Duty(
                        UUID.randomUUID(),
                        post.code(),
                        shift.hours().map(Hours::id),
                        shift.begins(),
                        shift.ends(),
                        it.person(),
                        it.phone());
                entered += duties.insert(duty, now, actor) ? 1 : 0;
            }
        }
        if (entered == 0) {
            throw new RuleBroken("watch.nothing-entered");
        }
        audit.record(
                actor,
                "watch.duties-entered",
                it.person(),
                Map.of("post", it.post(), "from", it.from(), "to", it.to()));
        return entered;
    }

    /** Copies the week before into this one, where nobody has been entered yet and the shifts are the same. */
    public int copy(LocalDate day, Actor actor) {
        var week = week(day, actor);
        var before = week(week.first().minusDays(1), actor);
        var now = clock.instant();
        var copied = 0;
        for (var shift : week.shifts()) {
            for (var post : shift.ends().isAfter(now) ? week.posts() : List.<Post>of()) {
                if (post.inForce(shift.day()) && week.of(shift, post).isEmpty()) {
                    for (var duty : before.shifts().stream()
                            .filter(it -> it.day().plusDays(DAYS).equals(shift.day())
                                    && it.key().equals(shift.key())
                                    && local(it).equals(local(shift)))
                            .flatMap(it -> before.of(it, post).stream())
                            .toList()) {
                        copied += duties.insert(again(duty, shift), now, actor) ? 1 : 0;
                    }
                }
            }
        }
        if (copied == 0) {
            throw new RuleBroken("watch.nothing-copied");
        }
        audit.record(actor, "watch.week-copied", actor.organisation(), Map.of("week", week.first()));
        return copied;
    }

    private static Duty again(Duty duty, Shift shift) {
        return new Duty(
                UUID.randomUUID(),
                duty.post(),
                duty.hours(),
                shift.begins(),
                shift.ends(),
                duty.person(),
                duty.phone());
    }

    private LocalTime local(Shift shift) {
        return LocalTime.ofInstant(shift.begins(), shifts.zone());
    }

    /** Takes somebody off the rota; that they were on it stays known. */
    public void end(UUID duty, Actor actor) {
        requireReader();
        if (!duties.end(duty, clock.instant(), actor)) {
            throw new NotFound();
        }
        audit.record(actor, "watch.duty-ended", duty, Map.of());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(shifts.zone()).toInstant();
    }

    private void requireReader() {
        if (!posts.reader()) {
            throw new NotFound();
        }
    }
}
