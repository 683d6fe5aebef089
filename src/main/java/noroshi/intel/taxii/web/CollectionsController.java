package noroshi.intel.taxii.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Collection;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Consumer;
import noroshi.intel.taxii.Principals;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The list of collections, and making and changing them. */
@Controller
@RequestMapping("/intel/collections")
class CollectionsController {
    private static final Window MACHINES = new Window(0, 200);

    private final Collections collections;
    private final Principals principals;

    CollectionsController(Collections collections, Principals principals) {
        this.collections = collections;
        this.principals = principals;
    }

    @GetMapping
    Page list(Actor actor) {
        var rows = collections.list(actor).stream()
                .map(collection -> row(collection, actor))
                .toList();
        return new Page("intel/collections/list", new CollectionsPage(rows, Collections.mayAdminister(actor)));
    }

    private CollectionsPage.Row row(Collection collection, Actor actor) {
        var machines = collections.consumers(Optional.of(collection.id()), MACHINES, actor);
        return new CollectionsPage.Row(
                collection, machines.size(), machines.stream().findFirst().map(Consumer::lastAt));
    }

    @GetMapping("/new")
    Page begin(Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        return edit(Optional.empty(), CollectionForm.EMPTY, FormErrors.none());
    }

    @PostMapping
    Object create(@ModelAttribute CollectionForm form, Actor actor) {
        actor.require(Role.ADMINISTRATOR);
        try {
            var id = collections.create(form.collection(principals, actor), actor);
            return Redirect.to("/intel/collections/" + id).saying("intel.collections.made");
        } catch (RuleBroken refusal) {
            return again(Optional.empty(), form, refusal);
        }
    }

    @GetMapping("/{id}/edit")
    Page edit(@PathVariable UUID id, Actor actor) {
        var known = mine(id, actor);
        var form = new CollectionForm(
                known.title(),
                known.description(),
                known.alias(),
                known.tlp().name(),
                "",
                String.join(" ", principals.codes(known.readers(), actor)),
                String.join(" ", principals.codes(known.writers(), actor)));
        return edit(Optional.of(known), form, FormErrors.none());
    }

    @PutMapping("/{id}")
    Object change(@PathVariable UUID id, @ModelAttribute CollectionForm form, Actor actor) {
        var known = mine(id, actor);
        try {
            collections.change(id, form.collection(principals, actor), actor);
            return Redirect.to("/intel/collections/" + id).saying("intel.collections.changed");
        } catch (RuleBroken refusal) {
            return again(Optional.of(known), form, refusal);
        }
    }

    private Collection mine(UUID id, Actor actor) {
        var known = collections.show(id, actor);
        if (!Collections.mayAdminister(actor)) {
            throw new NotAllowed();
        }
        return known;
    }

    private static Page again(Optional<Collection> known, CollectionForm form, RuleBroken refusal) {
        return edit(known, form, FormErrors.of(refusal)).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Page edit(Optional<Collection> known, CollectionForm form, FormErrors errors) {
        return new Page("intel/collections/edit", new CollectionEditPage(known, form, errors));
    }
}
