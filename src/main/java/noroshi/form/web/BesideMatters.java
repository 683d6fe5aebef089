package noroshi.form.web;

import gg.jte.Content;
import java.util.Optional;
import noroshi.desk.Beside;
import noroshi.desk.Matter;
import noroshi.desk.MatterKind;
import noroshi.desk.Status;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** Stands beside a report: the way to its forms. */
@Component
class BesideMatters implements Beside {
    private final Parts parts;

    BesideMatters(Parts parts) {
        this.parts = parts;
    }

    @Override
    public Optional<Content> of(Matter matter, Actor actor) {
        return matter.kind() == MatterKind.REPORT && matter.status() != Status.WITHDRAWN
                ? Optional.of(parts.draw("form/beside", matter))
                : Optional.empty();
    }
}
