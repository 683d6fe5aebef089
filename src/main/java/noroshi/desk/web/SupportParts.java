package noroshi.desk.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.Matter;
import noroshi.desk.Sharing;
import noroshi.desk.Support;
import noroshi.desk.SupportDesk;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Ui;
import noroshi.topic.Prose;
import org.springframework.stereotype.Component;

/** Prepares the help that agencies give. */
@Component
class SupportParts {
    private final SupportDesk supports;
    private final Sharing sharing;
    private final Names names;

    SupportParts(SupportDesk supports, Sharing sharing, Names names) {
        this.supports = supports;
        this.sharing = sharing;
        this.names = names;
    }

    SupportPart of(Matter matter, boolean staff, Actor actor) {
        var all = supports.of(matter, actor);
        var known = names.of(all.stream().map(Support::organisation), Stream.empty());
        return new SupportPart(
                all.stream().map(it -> line(it, staff, known, actor)).toList(),
                staff && !matter.status().over() ? agencies(matter, all, actor) : List.of());
    }

    private SupportPart.Line line(Support it, boolean staff, Names.Found known, Actor actor) {
        var mine = supports.asked(it, actor);
        return new SupportPart.Line(
                it,
                known.organisation(it.organisation()),
                it.kinds().stream()
                        .sorted()
                        .map(kind -> Ui.word("desk.support-kind", kind))
                        .collect(Collectors.joining(Ui.text("desk.and"))),
                it.findings().stream()
                        .map(found -> new SupportPart.Finding(found.at(), Prose.of(found.body())))
                        .toList(),
                mine,
                it.open() && (mine || staff));
    }

    private List<Choice> agencies(Matter matter, List<Support> all, Actor actor) {
        var asked = all.stream()
                .filter(it -> it.endedAt().isEmpty())
                .map(Support::organisation)
                .toList();
        return sharing.agencies(matter, actor).stream()
                .filter(name -> !asked.contains(name.id()))
                .map(name -> new Choice(name.id().toString(), name.in(Ui.locale())))
                .toList();
    }
}
