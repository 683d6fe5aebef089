package noroshi.provider.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Collections;
import noroshi.provider.Provider;
import noroshi.provider.Providers;
import noroshi.provider.Quarantine;
import noroshi.provider.Quarantined;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Providers: how each is doing, what it sent, and setting it up. */
@Controller
@RequestMapping("/intel/providers")
class ProviderController {
    private static final int ROWS = 30;
    private static final Window QUARANTINED = new Window(0, 50);

    private final Providers providers;
    private final Quarantine quarantine;
    private final Collections collections;
    private final Partnerships partnerships;
    private final SiteSettings settings;
    private final Clock clock;

    ProviderController(
            Providers providers,
            Quarantine quarantine,
            Collections collections,
            Partnerships partnerships,
            SiteSettings settings,
            Clock clock) {
        this.partnerships = partnerships;
        this.providers = providers;
        this.quarantine = quarantine;
        this.collections = collections;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping
    Page list(Actor actor) {
        return new Page(
                "provider/list", new ProvidersPage(providers.list(actor), Providers.maySetUp(actor), clock.instant()));
    }

    @GetMapping("/new")
    Page begin(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return edit(Optional.empty(), ProviderForm.EMPTY, Seen.UNSAID, FormErrors.none(), actor);
    }

    @PostMapping
    Object create(@ModelAttribute ProviderForm form, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        try {
            var id = providers.create(form.provider(), actor);
            return Redirect.to("/intel/providers/" + id).saying("provider.made");
        } catch (RuleBroken refusal) {
            return edit(Optional.empty(), form, Seen.UNSAID, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/{id}")
    Page show(@PathVariable UUID id, @RequestParam(defaultValue = "1") int page, Actor actor) {
        return show(providers.show(id, actor), page, FormErrors.none(), actor);
    }

    @GetMapping("/{id}/edit")
    Page edit(@PathVariable UUID id, Actor actor) {
        var known = providers.show(id, actor);
        actor.require(Role.ADMINISTRATOR);
        return edit(Optional.of(known), ProviderForm.of(known), known.seen(), FormErrors.none(), actor);
    }

    @PutMapping("/{id}")
    Object change(
            @PathVariable UUID id,
            @ModelAttribute ProviderForm form,
            @RequestParam(name = Seen.FIELD, defaultValue = "") String digest,
            Actor actor) {
        providers.show(id, actor);
        var seen = new Seen(digest);
        actor.require(Role.ADMINISTRATOR);
        try {
            providers.change(id, form.provider(), seen, actor);
            return Redirect.to("/intel/providers/" + id).saying("provider.changed");
        } catch (RuleBroken refusal) {
            var now = providers.show(id, actor);
            var errors = FormErrors.of(refusal);
            return edit(
                            Optional.of(now),
                            form,
                            seen.after(refusal, now.seen()),
                            Seen.stale(refusal) ? form.beside(now, collections.list(actor), errors) : errors,
                            actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Says which organisation the partner is, or none. */
    @PutMapping("/{id}/organisation")
    Object name(@PathVariable UUID id, @RequestParam(defaultValue = "") String organisation, Actor actor) {
        var known = providers.show(id, actor);
        actor.require(Role.ADMINISTRATOR);
        try {
            partnerships.name(id, organisation, actor);
            return Redirect.to("/intel/providers/" + id + "#organisation").saying("provider.organisation-named");
        } catch (RuleBroken refusal) {
            return show(known, 1, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/{id}/pause")
    Redirect pause(@PathVariable UUID id, @RequestParam(defaultValue = "true") boolean paused, Actor actor) {
        providers.pause(id, paused, actor);
        return Redirect.to("/intel/providers/" + id).saying(paused ? "provider.paused" : "provider.resumed");
    }

    @PostMapping("/{id}/rounds")
    Object ask(@PathVariable UUID id, Actor actor) {
        var known = providers.show(id, actor);
        try {
            providers.ask(id, actor);
            return Redirect.to("/intel/providers/" + id).saying("provider.asked");
        } catch (RuleBroken refusal) {
            return show(known, 1, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Times as people here write them. */
    @PostMapping("/{id}/replays")
    Object replay(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Actor actor) {
        var known = providers.show(id, actor);
        actor.require(Role.ADMINISTRATOR);
        try {
            providers.replay(id, time(from), time(to), actor);
            return Redirect.to("/intel/providers/" + id).saying("provider.replayed");
        } catch (RuleBroken refusal) {
            return show(known, 1, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Asks the source of something that was withheld. */
    @PostMapping("/{id}/permits")
    Object askSource(
            @PathVariable UUID id,
            @RequestParam UUID withheld,
            @RequestParam(defaultValue = "") String purpose,
            Actor actor) {
        var known = providers.show(id, actor);
        try {
            providers.askSource(id, withheld, purpose, actor);
            return Redirect.to("/intel/providers/" + id + "#withheld").saying("provider.source-asked");
        } catch (RuleBroken refusal) {
            return show(known, 1, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The provider has deleted what it got under a permit that was taken back. */
    @PostMapping("/{id}/deletions")
    Object deleted(@PathVariable UUID id, @RequestParam UUID permit, Actor actor) {
        var known = providers.show(id, actor);
        try {
            providers.deleted(id, permit, actor);
            return Redirect.to("/intel/providers/" + id + "#withheld").saying("provider.deletion-noted");
        } catch (RuleBroken refusal) {
            return show(known, 1, FormErrors.of(refusal), ProviderPage.Typed.NOTHING, actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Decides on all of one reason. */
    @PostMapping("/{id}/quarantined")
    Object decideAll(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String why,
            Actor actor) {
        var known = providers.show(id, actor);
        actor.require(Role.ADMINISTRATOR);
        var away = act.equals(Quarantined.Decision.THROWN_AWAY.name());
        var decision = away ? Quarantined.Decision.THROWN_AWAY : Quarantined.Decision.TAKEN;
        try {
            var outcome = quarantine.decideAll(id, of, decision, why, actor);
            var there = Redirect.to("/intel/providers/" + id);
            return away
                    ? there.saying("provider.thrown-away", outcome.decided())
                    : there.saying("provider.taken-after-all", outcome.decided(), outcome.left());
        } catch (RuleBroken refusal) {
            var typed = new ProviderPage.Typed(of, why);
            return show(known, 1, FormErrors.of(refusal), typed, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Instant time(String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(zone()).toInstant();
        } catch (DateTimeException malformed) {
            throw new RuleBroken("provider.rule.time");
        }
    }

    private ZoneId zone() {
        return settings.tz();
    }

    private Page show(Provider provider, int page, FormErrors errors, Actor actor) {
        return show(provider, page, errors, ProviderPage.Typed.NOTHING, actor);
    }

    private Page show(Provider provider, int page, FormErrors errors, ProviderPage.Typed typed, Actor actor) {
        var number = Math.clamp(page, 1, 1_000);
        var rows = providers.rounds(provider.id(), new Window((number - 1) * ROWS, ROWS + 1), actor);
        return new Page(
                "provider/show",
                new ProviderPage(
                        provider,
                        partnerships.of(provider.id(), actor),
                        rows.subList(0, Math.min(ROWS, rows.size())),
                        providers.replaying(provider.id(), actor),
                        providers.deliveries(provider.id(), actor),
                        number,
                        rows.size() > ROWS,
                        quarantine.waiting(provider.id(), QUARANTINED, actor),
                        providers.withheld(provider.id(), actor),
                        providers.permits(provider.id(), actor),
                        quarantine.reasons(provider.id(), actor),
                        quarantine.decided(provider.id(), actor),
                        Providers.maySetUp(actor),
                        clock.instant(),
                        errors,
                        typed));
    }

    private Page edit(Optional<Provider> known, ProviderForm form, Seen seen, FormErrors errors, Actor actor) {
        return new Page("provider/edit", new ProviderEditPage(known, form, seen, collections.list(actor), errors));
    }
}
