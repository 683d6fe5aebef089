package noroshi.community.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.community.CommunityRow;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of communities, one community, and one's own seat in it. */
@Controller
@RequestMapping("/communities")
class CommunityController {
    private final Communities communities;
    private final Admissions admissions;
    private final CommunityPages pages;
    private final Unread unread;

    CommunityController(Communities communities, Admissions admissions, CommunityPages pages, Unread unread) {
        this.communities = communities;
        this.admissions = admissions;
        this.pages = pages;
        this.unread = unread;
    }

    @GetMapping
    Page list(Actor actor) {
        return list(AskForm.EMPTY, FormErrors.none(), actor);
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return pages.show(id, "", FormErrors.none(), actor);
    }

    @PostMapping("/{id}/seat")
    Redirect join(@PathVariable UUID id, Actor actor) {
        admissions.join(id, actor);
        return Redirect.to("/communities/" + id).saying("community.joined");
    }

    @DeleteMapping("/{id}/seat")
    Redirect leave(@PathVariable UUID id, Actor actor) {
        admissions.leave(id, actor);
        return Redirect.to("/communities").saying("community.left");
    }

    /** Asks by the code one was told. */
    @PostMapping("/requests")
    Object ask(@ModelAttribute AskForm form, Actor actor) {
        try {
            admissions.ask(form.code(), form.reason(), actor);
            return Redirect.to("/communities").saying("community.asked");
        } catch (RuleBroken refusal) {
            return list(form, reason(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Asks on the page of a community one may know of. */
    @PostMapping("/{id}/requests")
    Object ask(@PathVariable UUID id, @ModelAttribute AskForm form, Actor actor) {
        var community = communities.show(id, actor).community();
        try {
            admissions.ask(community.code(), form.reason(), actor);
            return Redirect.to("/communities/" + id).saying("community.asked");
        } catch (RuleBroken refusal) {
            return pages.show(id, form.reason(), reason(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static FormErrors reason(RuleBroken refusal) {
        return FormErrors.none().and("reason", refusal.key(), refusal.arguments());
    }

    private Page list(AskForm asking, FormErrors errors, Actor actor) {
        var rows = communities.list(actor);
        var counts = unread.by(actor).get();
        var lines = rows.stream()
                .map(row -> new CommunitiesPage.Line(
                        row, counts.getOrDefault(row.community().id(), 0)))
                .toList();
        return new Page(
                "community/list",
                new CommunitiesPage(
                        those(
                                lines,
                                row -> row.place().inside() && !row.community().closed()),
                        those(
                                lines,
                                row -> !row.place().inside() && !row.community().closed()),
                        those(lines, row -> row.community().closed()),
                        actor.is(Role.ADMINISTRATOR),
                        actor.is(Role.COMMUNITY_LEAD),
                        asking,
                        errors));
    }

    private static List<CommunitiesPage.Line> those(List<CommunitiesPage.Line> lines, Predicate<CommunityRow> wanted) {
        return lines.stream().filter(line -> wanted.test(line.row())).toList();
    }
}
