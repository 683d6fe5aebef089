package noroshi.intel.taxii.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Collection;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Consumer;
import noroshi.intel.taxii.Ownership;
import noroshi.intel.taxii.Principals;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.SiteSettings;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One collection: its readers and writers, the machines that fetch, and what each of them got. */
@Controller
@RequestMapping("/intel/collections/{id}")
class CollectionController {
    private static final int ROWS = 48;
    private static final Window MACHINES = new Window(0, 200);

    private final Collections collections;
    private final Ownership ownership;
    private final Principals principals;
    private final SiteSettings settings;

    CollectionController(Collections collections, Ownership ownership, Principals principals, SiteSettings settings) {
        this.collections = collections;
        this.ownership = ownership;
        this.principals = principals;
        this.settings = settings;
    }

    @GetMapping
    Page show(@PathVariable UUID id, Actor actor) {
        return show(
                collections.show(id, actor), named(id, actor), CollectionPage.Giving.EMPTY, FormErrors.none(), actor);
    }

    private String named(UUID id, Actor actor) {
        return String.join(" ", principals.codes(collections.named(id, actor), actor));
    }

    /** Whom the reader's organisation means with what it brings as TLP:AMBER+STRICT. */
    @PostMapping("/named")
    Object name(@PathVariable UUID id, @RequestParam(defaultValue = "") String named, Actor actor) {
        var collection = collections.show(id, actor);
        actor.require(Role.ORG_ADMIN);
        try {
            collections.name(id, principals.organisations(CollectionForm.names(named)), actor);
            return Redirect.to("/intel/collections/" + id).saying("intel.collections.named");
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("named", refusal.key(), refusal.arguments());
            return show(collection, named, CollectionPage.Giving.EMPTY, errors, actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Whether what bulletins cite comes in. */
    @PostMapping("/published")
    Object publish(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean published, Actor actor) {
        collections.publish(id, published, actor);
        return Redirect.to("/intel/collections/" + id + "#published").saying("intel.collections.changed");
    }

    /** An object that somebody held under another's id becomes its true source's. */
    @PostMapping("/given")
    Object give(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String object,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String reason,
            Actor actor) {
        var collection = collections.show(id, actor);
        actor.require(Role.ADMINISTRATOR);
        try {
            var source = principals.organisations(List.of(organisation.strip())).getFirst();
            var went = ownership.give(id, object, source, reason, actor);
            return Redirect.to("/intel/collections/" + id + "#given").saying("intel.given.done", went);
        } catch (RuleBroken refusal) {
            var field = switch (refusal.key()) {
                case "intel.given.object" -> "object";
                case "intel.given.reason" -> "reason";
                default -> "organisation";
            };
            var errors = FormErrors.none().and(field, refusal.key(), refusal.arguments());
            var typed = new CollectionPage.Giving(object, organisation, reason);
            return show(collection, named(id, actor), typed, errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @GetMapping("/machines/{machine}")
    Page machine(
            @PathVariable UUID id,
            @PathVariable UUID machine,
            @RequestParam(defaultValue = "1") int page,
            Actor actor) {
        var collection = collections.show(id, actor);
        var number = Math.clamp(page, 1, 1_000);
        var rows = collections.deliveries(machine, id, new Window((number - 1) * ROWS, ROWS + 1), actor);
        if (rows.isEmpty() && number == 1) {
            throw new NotFound();
        }
        return new Page(
                "intel/collections/machine",
                new DeliveriesPage(
                        collection,
                        principals.accounts(List.of(machine), Ui.locale()).getOrDefault(machine, ""),
                        "/intel/collections/" + id + "/machines/" + machine,
                        rows.subList(0, Math.min(ROWS, rows.size())),
                        number,
                        rows.size() > ROWS));
    }

    private Page show(
            Collection collection, String named, CollectionPage.Giving giving, FormErrors errors, Actor actor) {
        var administers = Collections.mayAdminister(actor);
        var source = collection.writers().contains(actor.organisation());
        var knows = administers || source;
        return new Page(
                "intel/collections/show",
                new CollectionPage(
                        collection,
                        knows ? principals.names(collection.readers(), Ui.locale(), actor) : List.of(),
                        knows ? principals.names(collection.writers(), Ui.locale(), actor) : List.of(),
                        knows,
                        collections.enteredLibrary(collection.id(), actor),
                        collections.leftOutside(collection.id(), actor),
                        administers,
                        source,
                        source && actor.is(Role.ORG_ADMIN),
                        named,
                        errors,
                        machines(collection, actor),
                        given(collection, actor),
                        giving,
                        settings.url().toString().replaceFirst("/$", "")));
    }

    private List<CollectionPage.GivenRow> given(Collection collection, Actor actor) {
        return ownership.given(collection.id(), actor).stream()
                .map(row -> new CollectionPage.GivenRow(
                        row,
                        row.source()
                                .map(source -> names(List.of(source), actor))
                                .orElse(""),
                        names(row.holders(), actor)))
                .toList();
    }

    private String names(List<UUID> organisations, Actor actor) {
        return Ui.listed(principals.names(organisations, Ui.locale(), actor));
    }

    private List<CollectionPage.Machine> machines(Collection collection, Actor actor) {
        var found = collections.consumers(Optional.of(collection.id()), MACHINES, actor);
        var accounts = principals.accounts(found.stream().map(Consumer::account).toList(), Ui.locale());
        var organisations = principals.organisations(
                found.stream().map(Consumer::organisation).toList(), Ui.locale());
        return found.stream()
                .map(each -> new CollectionPage.Machine(
                        each,
                        accounts.getOrDefault(each.account(), each.account().toString()),
                        organisations.getOrDefault(each.organisation(), "")))
                .toList();
    }
}
