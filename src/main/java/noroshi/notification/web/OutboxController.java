package noroshi.notification.web;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.membership.Members;
import noroshi.notification.Bounces;
import noroshi.notification.Dispatch;
import noroshi.notification.Outbox;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Step;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What became of mail, for those who look after it. */
@Controller
@RequestMapping("/notifications/outbox")
class OutboxController {
    private static final int ON_A_PAGE = 50;

    private final Outbox outbox;
    private final Bounces bounces;
    private final Members members;

    OutboxController(Outbox outbox, Bounces bounces, Members members) {
        this.outbox = outbox;
        this.bounces = bounces;
        this.members = members;
    }

    @GetMapping
    Page list(@RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return list(show, page, FormErrors.none(), actor);
    }

    /** What another mail server wrote back, as a file. */
    @PostMapping("/bounces")
    Object take(@RequestParam(required = false) @Nullable MultipartFile file, Actor actor) throws IOException {
        var outcome = bounces.take(read(file), actor);
        return outcome.ours()
                ? Redirect.to("/notifications/outbox").saying(outcome.key())
                : list("", 1, FormErrors.none().and("file", outcome.key()), actor)
                        .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static byte[] read(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (var in = file.getInputStream()) {
            return in.readNBytes(Bounces.LARGEST + 1);
        }
    }

    private Page list(String show, int page, FormErrors errors, Actor actor) {
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
                        found.size() > ON_A_PAGE,
                        actor.is(Role.ADMINISTRATOR),
                        errors));
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
