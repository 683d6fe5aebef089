package noroshi.vendor.web;

import gg.jte.Content;
import java.util.Optional;
import noroshi.desk.Beside;
import noroshi.desk.Matter;
import noroshi.desk.Status;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import noroshi.vendor.Vendors;
import org.springframework.stereotype.Component;

/** Stands beside a matter, for the desk and the reporter's side: with whom it went on. */
@Component
class BesideMatters implements Beside {
    private final Vendors vendors;
    private final Parts parts;

    BesideMatters(Vendors vendors, Parts parts) {
        this.vendors = vendors;
        this.parts = parts;
    }

    @Override
    public Optional<Content> of(Matter matter, Actor actor) {
        var handed = vendors.of(matter, actor);
        var records = vendors.records(matter, actor) && matter.status() != Status.WITHDRAWN;
        return handed.isEmpty() && !records
                ? Optional.empty()
                : Optional.of(parts.draw("vendor/parts/beside", new BesidePart(matter, handed, records)));
    }
}
