package noroshi.intel.warning.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Spelling;
import noroshi.intel.life.Asked;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Warning lists are read by everybody, loaded and overridden by editors. */
@Controller
@RequestMapping("/intel/warnings")
class WarningController {
    private final WarningLists warnings;
    private final Members members;

    WarningController(WarningLists warnings, Members members) {
        this.warnings = warnings;
        this.members = members;
    }

    @GetMapping({"", "/look"})
    Page list(@RequestParam(defaultValue = "") String q, Actor actor) {
        return page(q, FormErrors.none(), actor);
    }

    /** What is pasted may be longer than any address; a few words go on as a link. */
    @PostMapping("/look")
    Object paste(@RequestParam(defaultValue = "") String q, Actor actor) {
        if (q.length() > Asked.LONGEST) {
            return again(q, FormErrors.none().and("q", "indicator.search.long", Asked.LONGEST, q.length()), actor);
        }
        var link = Redirect.asking("/intel/warnings", q);
        return link.isPresent() ? link.get() : list(q, actor);
    }

    private Page page(String q, FormErrors errors, Actor actor) {
        var forms = errors.at("q") ? List.<Spelling.Form>of() : Asked.read(q).forms();
        var mayChange = WarningLists.mayChange(actor);
        var exceptions = mayChange ? warnings.exceptions(actor) : List.<WarningLists.Exempt>of();
        var hits = warnings.hits(forms, actor);
        var answers = forms.stream()
                .map(form -> new WarningsPage.Answer(
                        form, told(hits.getOrDefault(form, List.of()), mayChange), excepted(exceptions, form)))
                .toList();
        return new Page(
                "intel/warnings/list",
                new WarningsPage(
                        warnings.list(actor),
                        mayChange ? warnings.named(actor) : Map.of(),
                        q,
                        answers,
                        exceptions,
                        names(exceptions),
                        mayChange,
                        errors));
    }

    /** Whether something is registered is told to those who must not publish it, and to nobody else. */
    private static List<Hit> told(List<Hit> hits, boolean mayChange) {
        return hits.stream()
                .filter(hit -> mayChange || hit instanceof Hit.Listed)
                .toList();
    }

    private static boolean excepted(List<WarningLists.Exempt> exceptions, Spelling.Form form) {
        return exceptions.stream().anyMatch(each -> each.form().equals(form));
    }

    private Map<UUID, String> names(List<WarningLists.Exempt> exceptions) {
        var people = exceptions.stream().map(WarningLists.Exempt::by).collect(Collectors.toSet());
        return members.names(people).values().stream()
                .collect(Collectors.toMap(PersonName::id, name -> name.in(Ui.locale())));
    }

    @PostMapping
    Object load(@RequestParam(required = false) @Nullable MultipartFile file, Actor actor) throws IOException {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        if (file == null || file.isEmpty()) {
            return again("", FormErrors.none().and("file", "intel.file.missing"), actor);
        }
        try {
            var loaded = warnings.load(file.getBytes(), actor);
            return Redirect.to("/intel/warnings")
                    .saying(
                            loaded.again() ? "warning.loaded-again" : "warning.loaded",
                            loaded.name(),
                            loaded.entries(),
                            loaded.leftOut());
        } catch (RuleBroken refusal) {
            return again("", FormErrors.none().and("file", refusal.key(), refusal.arguments()), actor);
        }
    }

    @DeleteMapping("/{id}")
    Redirect remove(@PathVariable UUID id, Actor actor) {
        warnings.remove(id, actor);
        return Redirect.to("/intel/warnings").saying("warning.removed");
    }

    @PostMapping("/exceptions")
    Object except(
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        try {
            warnings.except(form(value), reason, actor);
            return Redirect.to("/intel/warnings").saying("warning.excepted");
        } catch (RuleBroken refusal) {
            return again(value, FormErrors.none().and("reason", refusal.key(), refusal.arguments()), actor);
        }
    }

    @DeleteMapping("/exceptions")
    Redirect lift(@RequestParam(defaultValue = "") String value, Actor actor) {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        warnings.lift(form(value), actor);
        return Redirect.to("/intel/warnings").saying("warning.lifted");
    }

    private static Spelling.Form form(String value) {
        return Asked.form(value.strip()).orElseThrow(() -> new RuleBroken("warning.exception.value"));
    }

    private Page again(String q, FormErrors errors, Actor actor) {
        return page(q, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
