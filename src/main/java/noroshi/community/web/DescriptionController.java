package noroshi.community.web;

import java.util.UUID;
import noroshi.community.Communities;
import noroshi.community.CommunityRow;
import noroshi.membership.Members;
import noroshi.membership.Person;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Communities are founded, described anew, and closed. */
@Controller
@RequestMapping("/communities")
class DescriptionController {
    private final Communities communities;
    private final Members members;

    DescriptionController(Communities communities, Members members) {
        this.communities = communities;
        this.members = members;
    }

    @GetMapping("/new")
    Page begin(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return founding(CommunityForm.EMPTY, FormErrors.none(), actor);
    }

    @PostMapping
    Object found(@ModelAttribute CommunityForm form, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        try {
            var lead = members.byLogin(form.lead().strip())
                    .map(Person::id)
                    .orElseThrow(() -> new RuleBroken("community.no-such-person"));
            var id = communities.found(form.founded(lead), actor);
            return Redirect.to("/communities/" + id).saying("community.founded");
        } catch (RuleBroken refusal) {
            return founding(form, CommunityForm.errors(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}/edit")
    Page edit(@PathVariable UUID id, Actor actor) {
        var row = manageable(id, actor);
        return editing(
                row,
                CommunityForm.of(row.community()),
                FormErrors.none(),
                row.community().profile().seen());
    }

    @PutMapping("/{id}")
    Object describe(
            @PathVariable UUID id,
            @ModelAttribute CommunityForm form,
            @RequestParam(name = Seen.FIELD, defaultValue = "") String digest,
            Actor actor) {
        manageable(id, actor);
        var seen = new Seen(digest);
        try {
            communities.edit(id, form.profile(), seen, actor);
            return Redirect.to("/communities/" + id).saying("community.edited");
        } catch (RuleBroken refusal) {
            var now = manageable(id, actor);
            var errors = CommunityForm.errors(refusal);
            return editing(
                            now,
                            form,
                            Seen.stale(refusal) ? form.beside(now.community(), errors) : errors,
                            seen.after(refusal, now.community().profile().seen()))
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/closure")
    Redirect close(@PathVariable UUID id, Actor actor) {
        communities.close(id, actor);
        return Redirect.to("/communities/" + id).saying("community.closed-now");
    }

    private CommunityRow manageable(UUID id, Actor actor) {
        var row = communities.show(id, actor);
        if (!Communities.manages(row, actor)) {
            throw new NotAllowed();
        }
        return row;
    }

    private Page founding(CommunityForm form, FormErrors errors, Actor actor) {
        var everyone = communities.ofEverybody(actor).isEmpty();
        return new Page(
                "community/edit",
                new EditPage(
                        "/communities", Ui.text("community.new"), true, everyone, false, form, Seen.UNSAID, errors));
    }

    private static Page editing(CommunityRow row, CommunityForm form, FormErrors errors, Seen seen) {
        var community = row.community();
        var title = Ui.text("community.edit-of", community.profile().name().in(Ui.locale()));
        var closable = !community.closed() && !community.everyoneTakingPart();
        return new Page(
                "community/edit",
                new EditPage("/communities/" + community.id(), title, false, false, closable, form, seen, errors));
    }
}
