package noroshi.insight;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.Organisation;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.SiteSettings;
import noroshi.topic.Level;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands behind a number of views, for people with a seat at the Centre, over what they may read themselves. What
 * was written with its organisation hidden has no such list: whoever opens something first is often who wrote it.
 */
@Service
@Transactional(readOnly = true)
public class Views {
    private final ViewStore views;
    private final ReachStore reach;
    private final DayStore days;
    private final Members members;
    private final SiteSettings site;

    Views(ViewStore views, ReachStore reach, DayStore days, Members members, SiteSettings site) {
        this.views = views;
        this.reach = reach;
        this.days = days;
        this.members = members;
        this.site = site;
    }

    /** One topic, and those who viewed it. */
    public record OfTopic<T>(TopicName topic, List<T> rows) {}

    /** One organisation, and its people who opened a bulletin. */
    public record OfOrganisation(Organisation organisation, List<Viewer> people) {}

    /** Which organisations viewed a topic, at a level or at any, within a period and one hour of its weeks, or ever. */
    public OfTopic<Viewed> viewed(
            UUID topic, Optional<Level> level, Optional<Period> within, Optional<WeekHour> at, Actor actor) {
        var name = named(topic);
        var span = within.map(period -> Span.of(period, site.tz())).orElse(Span.EVER);
        return new OfTopic<>(name, views.viewed(topic, level, span, at, site.tz()));
    }

    /** Who opened a topic, of all organisations it is addressed to, or of one. */
    public OfTopic<Viewer> viewers(UUID topic, Optional<UUID> organisation, Actor actor) {
        return new OfTopic<>(named(topic), views.viewers(topic, organisation));
    }

    /** Who of an organisation opened a bulletin of the period. */
    public OfOrganisation viewers(UUID organisation, Period period, Actor actor) {
        requireCentre();
        return new OfOrganisation(
                members.organisation(organisation), views.viewers(organisation, Span.of(period, site.tz())));
    }

    private TopicName named(UUID topic) {
        requireCentre();
        if (reach.hidden(topic)) {
            throw new NotFound();
        }
        return reach.topic(topic).orElseThrow(NotFound::new);
    }

    private void requireCentre() {
        if (!days.atCentre()) {
            throw new NotFound();
        }
    }
}
