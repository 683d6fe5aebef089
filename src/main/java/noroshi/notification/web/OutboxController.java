package noroshi.notification.web;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.notification.Dispatch;
import noroshi.notification.Outbox;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.site.Page;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What became of mail, for those who look after it. */
@Controller
@RequestMapping("/notifications/outbox")
class OutboxController {
    private static final int ON_A_PAGE = 50;

    private final Outbox outbox;
    private final Members members;

    OutboxController(Outbox outbox, Members members) {
        this.outbox = outbox;
        this.members = members;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var state = Arrays.stream(Dispatch.State.values())
                .filter(each -> each.name().equalsIgnoreCase(show))
                .findFirst();
        var found = outbox.list(state, new Window(Window.page(page, ON_A_PAGE).offset(), ON_A_PAGE + 1), actor);
        var rows = found.stream().limit(ON_A_PAGE).toList();
        return new Page(
                "notification/outbox",
                new OutboxPage(
                        rows,
                        members.names(
                                rows.stream().map(Dispatch::person).distinct().toList()),
                        steps(state, actor),
                        Math.max(page, 1),
                        found.size() > ON_A_PAGE));
    }

    @GetMapping("/{mail}")
    Page show(@PathVariable UUID mail, Actor actor) {
        var saying = outbox.open(mail, actor);
        var name = members.names(List.of(saying.person())).get(saying.person());
        return new Page("notification/letter", new LetterPage(saying, name == null ? "" : name.in(Ui.locale())));
    }

    private List<Step> steps(Optional<Dispatch.State> chosen, Actor actor) {
        var counts = new EnumMap<Dispatch.State, Integer>(Dispatch.State.class);
        counts.putAll(outbox.counts(actor));
        var all = new Step(Ui.text("notification.outbox.all"), "/notifications/outbox", chosen.isEmpty());
        return Stream.concat(
                        Stream.of(all),
                        counts.entrySet().stream()
                                .map(each -> new Step(
                                        Ui.text(
                                                "notification.outbox.counted",
                                                Ui.word("notification.state", each.getKey()),
                                                each.getValue()),
                                        "/notifications/outbox?show="
                                                + each.getKey().name().toLowerCase(Locale.ROOT),
                                        chosen.filter(each.getKey()::equals).isPresent())))
                .toList();
    }
}
