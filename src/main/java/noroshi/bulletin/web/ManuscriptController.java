package noroshi.bulletin.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Newsroom;
import noroshi.community.Audiences;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.topic.Level;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriUtils;

/** Manuscripts are begun and written. Every button of the form saves first, so that nothing typed is lost. */
@Controller
@RequestMapping("/bulletins")
class ManuscriptController {
    private static final Pattern READERS = Pattern.compile("preview(?:-(\\d{1,4}))?");

    private final Newsroom newsroom;
    private final Audiences audiences;
    private final Editors editors;
    private final Filing filing;

    ManuscriptController(Newsroom newsroom, Audiences audiences, Editors editors, Filing filing) {
        this.newsroom = newsroom;
        this.audiences = audiences;
        this.editors = editors;
        this.filing = filing;
    }

    @GetMapping("/new")
    Page blank(@RequestParam Optional<UUID> bundle, Actor actor) {
        return editors.blank(bundle, actor);
    }

    @PostMapping
    Object begin(
            @RequestParam UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Optional<List<UUID>> drop,
            @RequestParam Optional<List<MultipartFile>> files,
            @RequestParam(defaultValue = "ALL") Level fileLevel,
            HttpServletRequest request,
            Actor actor) {
        newsroom.enter(actor);
        var form = BulletinForm.read(id, request);
        var wish = wish(drop, files, fileLevel);
        if (!form.copy().refusals().isEmpty()) {
            return unwritable(form, wish, actor);
        }
        try {
            var marking = form.marking(audiences.parse(form.audience(), actor).principals());
            newsroom.begin(form.id(), form.imported(), marking, form.copy(), actor);
            var filed = filing.file(newsroom.show(id, actor), wish, actor);
            return filed.untaken().isEmpty() ? next(form, step, request) : partly(form, filed, actor);
        } catch (RuleBroken refusal) {
            return refused(form, refusal, wish, actor);
        }
    }

    @GetMapping("/manuscripts/{id}")
    Object edit(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String find,
            @RequestParam Optional<Integer> reach,
            Actor actor) {
        var manuscript = newsroom.show(id, actor);
        return manuscript.open()
                ? editors.saved(manuscript, new Editors.View(find, reach), actor)
                : Redirect.to("/bulletins/manuscripts/" + id + "/review");
    }

    @PostMapping("/manuscripts/{id}")
    Object write(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String step,
            @RequestParam Optional<List<UUID>> drop,
            @RequestParam Optional<List<MultipartFile>> files,
            @RequestParam(defaultValue = "ALL") Level fileLevel,
            HttpServletRequest request,
            Actor actor) {
        var form = BulletinForm.read(id, request);
        var wish = wish(drop, files, fileLevel);
        newsroom.show(id, actor);
        if (!form.copy().refusals().isEmpty()) {
            return unwritable(form, wish, actor);
        }
        try {
            var marking = form.marking(audiences.parse(form.audience(), actor).principals());
            var written = newsroom.write(id, form.lock(), marking, form.copy(), actor);
            var filed = filing.file(written, wish, actor);
            return filed.untaken().isEmpty() ? next(form, step, request) : partly(form, filed, actor);
        } catch (RuleBroken refusal) {
            return refused(form, refusal, wish, actor);
        }
    }

    @DeleteMapping("/manuscripts/{id}")
    Redirect discard(@PathVariable UUID id, @RequestParam int lock, Actor actor) {
        return newsroom.discard(id, lock, actor)
                .map(topic -> Redirect.to("/topics/" + topic).saying("bulletin.given-up"))
                .orElseGet(() -> Redirect.to("/bulletins/manuscripts").saying("bulletin.discarded"));
    }

    private static Filing.Wish wish(Optional<List<UUID>> drop, Optional<List<MultipartFile>> files, Level level) {
        return new Filing.Wish(drop.orElse(List.of()), files.orElse(List.of()), level);
    }

    private static Redirect next(BulletinForm form, String step, HttpServletRequest request) {
        var path = "/bulletins/manuscripts/" + form.id();
        var readers = READERS.matcher(step);
        if (readers.matches()) {
            var page = readers.group(1) == null ? "1" : readers.group(1);
            return Redirect.to(path + "?reach=" + page + "#preview");
        }
        return switch (step) {
            case "find" -> Redirect.to(path + "?find=" + found(request) + "#f-audience");
            case "look" -> Redirect.to(path + "/review");
            default -> Redirect.to(path).saying("bulletin.saved");
        };
    }

    private static String found(HttpServletRequest request) {
        var words = request.getParameter("find");
        return words == null ? "" : UriUtils.encode(words, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Whoever was overtaken sees both texts; saving again is then done knowingly. */
    private Page refused(BulletinForm form, RuleBroken refusal, Filing.Wish wish, Actor actor) {
        var errors = FormErrors.none()
                .and(refusal.key().startsWith("audience.") ? "audience" : "", refusal.key(), refusal.arguments());
        var current = current(form.id(), actor);
        var stale = refusal.key().equals("bulletin.stale");
        var typed = current.filter(saved -> stale || saved.copy().equals(form.copy()))
                .map(saved -> form.seeing(saved.lock()))
                .orElse(form);
        return editors.again(typed, current, new Editors.Refused(errors, wish.names()), actor)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page unwritable(BulletinForm form, Filing.Wish wish, Actor actor) {
        var errors = FormErrors.none();
        for (var refusal : form.copy().refusals()) {
            errors = errors.and(
                    refusal.field(), refusal.rule().key(), refusal.rule().arguments());
        }
        return editors.again(form, current(form.id(), actor), new Editors.Refused(errors, wish.names()), actor)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Page partly(BulletinForm form, Filing.Filed filed, Actor actor) {
        var saved = newsroom.show(form.id(), actor);
        var refused = new Editors.Refused(filed.errors(), filed.again());
        return editors.again(form.seeing(saved.lock()), Optional.of(saved), refused, actor)
                .with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Optional<Manuscript> current(UUID id, Actor actor) {
        try {
            return Optional.of(newsroom.show(id, actor));
        } catch (NotFound notYet) {
            return Optional.empty();
        }
    }
}
