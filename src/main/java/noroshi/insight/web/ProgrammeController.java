package noroshi.insight.web;

import java.util.List;
import java.util.UUID;
import noroshi.insight.Insights;
import noroshi.insight.Programme;
import noroshi.insight.Programmes;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.NavItem;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Events: what everybody prepares for, and what it was like against peacetime. */
@Controller
@RequestMapping("/events")
class ProgrammeController {
    private final Programmes programmes;
    private final Insights insights;

    ProgrammeController(Programmes programmes, Insights insights) {
        this.programmes = programmes;
        this.insights = insights;
    }

    /** Their place in the navigation. */
    @Configuration(proxyBeanMethods = false)
    static class Navigation {
        @Bean
        NavItem programmesNav() {
            return NavItem.at(65, "insight.programmes.nav", "calendar", "/events");
        }
    }

    @GetMapping
    Page list(Actor actor) {
        return list(new ProgrammeForm(null, null, null, null, null, null), FormErrors.none(), actor);
    }

    @PostMapping
    Object start(@ModelAttribute ProgrammeForm form, Actor actor) {
        if (!programmes.mayKeep(actor)) {
            throw new NotAllowed();
        }
        try {
            return Redirect.to("/events/" + programmes.start(form.programme(), actor))
                    .saying("insight.programme.started");
        } catch (RuleBroken refusal) {
            return list(form, EventForm.errors(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, Actor actor) {
        return page(id, EventForm.EMPTY, FormErrors.none(), actor);
    }

    @PostMapping("/{id}/parts")
    Object add(@PathVariable UUID id, @ModelAttribute EventForm form, Actor actor) {
        requireKept(id, actor);
        try {
            programmes.add(id, form.event(), actor);
            return Redirect.to("/events/" + id).saying("insight.event.added");
        } catch (RuleBroken refusal) {
            return page(id, form, EventForm.errors(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/{id}/parts/{part}")
    Redirect remove(@PathVariable UUID id, @PathVariable UUID part, Actor actor) {
        programmes.remove(id, part, actor);
        return Redirect.to("/events/" + id).saying("insight.event.removed");
    }

    @PostMapping("/{id}/mode")
    Redirect mode(@PathVariable UUID id, @RequestParam Programme.Mode mode, Actor actor) {
        programmes.mode(id, mode, actor);
        return Redirect.to("/events/" + id).saying("insight.programme.mode-changed");
    }

    @PostMapping("/{id}/participation")
    Redirect join(@PathVariable UUID id, Actor actor) {
        programmes.takePart(id, true, actor);
        return Redirect.to("/events/" + id).saying("insight.programme.joined");
    }

    @DeleteMapping("/{id}/participation")
    Redirect leave(@PathVariable UUID id, Actor actor) {
        programmes.takePart(id, false, actor);
        return Redirect.to("/events/" + id).saying("insight.programme.left");
    }

    private void requireKept(UUID id, Actor actor) {
        if (!programmes.mayKeep(actor)) {
            throw new NotAllowed();
        }
        programmes.show(id, actor);
    }

    private Page list(ProgrammeForm form, FormErrors errors, Actor actor) {
        var keeps = programmes.mayKeep(actor);
        var owners = keeps
                ? programmes.owners(actor).stream()
                        .map(name -> new Choice(name.id().toString(), name.in(Ui.locale())))
                        .toList()
                : List.<Choice>of();
        return new Page(
                "insight/programmes",
                new ProgrammesPage(programmes.all(actor), keeps, owners, programmes.today(), form, errors));
    }

    private Page page(UUID id, EventForm form, FormErrors errors, Actor actor) {
        var programme = programmes.show(id, actor);
        var national = insights.national(actor);
        var told = national
                || programme.owner().filter(actor.organisation()::equals).isPresent();
        return new Page(
                "insight/programme",
                new ProgrammePage(
                        programme,
                        programmes.owner(programme, actor),
                        programmes.takingPart(id, actor),
                        told,
                        programmes.compare(id, actor),
                        programmes.mayKeep(actor),
                        programmes.mayJoin(actor),
                        programmes.today(),
                        form,
                        errors));
    }
}
