package noroshi.intel.taxii.web;

import java.util.Optional;
import java.util.UUID;
import noroshi.intel.Bundle;
import noroshi.intel.taxii.Collection;
import noroshi.intel.taxii.HandedOut;
import noroshi.intel.taxii.HandingOut;
import noroshi.intel.taxii.Principals;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.site.Ui;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A bundle of the library is handed out to machines. */
@Controller
@RequestMapping("/intel/bundles/{id}/collections")
class HandOutController {
    private final HandingOut handing;
    private final Principals principals;

    HandOutController(HandingOut handing, Principals principals) {
        this.handing = handing;
        this.principals = principals;
    }

    @GetMapping
    Page show(@PathVariable UUID id, Actor actor) {
        return show(handing.bundle(id, actor), "", Optional.empty(), FormErrors.none(), actor);
    }

    /** How far it is, and what became of it. */
    @GetMapping("/{filled}")
    Page progress(@PathVariable UUID id, @PathVariable UUID filled, Actor actor) {
        var bundle = handing.bundle(id, actor);
        return new Page("intel/collections/handed_out", new HandedOutPage(bundle, handing.show(bundle, filled, actor)));
    }

    @DeleteMapping("/{filled}")
    Redirect cancel(@PathVariable UUID id, @PathVariable UUID filled, Actor actor) {
        handing.cancel(handing.bundle(id, actor), filled, actor);
        return Redirect.to("/intel/bundles/" + id + "/collections/" + filled);
    }

    /** What stayed is shown with its reasons; where everything went there is nothing more to say. A large bundle is watched. */
    @PostMapping
    Object handOut(@PathVariable UUID id, @RequestParam(defaultValue = "") String collection, Actor actor) {
        var bundle = handing.bundle(id, actor);
        try {
            var done = handing.handOut(bundle, chosen(collection), actor);
            if (done.state() != HandedOut.State.DONE) {
                return Redirect.to("/intel/bundles/" + id + "/collections/" + done.collection());
            }
            return done.stayed() == 0
                    ? Redirect.to("/intel/bundles/" + id).saying("intel.handout.done", done.taken(), done.known())
                    : show(bundle, collection, Optional.of(done), FormErrors.none(), actor);
        } catch (RuleBroken refusal) {
            var errors = FormErrors.none().and("collection", refusal.key(), refusal.arguments());
            return show(bundle, collection, Optional.empty(), errors, actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static UUID chosen(String collection) {
        try {
            return UUID.fromString(collection);
        } catch (IllegalArgumentException none) {
            throw new RuleBroken("intel.handout.collection");
        }
    }

    private Page show(Bundle bundle, String chosen, Optional<HandedOut> done, FormErrors errors, Actor actor) {
        var options = handing.collections(actor).stream()
                .map(each -> new Choice(each.id().toString(), each.title(), hint(each, actor)))
                .toList();
        return new Page(
                "intel/collections/hand_out",
                new HandOutPage(bundle, options, chosen, done, handing.earlier(bundle, actor), errors));
    }

    private String hint(Collection collection, Actor actor) {
        var readers = principals.names(collection.readers(), Ui.locale(), actor);
        return Ui.text(
                "intel.handout.readers",
                collection.tlp().label(),
                readers.isEmpty() ? Ui.text("intel.collections.nobody") : Ui.listed(readers));
    }
}
