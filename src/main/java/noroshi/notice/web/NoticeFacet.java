package noroshi.notice.web;

import noroshi.shared.Actor;
import noroshi.site.FormErrors;
import noroshi.site.Parts;
import noroshi.topic.Facet;
import noroshi.topic.FacetView;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.Topic;
import org.springframework.stereotype.Component;

/** Draws a notice and its answer on the page of its topic. */
@Component
class NoticeFacet implements Facet {
    private final NoticeParts notices;
    private final Parts parts;

    NoticeFacet(NoticeParts notices, Parts parts) {
        this.notices = notices;
        this.parts = parts;
    }

    @Override
    public Kind kind() {
        return Kind.NOTICE;
    }

    @Override
    public FacetView view(Topic topic, int version, Level level, Actor actor) {
        var part = notices.of(topic.id(), AnswerForm.EMPTY, FormErrors.none(), actor);
        return new FacetView(
                parts.draw("notice/parts/article", part),
                parts.draw("notice/parts/below", part),
                parts.draw("notice/parts/side", part));
    }
}
