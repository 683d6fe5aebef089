package noroshi.bulletin.web;

import java.util.HashSet;
import noroshi.bulletin.Manuscript;
import noroshi.community.AudiencePreview;
import noroshi.community.Audiences;
import noroshi.membership.Members;
import noroshi.membership.OfficeKind;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.stereotype.Component;

/** Who will be able to read a manuscript once it is out: its audience, its author, and the newsroom's offices. */
@Component
class Reach {
    private static final int ORGANISATIONS = 20;

    private final Audiences audiences;
    private final Members members;

    Reach(Audiences audiences, Members members) {
        this.audiences = audiences;
        this.members = members;
    }

    AudiencePreview of(Manuscript manuscript, int page, Actor actor) {
        var principals = new HashSet<>(manuscript.marking().audience());
        if (!principals.isEmpty()) {
            principals.add(manuscript.author());
            if (manuscript.marking().tlp() != Tlp.RED) {
                principals.add(members.office(OfficeKind.EDITORS));
                principals.add(members.office(OfficeKind.APPROVERS));
            }
        }
        return audiences.preview(principals, Window.page(page, ORGANISATIONS), actor);
    }
}
