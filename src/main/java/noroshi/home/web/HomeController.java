package noroshi.home.web;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.home.Home;
import noroshi.home.Today;
import noroshi.membership.Members;
import noroshi.shared.Actor;
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
    private final Home home;
    private final Readership readership;
    private final Members members;
    private final SiteSettings settings;
    private final Clock clock;

    HomeController(Home home, Readership readership, Members members, SiteSettings settings, Clock clock) {
        this.home = home;
        this.readership = readership;
        this.members = members;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/")
    Page show(Actor actor) {
        var today = home.today(Level.valueOf(Ui.level().name()), settings.tz(), actor);
        var organisations = members.organisations(organisations(today));
        return new Page("home/show", new HomePage(today, organisations, actor.is(Role.EDITOR), clock.instant()));
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
}
