package noroshi.notice.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.notice.Matching;
import noroshi.notice.Notices;
import noroshi.notice.Sending;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The duty desk composes once, sees whose the places are, and sends to each owner alone. */
@Controller
@RequestMapping("/notices")
class SendingController {
    private static final Duration USUAL_TIME = Duration.ofHours(24);

    private final Sending sending;
    private final Notices notices;
    private final NoticePages pages;
    private final Members members;
    private final SiteSettings site;
    private final Clock clock;

    SendingController(
            Sending sending, Notices notices, NoticePages pages, Members members, SiteSettings site, Clock clock) {
        this.sending = sending;
        this.notices = notices;
        this.pages = pages;
        this.members = members;
        this.site = site;
        this.clock = clock;
    }

    @GetMapping("/new")
    Page compose(Actor actor) {
        requireWatch(actor);
        var now = clock.instant();
        var form = new SendForm(
                "",
                "",
                "3",
                Tlp.AMBER_STRICT.name(),
                "",
                "",
                "",
                Moments.write(now, site.tz()),
                Moments.write(now.plus(USUAL_TIME), site.tz()),
                "",
                "",
                List.of(),
                "");
        return new Page("notice/new", new SendPage(form, Optional.empty(), FormErrors.none()));
    }

    @PostMapping
    Object send(@ModelAttribute SendForm form, @RequestParam(defaultValue = "match") String step, Actor actor) {
        requireWatch(actor);
        try {
            if (!step.equals("send")) {
                return page(form, Optional.of(match(form, actor)), FormErrors.none());
            }
            var sent = sending.send(form.read(site.tz()), form.places(), direct(form), form.chosen(), actor);
            return Redirect.to(sent.size() == 1 ? "/topics/" + sent.getFirst() : "/notices")
                    .saying("notice.sent", sent.size());
        } catch (RuleBroken refusal) {
            return page(form, matchedAgain(form, actor), SendForm.errors(refusal))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Matching match(SendForm form, Actor actor) {
        return sending.match(form.places(), direct(form), actor);
    }

    /** The matching beside a refusal, where there is one. */
    private Optional<Matching> matchedAgain(SendForm form, Actor actor) {
        try {
            return form.to().isEmpty() ? Optional.empty() : Optional.of(match(form, actor));
        } catch (RuleBroken refusedAlready) {
            return Optional.empty();
        }
    }

    /** The organisation that was named: by its short name, or by a part of its name that only it has. */
    private Optional<UUID> direct(SendForm form) {
        if (form.organisation().isEmpty()) {
            return Optional.empty();
        }
        var code = members.organisationByCode(form.organisation());
        if (code.isPresent()) {
            return code.map(it -> it.id());
        }
        var named = members.organisationsCalled(form.organisation(), 2);
        if (named.size() != 1) {
            throw new RuleBroken("notice.organisation-unknown", form.organisation());
        }
        return Optional.of(named.getFirst().id());
    }

    private Page page(SendForm form, Optional<Matching> matching, FormErrors errors) {
        return new Page("notice/new", new SendPage(form, matching.map(it -> found(form, it)), errors));
    }

    private SendPage.Found found(SendForm form, Matching matching) {
        var names = pages.names(matching.recipients().stream()
                .map(Matching.Recipient::organisation)
                .toList());
        var lines = matching.recipients().stream()
                .map(one -> new SendPage.Line(
                        one,
                        names.getOrDefault(one.organisation(), ""),
                        form.to().isEmpty() || form.to().contains(one.organisation())))
                .toList();
        return new SendPage.Found(lines, matching);
    }

    private void requireWatch(Actor actor) {
        if (!notices.watching(actor)) {
            throw new NotFound();
        }
    }
}
