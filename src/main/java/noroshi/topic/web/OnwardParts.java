package noroshi.topic.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import noroshi.community.Communities;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.Forwarding;
import noroshi.topic.Onward;
import noroshi.topic.Topic;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Prepares where a topic may go beyond its readers. */
@Component
class OnwardParts {
    private final Forwarding forwarding;
    private final Topics topics;
    private final Communities communities;
    private final Bylines bylines;

    OnwardParts(Forwarding forwarding, Topics topics, Communities communities, Bylines bylines) {
        this.forwarding = forwarding;
        this.topics = topics;
        this.communities = communities;
        this.bylines = bylines;
    }

    OnwardPart part(Topic topic, Actor actor) {
        if (topic.withdrawn() || topic.kind().keptByItsFeature()) {
            return new OnwardPart(List.of(), List.of(), List.of(), false, false);
        }
        var all = forwarding.of(topic.id(), actor);
        var names = bylines.of(all.stream()
                .flatMap(each -> each.asker().stream())
                .map(Author.class::cast)
                .toList());
        var source = topics.isSource(topic.id(), actor);
        return new OnwardPart(
                those(
                        all,
                        names,
                        each -> each.answer()
                                .filter(answer -> answer != Onward.Answer.NO)
                                .isPresent()),
                those(all, names, each -> each.answer().isEmpty()),
                those(
                        all,
                        names,
                        each -> each.answer()
                                .filter(answer -> answer == Onward.Answer.NO)
                                .isPresent()),
                !source,
                source);
    }

    private List<OnwardLine> those(List<Onward> all, Map<Author, Byline> names, Predicate<Onward> wanted) {
        return all.stream().filter(wanted).map(each -> line(each, names)).toList();
    }

    OnwardLine line(Onward onward, Map<Author, Byline> names) {
        return new OnwardLine(
                onward,
                onward.asker().map(asker -> SummaryLine.by(names.get(asker))).orElse(""));
    }

    OnwardFormPage form(UUID id, OnwardForm typed, FormErrors errors, Actor actor) {
        var topic = topics.show(id, actor);
        if (!forwarding.mayAsk(id, actor)) {
            throw new NotAllowed();
        }
        var reached = topics.reasons(id, actor);
        var circles = communities.mine(actor).stream()
                .filter(mine -> !reached.contains(mine.id()))
                .map(mine -> new Choice(mine.id().toString(), mine.name().in(Ui.locale())))
                .toList();
        return new OnwardFormPage(id, topic.title(), topic.tlp(), circles, typed, errors);
    }
}
