package noroshi.insight;

import java.time.Clock;
import java.time.LocalDate;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The national picture, for people with a seat at the Centre; for everybody else there is none. */
@Service
@Transactional(readOnly = true)
public class Insights {
    private final DayStore days;
    private final RankStore ranks;
    private final Clock clock;
    private final SiteSettings site;

    Insights(DayStore days, RankStore ranks, Clock clock, SiteSettings site) {
        this.days = days;
        this.ranks = ranks;
        this.clock = clock;
        this.site = site;
    }

    /** Whether the actor sees the national picture. */
    public boolean national(Actor actor) {
        return days.atCentre();
    }

    /** What was counted on each day since the beginning. */
    public Days days(Actor actor) {
        requireCentre();
        return new Days(days.all(site.tz()));
    }

    public Registered registered(Actor actor) {
        requireCentre();
        return days.registered();
    }

    /** What was read most; titles only of what the actor may read. */
    public Ranking ranking(Period period, Actor actor) {
        requireCentre();
        var span = Span.of(period, site.tz());
        var all = ranks.ranks(span);
        return new Ranking(
                all.stream().filter(rank -> rank.level().isPresent()).toList(),
                all.stream().filter(rank -> rank.level().isEmpty()).toList(),
                ranks.shares(span));
    }

    /** How soon the bulletins published in the period were opened. */
    public FirstViews firstViews(Period period, Actor actor) {
        requireCentre();
        return ranks.firstViews(Span.of(period, site.tz()));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), site.tz());
    }

    /** Counts the days that are over anew; until it has run, pages count for themselves. */
    @Transactional
    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT1H")
    public void recount() {
        days.recount(today(), site.tz());
    }

    private void requireCentre() {
        if (!days.atCentre()) {
            throw new NotFound();
        }
    }
}
