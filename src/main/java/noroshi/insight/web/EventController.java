package noroshi.insight.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.insight.Events;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar that explains the figures is kept. */
@Controller
@RequestMapping("/insight/events")
class EventController {
    private final Events events;

    EventController(Events events) {
        this.events = events;
    }

    @GetMapping
    Page list(Actor actor) {
        return page(Optional.empty(), EventForm.EMPTY, Seen.UNSAID, FormErrors.none(), actor);
    }

    @PostMapping
    Object add(@ModelAttribute EventForm form, Actor actor) {
        try {
            events.add(form.event(), actor);
            return Redirect.to("/insight/events").saying("insight.event.added");
        } catch (RuleBroken refusal) {
            return page(Optional.empty(), form, Seen.UNSAID, EventForm.errors(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    Page edit(@PathVariable UUID id, Actor actor) {
        var event = events.show(id, actor);
        return page(Optional.of(id), EventForm.of(event), event.seen(), FormErrors.none(), actor);
    }

    @PutMapping("/{id}")
    Object change(
            @PathVariable UUID id,
            @ModelAttribute EventForm form,
            @RequestParam(name = Seen.FIELD, defaultValue = "") String digest,
            Actor actor) {
        var seen = new Seen(digest);
        try {
            events.change(id, form.event(), seen, actor);
            return Redirect.to("/insight/events").saying("insight.event.changed");
        } catch (RuleBroken refusal) {
            var now = events.show(id, actor);
            var errors = EventForm.errors(refusal);
            return page(
                            Optional.of(id),
                            form,
                            seen.after(refusal, now.seen()),
                            Seen.stale(refusal) ? form.beside(now, errors) : errors,
                            actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/{id}")
    Redirect remove(@PathVariable UUID id, Actor actor) {
        events.remove(id, actor);
        return Redirect.to("/insight/events").saying("insight.event.removed");
    }

    private Page page(Optional<UUID> editing, EventForm form, Seen seen, FormErrors errors, Actor actor) {
        if (!events.mayKeep(actor)) {
            throw new NotFound();
        }
        return new Page("insight/events", new EventsPage(events.all(actor), editing, form, seen, errors));
    }
}
