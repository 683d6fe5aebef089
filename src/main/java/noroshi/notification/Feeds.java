package noroshi.notification;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.audit.AuditTrail;
import noroshi.membership.Members;
import noroshi.membership.Secret;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Level;
import noroshi.topic.SavedSearches;
import noroshi.topic.TopicRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door of feed readers and calendars: a secret address for each person, and what may leave through it. */
@Service
@Transactional
public class Feeds {
    private static final Window NEWEST = new Window(0, 100);

    private final FeedStore feeds;
    private final StoryStore stories;
    private final AtomWriter atom;
    private final CalendarWriter calendar;
    private final SavedSearches searches;
    private final List<Dates> dates;
    private final Members members;
    private final AuditTrail audit;
    private final Clock clock;

    Feeds(
            FeedStore feeds,
            StoryStore stories,
            AtomWriter atom,
            CalendarWriter calendar,
            SavedSearches searches,
            List<Dates> dates,
            Members members,
            AuditTrail audit,
            Clock clock) {
        this.feeds = feeds;
        this.stories = stories;
        this.atom = atom;
        this.calendar = calendar;
        this.searches = searches;
        this.dates = dates;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** Since when the actor has an address, if they have one. */
    @Transactional(readOnly = true)
    public Optional<Instant> since(Actor actor) {
        return feeds.madeAt();
    }

    /** A new address; the one before it ends. It is shown this once. */
    public Secret renew(Actor actor) {
        var secret = Secret.random("nf_");
        feeds.save(actor.person(), secret, clock.instant());
        audit.record(actor, "notification.feed-renewed", actor.person(), Map.of());
        return secret;
    }

    /** Ends the address. */
    public void revoke(Actor actor) {
        feeds.remove();
        audit.record(actor, "notification.feed-revoked", actor.person(), Map.of());
    }

    /** Whose address it is, with the rights of this moment. */
    @Transactional(readOnly = true)
    public Optional<Actor> reader(Secret secret) {
        return feeds.reader(secret).flatMap(person -> members.actor(person, "feed"));
    }

    /** What the actor was told lately, as Atom (RFC 4287). */
    @Transactional(readOnly = true)
    public String news(Actor actor) {
        var shown = stories.list(false, NEWEST).stream()
                .map(told -> Leaving.through(Channel.FEED, told.story()))
                .toList();
        return atom.news(actor.person(), shown, locale(actor));
    }

    /** What a kept search of the actor's finds, as Atom. That RED says what is looked for would tell of it, so it is left out. */
    @Transactional(readOnly = true)
    public String matches(UUID search, Actor actor) {
        var shown = searches.newest(search, Level.GENERAL, actor).stream()
                .filter(row -> row.tlp() != Tlp.RED)
                .map(row -> Leaving.through(Channel.FEED, Feeds.story(row)))
                .toList();
        return atom.matches(search, shown, locale(actor));
    }

    private static Story story(TopicRow row) {
        return new Story(
                row.id(),
                Optional.of(row.id()),
                What.SEARCH_MATCHED,
                "",
                Why.SEARCH,
                Weight.USUAL,
                row.tlp(),
                row.importance(),
                Optional.empty(),
                row.title(),
                "",
                "",
                row.revisedAt());
    }

    /** Until when answers are asked of the actor, and the days of events, as iCalendar (RFC 5545). */
    @Transactional(readOnly = true)
    public String dates(Actor actor) {
        List<Shown> shown = stories.due().stream()
                .map(story -> Leaving.through(Channel.CALENDAR, story))
                .toList();
        var locale = locale(actor);
        return calendar.write(
                shown,
                dates.stream().flatMap(each -> each.of(actor, locale).stream()).toList(),
                locale);
    }

    private Locale locale(Actor actor) {
        return Locale.of(feeds.locale(actor.person()));
    }
}
