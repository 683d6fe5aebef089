package noroshi.insight;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.Organisation;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has opened what, for people with a seat at the Centre, over what they may read themselves. */
@Service
@Transactional(readOnly = true)
public class Reach {
    private final ReachStore reach;
    private final RankStore ranks;
    private final DayStore days;
    private final HourStore hours;
    private final Members members;
    private final SiteSettings site;
    private final Clock clock;

    Reach(
            ReachStore reach,
            RankStore ranks,
            DayStore days,
            HourStore hours,
            Members members,
            SiteSettings site,
            Clock clock) {
        this.reach = reach;
        this.ranks = ranks;
        this.days = days;
        this.hours = hours;
        this.members = members;
        this.site = site;
        this.clock = clock;
    }

    /** What each organisation opened of the bulletins of the period, those that opened least in front. */
    public List<OrganisationReach> organisations(Period period, Actor actor) {
        requireCentre();
        return reach.organisations(Span.of(period, site.tz()), LocalDate.ofInstant(clock.instant(), site.tz()));
    }

    /** A topic and its way to the organisations. */
    public OfTopic topic(UUID id, Actor actor) {
        requireCentre();
        var topic = reach.topic(id).orElseThrow(NotFound::new);
        var hidden = reach.hidden(id);
        return new OfTopic(topic, hidden, ranks.firstViews(id), reach.openings(id));
    }

    /** The bulletins of the period on their way to one organisation. */
    public OfOrganisation organisation(UUID id, Period period, Actor actor) {
        requireCentre();
        var span = Span.of(period, site.tz());
        return new OfOrganisation(members.organisation(id), reach.bulletins(span), reach.openings(id, span));
    }

    /** How much was opened at each hour of the week; hours in which nothing was are left out. */
    public List<Hour> hours(Period period, Actor actor) {
        requireCentre();
        return hours.hours(Span.of(period, site.tz()), site.tz());
    }

    /** What was opened in one hour of the week. */
    public List<InHour> within(Period period, DayOfWeek weekday, int hour, Actor actor) {
        requireCentre();
        return hours.within(Span.of(period, site.tz()), site.tz(), weekday, hour);
    }

    /**
     * What was opened in one hour of the week.
     *
     * @param topic empty for everything together that the reader may not read
     * @param hidden written with its organisation hidden: who viewed it is not told
     */
    public record InHour(Optional<UUID> topic, String title, boolean hidden, int views, int organisations) {}

    /**
     * One topic, all organisations.
     *
     * @param hidden written with its organisation hidden: counted, never told organisation by organisation
     */
    public record OfTopic(TopicName topic, boolean hidden, FirstViews firstViews, List<Opening> openings) {}

    /** One organisation, all bulletins. */
    public record OfOrganisation(Organisation organisation, List<TopicName> bulletins, List<Opening> openings) {}

    private void requireCentre() {
        if (!days.atCentre()) {
            throw new NotFound();
        }
    }
}
