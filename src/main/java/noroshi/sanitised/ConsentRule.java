package noroshi.sanitised;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import noroshi.bulletin.Gap;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Proviso;
import noroshi.desk.ConsultationDesk;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** No copy goes out in words other than those its source agreed with; not even urgently. */
@Component
class ConsentRule implements Proviso {
    static final String FIELD = "consent";

    private final CopyStore copies;
    private final Exposure exposure;
    private final ConsultationDesk desk;
    private final Parts parts;

    ConsentRule(CopyStore copies, Exposure exposure, ConsultationDesk desk, Parts parts) {
        this.copies = copies;
        this.exposure = exposure;
        this.desk = desk;
        this.parts = parts;
    }

    @Override
    public List<Gap> gaps(Manuscript manuscript, Actor actor) {
        return copies.find(manuscript.id())
                .map(copy -> gaps(copy, manuscript, actor))
                .orElse(List.of());
    }

    private List<Gap> gaps(SanitisedCopy copy, Manuscript manuscript, Actor actor) {
        var gaps = new ArrayList<Gap>();
        exposure.talking(manuscript, actor).forEach(name -> gaps.add(gap("sanitised.file-talks", name)));
        if (!copies.stands(manuscript.id())) {
            gaps.add(gap("sanitised.withdrawn"));
        } else if (copy.asking().isEmpty()) {
            gaps.add(gap("sanitised.not-asked"));
        } else {
            asked(gaps, copy.asking().get(), exposure.digest(exposure.shown(manuscript, actor)));
        }
        return gaps;
    }

    private static void asked(List<Gap> gaps, Asking asking, String digest) {
        if (!asking.digest().equals(digest)) {
            gaps.add(gap("sanitised.other-words"));
        } else if (asking.answer().isEmpty()) {
            gaps.add(gap("sanitised.not-answered"));
        } else if (!asking.agreed()) {
            gaps.add(gap("sanitised.not-agreed"));
        } else if (asking.narrow() && asking.override().isEmpty()) {
            gaps.add(gap("sanitised.not-overridden", asking.fits()));
        }
    }

    private static Gap gap(String key, Object... arguments) {
        return new Gap(FIELD, new RuleBroken(key, arguments));
    }

    @Override
    public Optional<Content> beside(Manuscript manuscript, Actor actor) {
        return copies.find(manuscript.id())
                .map(copy -> parts.draw("sanitised/parts/standing", standing(copy, manuscript, actor)));
    }

    private ConsentStanding standing(SanitisedCopy copy, Manuscript manuscript, Actor actor) {
        var matter = desk.staff(actor)
                ? copies.behind(manuscript.id()).flatMap(it -> desk.around(it, actor))
                : Optional.<noroshi.desk.Matter>empty();
        var same = copy.asking()
                .filter(it -> it.digest().equals(exposure.digest(exposure.shown(manuscript, actor))))
                .isPresent();
        var mayOverride = same
                && actor.is(Role.APPROVER)
                && manuscript.secondPerson(actor.person())
                && copy.asking()
                        .filter(it ->
                                it.agreed() && it.narrow() && it.override().isEmpty())
                        .isPresent();
        return new ConsentStanding(manuscript.id(), copy.asking(), same, mayOverride, matter);
    }
}
