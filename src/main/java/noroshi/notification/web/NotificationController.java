package noroshi.notification.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.community.Communities;
import noroshi.community.MyCommunity;
import noroshi.notification.Notifications;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a reader is told, and the way from there to where it is read. */
@Controller
class NotificationController {
    private static final int ON_A_PAGE = 40;

    private final Notifications notifications;
    private final Communities communities;
    private final Clock clock;

    NotificationController(Notifications notifications, Communities communities, Clock clock) {
        this.notifications = notifications;
        this.communities = communities;
        this.clock = clock;
    }

    @GetMapping("/notifications")
    Page list(
            @RequestParam(defaultValue = "unread") String show,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var all = show.equals("all");
        var rows =
                notifications.list(!all, new Window(Window.page(page, ON_A_PAGE).offset(), ON_A_PAGE + 1), actor);
        var names = communities.mine(actor).stream()
                .collect(Collectors.toMap(MyCommunity::id, mine -> mine.name().in(Ui.locale())));
        var shows = List.of(
                new Step(Ui.text("notification.show.unread"), "/notifications", !all),
                new Step(Ui.text("notification.show.all"), "/notifications?show=all", all));
        return new Page(
                "notification/list",
                new NotificationsPage(
                        rows.stream().limit(ON_A_PAGE).toList(),
                        names,
                        shows,
                        clock.instant(),
                        Math.max(page, 1),
                        rows.size() > ON_A_PAGE));
    }

    /** Where it is read; whoever comes this way has seen it. */
    @GetMapping("/notifications/{item}")
    Redirect open(@PathVariable UUID item, HttpServletRequest request, Actor actor) {
        var looking = request.getMethod().equals("HEAD") || "prefetch".equals(request.getHeader("Sec-Purpose"));
        return Redirect.to(notifications.open(item, !looking, actor));
    }

    @PostMapping("/notifications/seen")
    Redirect seen(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) Instant until, Actor actor) {
        notifications.seeAll(until, actor);
        return Redirect.to("/notifications").saying("notification.seen");
    }
}
