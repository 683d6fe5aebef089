package noroshi.sanitised.web;

import java.util.Optional;
import noroshi.desk.Matter;
import noroshi.sanitised.Asking;
import noroshi.sanitised.SanitisedCopy;

/** What stands beside a matter about its copy. */
public record BesidePart(Matter matter, Optional<SanitisedCopy> copy, boolean staff, boolean mayBegin) {
    public String path() {
        return matter.path() + "/copy";
    }

    public Optional<Asking> asking() {
        return copy.flatMap(SanitisedCopy::asking);
    }

    /** The reporter is asked and has not answered. */
    public boolean waits() {
        return asking().filter(it -> it.answer().isEmpty() || it.unconfirmed()).isPresent();
    }

    /** Where it stands: not asked, asked, agreed, refused. */
    public String standing() {
        return asking().map(it -> it.answer()
                        .map(answer -> answer.agreed() ? "agreed" : "refused")
                        .orElse("asked"))
                .orElse("begun");
    }
}
