package noroshi.intel.drop.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.intel.Imports;
import noroshi.intel.Permission;
import noroshi.intel.drop.Choice;
import noroshi.intel.drop.DropBox;
import noroshi.intel.drop.Format;
import noroshi.intel.drop.Table;
import noroshi.intel.drop.Wish;
import noroshi.intel.mailbox.Mailbox;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
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

/** Files and words are dropped, looked through, and taken. */
@Controller
@RequestMapping("/intel/drop")
class DropController {
    private final DropBox box;
    private final Imports imports;
    private final Mailbox mailbox;

    DropController(DropBox box, Imports imports, Mailbox mailbox) {
        this.box = box;
        this.imports = imports;
        this.mailbox = mailbox;
    }

    @GetMapping
    Page show(Actor actor) {
        return page("", FormErrors.none(), actor);
    }

    private Page page(String text, FormErrors errors, Actor actor) {
        return new Page(
                "intel/drop/bring",
                new DropPage(
                        text,
                        box.waiting(actor),
                        box.mailed(actor),
                        mailbox.state(actor),
                        imports.own(actor),
                        imports.largest(),
                        errors));
    }

    @PostMapping
    Object bring(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            Actor actor)
            throws IOException {
        actor.require(Role.EDITOR, Role.ADMINISTRATOR);
        try {
            if (file == null || file.isEmpty()) {
                return Redirect.to("/intel/drop/" + box.bring(text.getBytes(StandardCharsets.UTF_8), "", actor));
            }
            var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
            if (file.getSize() > DropBox.LARGEST) {
                try (var content = file.getInputStream()) {
                    return Redirect.to("/intel/imports/" + imports.bring(content, name, Optional.empty(), true, actor));
                }
            }
            return Redirect.to("/intel/drop/" + box.bring(file.getBytes(), name, actor));
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none()
                    .and(file == null || file.isEmpty() ? "text" : "file", refusal.key(), refusal.arguments());
            return page(text, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    Page preview(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") List<String> column,
            Actor actor) {
        var wish = wish(as, column);
        try {
            return preview(id, wish, TakeForm.EMPTY, FormErrors.none(), actor);
        } catch (RuleBroken unreadable) {
            var errors = FormErrors.none().and("as", unreadable.key(), unreadable.arguments());
            return preview(id, Wish.NONE, TakeForm.EMPTY, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Page preview(UUID id, Wish wish, TakeForm form, FormErrors errors, Actor actor) {
        var page = new PreviewPage(box.show(id, actor), box.preview(id, wish, actor), wish, form, errors);
        return new Page("intel/drop/preview", page);
    }

    @PostMapping("/{id}")
    Object take(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String as,
            @RequestParam(defaultValue = "") List<String> column,
            @RequestParam(defaultValue = "") List<String> take,
            @RequestParam(defaultValue = "false") boolean rest,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String tlp,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var wish = wish(as, column);
        var form = new TakeForm(true, places(take), rest, from.strip(), tlp, source, reason);
        try {
            if (from.length() > TakeForm.LONGEST_FROM) {
                throw new RuleBroken("drop.from-long", TakeForm.LONGEST_FROM);
            }
            var permission = Permission.typed(tlp, source, reason);
            var choice = new Choice(wish, form.places(), PreviewPage.SHOWN, rest, form.from(), permission);
            var report = box.take(id, choice, actor);
            var there = Redirect.to("/intel/bundles/" + report.bundle() + (report.complete() ? "" : "?show=refused"));
            return report.again()
                    ? there.saying("intel.imported-again")
                    : there.saying("intel.imported", report.taken(), report.known(), report.refused());
        } catch (RuleBroken refusal) {
            var field = refusal.key().startsWith("intel.permission")
                    ? "source"
                    : refusal.key().equals("drop.from-long") ? "from" : "";
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            return preview(id, wish, form, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/{id}")
    Redirect discard(@PathVariable UUID id, Actor actor) {
        box.discard(id, actor);
        return Redirect.to("/intel/drop").saying("drop.discarded");
    }

    private static Wish wish(String as, List<String> columns) {
        return new Wish(
                named(Format.values(), as),
                columns.stream()
                        .map(each -> named(Table.Use.values(), each).orElse(Table.Use.NOTHING))
                        .toList());
    }

    private static <T extends Enum<T>> Optional<T> named(T[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }

    private static Set<Integer> places(List<String> take) {
        return take.stream()
                .filter(each -> each.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }
}
