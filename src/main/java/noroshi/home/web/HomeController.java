package noroshi.home.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.home.Home;
import noroshi.home.Today;
import noroshi.membership.Members;
import noroshi.membership.OrganisationName;
import noroshi.shared.Actor;
import noroshi.shared.Changes;
import noroshi.shared.Kept;
import noroshi.shared.Role;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.TopicRow;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first page, and the end of its unread marks. */
@Controller
class HomeController {
    private static final int KEPT = 400;

    private final Home home;
    private final Readership readership;
    private final Members members;
    private final SiteSettings settings;
    private final Clock clock;
    private final Kept<Worked> kept;

    HomeController(
            Home home, Readership readership, Members members, SiteSettings settings, Changes changes, Clock clock) {
        this.home = home;
        this.readership = readership;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
        kept = new Kept<>(changes, clock, KEPT);
    }

    @GetMapping("/")
    Page show(Actor actor) {
        var level = Level.valueOf(Ui.level().name());
        var worked = kept.ask(actor, List.of(level, Ui.locale()), () -> work(level, actor));
        return new Page(
                "home/show",
                new HomePage(worked.today(), worked.organisations(), actor.is(Role.EDITOR), clock.instant()));
    }

    private Worked work(Level level, Actor actor) {
        var today = home.today(level, settings.tz(), actor);
        return new Worked(today, members.organisations(organisations(today)));
    }

    /** Marks the listed topics as seen; what came in meanwhile stays unread. */
    @PostMapping("/seen")
    Redirect seen(@RequestParam(defaultValue = "") List<UUID> topic, Actor actor) {
        readership.markSeen(topic.stream().limit(200).toList(), actor);
        return Redirect.to("/").saying("home.seen");
    }

    private static List<UUID> organisations(Today today) {
        return Stream.of(today.bulletins(), today.addressed(), today.talk(), today.asked(), today.waiting())
                .flatMap(List::stream)
                .map(TopicRow::author)
                .filter(Author.Known.class::isInstance)
                .map(author -> ((Author.Known) author).organisation())
                .distinct()
                .toList();
    }

    /** What took the database to find out. */
    private record Worked(Today today, Map<UUID, OrganisationName> organisations) {}
}
