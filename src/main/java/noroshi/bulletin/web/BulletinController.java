package noroshi.bulletin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import noroshi.bulletin.Bulletins;
import noroshi.bulletin.Headlines;
import noroshi.bulletin.Newsroom;
import noroshi.membership.Profiles;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Level;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The readers' list, and the way from a published bulletin to its next version. */
@Controller
@RequestMapping("/bulletins")
class BulletinController {
    private static final int SIZE = 20;

    private final Bulletins bulletins;
    private final Newsroom newsroom;
    private final Headlines headlines;
    private final Profiles profiles;
    private final Clock clock;

    BulletinController(Bulletins bulletins, Newsroom newsroom, Headlines headlines, Profiles profiles, Clock clock) {
        this.bulletins = bulletins;
        this.newsroom = newsroom;
        this.headlines = headlines;
        this.profiles = profiles;
        this.clock = clock;
    }

    @GetMapping
    Page list(
            @ModelAttribute ShelfFilter filter,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "1") int page,
            HttpServletRequest request,
            Actor actor) {
        var chosen = noroshi.site.Level.of(level, Ui.level());
        if (!level.isEmpty() && chosen != Ui.level() && opened(request)) {
            profiles.chooseLevel(chosen.code(), actor);
        }
        var words = chosen == noroshi.site.Level.PRO ? Level.PRO : Level.GENERAL;
        var window = Window.page(page, SIZE);
        var rows = bulletins.list(filter.shelf(words, clock.instant()), new Window(window.offset(), SIZE + 1), actor);
        var lines = rows.stream()
                .limit(SIZE)
                .map(row -> new ShelfPage.Line(row, headlines.of(row, Ui.locale())))
                .toList();
        return new Page(
                "bulletin/list",
                new ShelfPage(
                        lines,
                        filter,
                        words,
                        levels(words),
                        rooms(actor, true),
                        Math.max(page, 1),
                        rows.size() > SIZE,
                        Newsroom.open(actor)));
    }

    @PostMapping("/{topic}/revision")
    Redirect revise(@PathVariable UUID topic, Actor actor) {
        return Redirect.to("/bulletins/manuscripts/" + newsroom.revise(topic, actor));
    }

    /** The two rooms of the newsroom's people: what readers read, and what is being written. */
    static List<Step> rooms(Actor actor, boolean reading) {
        return Newsroom.open(actor)
                ? List.of(
                        new Step(Ui.text("bulletin.room.reading"), "/bulletins", reading),
                        new Step(Ui.text("bulletin.room.writing"), "/bulletins/manuscripts", !reading))
                : List.of();
    }

    private static List<Step> levels(Level chosen) {
        return List.of(
                new Step(Ui.word("topic.level", Level.PRO), Ui.with("level", "pro"), chosen == Level.PRO),
                new Step(Ui.word("topic.level", Level.GENERAL), Ui.with("level", "general"), chosen == Level.GENERAL));
    }

    /** Neither a look at the headers alone nor a browser's guess at where the reader goes next. */
    private static boolean opened(HttpServletRequest request) {
        return request.getMethod().equals("GET") && request.getHeader("Sec-Purpose") == null;
    }
}
