package noroshi.community.web;

import java.util.List;
import java.util.UUID;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.community.Place;
import noroshi.community.Request;
import noroshi.community.Roll;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people in a community: invited, admitted, named leads, taken out. */
@Controller
@RequestMapping("/communities/{id}")
class MembersController {
    private static final int ORGANISATIONS = 40;

    private final Communities communities;
    private final Roll roll;
    private final Admissions admissions;

    MembersController(Communities communities, Roll roll, Admissions admissions) {
        this.communities = communities;
        this.roll = roll;
        this.admissions = admissions;
    }

    @GetMapping("/members")
    Page list(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return list(id, page, "", FormErrors.none(), actor);
    }

    @PostMapping("/members")
    Object invite(@PathVariable UUID id, @RequestParam(defaultValue = "") String login, Actor actor) {
        try {
            admissions.invite(id, login, actor);
            return inside(id, actor)
                    ? back(id, "community.invited-now")
                    : Redirect.to("/communities/" + id).saying("community.invited-now");
        } catch (RuleBroken refusal) {
            if (!inside(id, actor)) {
                throw refusal;
            }
            return list(id, 1, login, login(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** An administrator lets people in from outside, and sees no list. */
    private boolean inside(UUID id, Actor actor) {
        return communities.show(id, actor).place().inside();
    }

    @DeleteMapping("/members/{person}")
    Redirect remove(@PathVariable UUID id, @PathVariable UUID person, Actor actor) {
        admissions.remove(id, person, actor);
        return back(id, "community.removed-now");
    }

    @PostMapping("/leads/{person}")
    Redirect name(@PathVariable UUID id, @PathVariable UUID person, Actor actor) {
        admissions.lead(id, person, true, actor);
        return back(id, "community.lead-named");
    }

    @DeleteMapping("/leads/{person}")
    Redirect unname(@PathVariable UUID id, @PathVariable UUID person, Actor actor) {
        admissions.lead(id, person, false, actor);
        return back(id, "community.lead-ended");
    }

    @PostMapping("/requests/{person}/admission")
    Redirect admit(@PathVariable UUID id, @PathVariable UUID person, Actor actor) {
        admissions.admit(id, person, actor);
        return back(id, "community.admitted-now");
    }

    @DeleteMapping("/requests/{person}")
    Redirect decline(@PathVariable UUID id, @PathVariable UUID person, Actor actor) {
        admissions.decline(id, person, actor);
        return back(id, "community.declined-now");
    }

    private Page list(UUID id, int number, String login, FormErrors errors, Actor actor) {
        var row = communities.show(id, actor);
        var window = Window.page(number, ORGANISATIONS);
        var delegations = roll.members(id, window, actor);
        var requests = row.place() == Place.LEAD ? roll.requests(id, actor) : List.<Request>of();
        var more = window.offset() + delegations.size() < row.organisations();
        return new Page(
                "community/members",
                new MembersPage(
                        row, delegations, requests, roll.gone(id, actor), actor.person(), number, more, login, errors));
    }

    private static FormErrors login(RuleBroken refusal) {
        return FormErrors.none().and("login", refusal.key(), refusal.arguments());
    }

    private static Redirect back(UUID id, String said) {
        return Redirect.to("/communities/" + id + "/members").saying(said);
    }
}
