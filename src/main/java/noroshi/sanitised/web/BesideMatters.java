package noroshi.sanitised.web;

import gg.jte.Content;
import java.util.Optional;
import noroshi.desk.Beside;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Status;
import noroshi.sanitised.SanitisedCopies;
import noroshi.sanitised.SanitisedCopy;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** Stands beside a matter: for the desk the way to a copy, for the reporter the question. */
@Component
class BesideMatters implements Beside {
    private final SanitisedCopies copies;
    private final ConsultationDesk desk;
    private final Parts parts;

    BesideMatters(SanitisedCopies copies, ConsultationDesk desk, Parts parts) {
        this.copies = copies;
        this.desk = desk;
        this.parts = parts;
    }

    @Override
    public Optional<Content> of(Matter matter, Actor actor) {
        var staff = desk.staff(actor);
        var copy = copies.of(matter, actor);
        if (staff) {
            var mayBegin = copies.mayWrite(actor) && matter.status() != Status.WITHDRAWN;
            return Optional.of(draw(matter, copy, true, mayBegin));
        }
        return copy.filter(it -> matter.ours() && it.asking().isPresent())
                .map(it -> draw(matter, Optional.of(it), false, false));
    }

    private Content draw(Matter matter, Optional<SanitisedCopy> copy, boolean staff, boolean mayBegin) {
        return parts.draw("sanitised/parts/beside", new BesidePart(matter, copy, staff, mayBegin));
    }
}
