package noroshi.bulletin.web;

import gg.jte.Content;
import noroshi.bulletin.Bulletins;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Newsroom;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.site.Parts;
import noroshi.topic.Facet;
import noroshi.topic.FacetView;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Topic;
import org.springframework.stereotype.Component;

/** Draws the two levels of a bulletin on the page of its topic. */
@Component
class BulletinFacet implements Facet {
    private final Bulletins bulletins;
    private final Parts parts;

    BulletinFacet(Bulletins bulletins, Parts parts) {
        this.bulletins = bulletins;
        this.parts = parts;
    }

    @Override
    public Kind kind() {
        return Kind.BULLETIN;
    }

    @Override
    public FacetView view(Topic topic, int version, Level level, Actor actor) {
        var edition = bulletins.edition(topic.id(), version, actor).orElseThrow(NotFound::new);
        var article = new ArticlePart(
                topic.id(), version, level, edition.content(), true, bulletins.withdrawn(topic.id(), actor));
        return new FacetView(
                parts.draw("bulletin/parts/article", article),
                parts.draw("bulletin/parts/below", article),
                side(topic, version, edition, actor));
    }

    private Content side(Topic topic, int version, Edition edition, Actor actor) {
        var mayRevise = Newsroom.open(actor) && version == topic.version();
        return parts.draw("bulletin/parts/side", new SidePart(topic.id(), edition, mayRevise));
    }
}
