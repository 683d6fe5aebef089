package noroshi.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import noroshi.topic.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands behind each figure of the national picture, for people with a seat at the Centre. */
@Service
@Transactional(readOnly = true)
public class Counts {
    private static final LocalDate BEGINNING = LocalDate.parse("2000-01-01");

    private final CountStore counts;
    private final ReachStore reach;
    private final DayStore days;
    private final SiteSettings site;

    Counts(CountStore counts, ReachStore reach, DayStore days, SiteSettings site) {
        this.counts = counts;
        this.reach = reach;
        this.days = days;
        this.site = site;
    }

    /** What was counted in the period. */
    public List<Counted> within(Period period, Measure measure, Optional<Level> level, Actor actor) {
        requireCentre();
        return counts.counted(measure, Span.of(period, site.tz()), level);
    }

    /** What was counted since the beginning, that day included. */
    public List<Counted> until(LocalDate day, Measure measure, Actor actor) {
        requireCentre();
        var zone = site.tz();
        var span = new Span(
                BEGINNING.atStartOfDay(zone).toOffsetDateTime(),
                day.plusDays(1).atStartOfDay(zone).toOffsetDateTime());
        return counts.counted(measure, span, Optional.empty());
    }

    /**
     * Bulletins of the period on their way to organisations, or one topic; as long as they took. What was written with
     * its organisation hidden has no such list: whoever opens something first is often who wrote it.
     */
    public List<Wait> waits(Period period, Optional<UUID> topic, Wait.Bucket bucket, Actor actor) {
        requireCentre();
        if (topic.isPresent()
                && (reach.hidden(topic.get()) || reach.topic(topic.get()).isEmpty())) {
            throw new NotFound();
        }
        return counts.waits(Span.of(period, site.tz()), topic, bucket);
    }

    /** The organisations that take part today. */
    public List<Counted> organisations(Actor actor) {
        requireCentre();
        return counts.organisations();
    }

    /** The people who take part today. */
    public List<Counted> people(Actor actor) {
        requireCentre();
        return counts.people();
    }

    private void requireCentre() {
        if (!days.atCentre()) {
            throw new NotFound();
        }
    }
}
