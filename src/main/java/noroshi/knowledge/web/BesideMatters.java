package noroshi.knowledge.web;

import gg.jte.Content;
import java.util.Optional;
import noroshi.desk.Beside;
import noroshi.desk.Matter;
import noroshi.desk.Status;
import noroshi.knowledge.Articles;
import noroshi.shared.Actor;
import noroshi.site.Parts;
import org.springframework.stereotype.Component;

/** Stands beside a matter, for the desk: what is known of such things already, and the way to write down what was learned. */
@Component
class BesideMatters implements Beside {
    private final Articles articles;
    private final Parts parts;

    BesideMatters(Articles articles, Parts parts) {
        this.articles = articles;
        this.parts = parts;
    }

    @Override
    public Optional<Content> of(Matter matter, Actor actor) {
        if (!articles.writes(actor) || matter.status() == Status.WITHDRAWN) {
            return Optional.empty();
        }
        var linked = articles.of(matter, actor);
        return Optional.of(parts.draw(
                "knowledge/parts/beside",
                new BesidePart(
                        matter,
                        linked,
                        articles.near(matter, actor),
                        linked.isEmpty() && !articles.lessons(matter, actor).isBlank())));
    }
}
