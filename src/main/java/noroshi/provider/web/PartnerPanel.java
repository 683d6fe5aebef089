package noroshi.provider.web;

import gg.jte.Content;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.OrganisationPart;
import noroshi.provider.Partners;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** Says on the page of an organisation that its machines and ours exchange, and how that goes. */
@Component
class PartnerPanel implements OrganisationPart {
    private final Partners partners;
    private final Parts parts;

    PartnerPanel(Partners partners, Parts parts) {
        this.partners = partners;
        this.parts = parts;
    }

    @Override
    public Optional<Content> draw(UUID organisation, Actor actor) {
        return partners.of(organisation, actor).map(provider -> parts.draw("provider/of_organisation", provider));
    }
}
