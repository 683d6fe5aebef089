package noroshi.vendor.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import noroshi.vendor.Service;
import noroshi.vendor.Vendor;
import noroshi.vendor.Vendors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of vendors, and the matters that go on with one of it. */
@Controller
class VendorController {
    private final Vendors vendors;
    private final ConsultationDesk desk;

    VendorController(Vendors vendors, ConsultationDesk desk) {
        this.vendors = vendors;
        this.desk = desk;
    }

    @GetMapping("/desk/vendors")
    Page list(Actor actor) {
        return page(Optional.empty(), VendorsPage.Handing.NOTHING, VendorsPage.Typed.NOTHING, FormErrors.none(), actor);
    }

    private Page page(
            Optional<Matter> from,
            VendorsPage.Handing handing,
            VendorsPage.Typed typed,
            FormErrors errors,
            Actor actor) {
        return new Page(
                "vendor/list", new VendorsPage(vendors.all(actor), vendors.keeps(actor), from, handing, typed, errors));
    }

    @PostMapping("/desk/vendors")
    Object add(
            @RequestParam(defaultValue = "") String nameJa,
            @RequestParam(defaultValue = "") String nameEn,
            @RequestParam(defaultValue = "") String kana,
            @RequestParam Optional<List<Service>> services,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "false") boolean always,
            @RequestParam(defaultValue = "") String address,
            Actor actor) {
        vendors.enter(actor);
        var chosen = Set.copyOf(services.orElse(List.of()));
        try {
            vendors.add(
                    new Vendor(UUID.randomUUID(), nameJa, nameEn, kana, chosen, words, phone, always, address, false),
                    actor);
            return Redirect.to("/desk/vendors").saying("vendor.listed");
        } catch (RuleBroken refusal) {
            var typed = new VendorsPage.Typed(nameJa, nameEn, kana, chosen, words, phone, always, address);
            return page(Optional.empty(), VendorsPage.Handing.NOTHING, typed, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @DeleteMapping("/desk/vendors/{vendor}")
    Redirect end(@PathVariable UUID vendor, Actor actor) {
        vendors.end(vendor, actor);
        return Redirect.to("/desk/vendors").saying("vendor.ended");
    }

    /** The same list, to choose with whom a matter goes on. */
    @GetMapping("/desk/{reference}/vendors")
    Page choose(@PathVariable String reference, Actor actor) {
        var matter = desk.show(reference, actor);
        vendors.enter(matter, actor);
        return page(
                Optional.of(matter), VendorsPage.Handing.NOTHING, VendorsPage.Typed.NOTHING, FormErrors.none(), actor);
    }

    @PostMapping("/desk/{reference}/vendors")
    Object handOver(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String vendor,
            @RequestParam(defaultValue = "") String scope,
            Actor actor) {
        var matter = desk.show(reference, actor);
        vendors.enter(matter, actor);
        try {
            vendors.handOver(matter, id(vendor), scope, actor);
            return Redirect.to(matter.path() + "#vendors").saying("vendor.handed-over");
        } catch (RuleBroken refusal) {
            var handing = new VendorsPage.Handing(vendor, scope);
            return page(Optional.of(matter), handing, VendorsPage.Typed.NOTHING, FormErrors.of(refusal), actor)
                    .with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException nobody) {
            throw new RuleBroken("vendor.vendor-missing");
        }
    }
}
