package noroshi.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.Capabilities;
import noroshi.desk.Cause;
import noroshi.desk.Matter;
import noroshi.desk.Sharing;
import noroshi.desk.Support;
import noroshi.desk.SupportDesk;
import noroshi.desk.Triage;
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
    private final Capabilities capabilities;
    private final Triage triage;
    private final Names names;

    SupportParts(SupportDesk supports, Sharing sharing, Capabilities capabilities, Triage triage, Names names) {
        this.supports = supports;
        this.capabilities = capabilities;
        this.triage = triage;
        this.sharing = sharing;
        this.names = names;
    }

    SupportPart of(Matter matter, boolean staff, Actor actor) {
        var all = supports.of(matter, actor);
        var known = names.of(all.stream().map(Support::organisation), Stream.empty());
        var lines = all.stream().map(it -> line(it, staff, known, actor)).toList();
        if (!staff || matter.status().over()) {
            return new SupportPart(lines, List.of(), "");
        }
        var cause = triage.ticket(matter, actor).standing().classification().cause();
        return new SupportPart(
                lines,
                agencies(matter, all, cause, actor),
                cause.map(it -> Ui.text("desk.capability.by", Ui.word("desk.cause", it)))
                        .orElseGet(() -> Ui.text("desk.capability.by-nothing")));
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

    /** Those that said they help with what happened stand first, with the kinds of help they said. */
    private List<Choice> agencies(Matter matter, List<Support> all, Optional<Cause> cause, Actor actor) {
        var said = capabilities.all(actor).entrySet().stream()
                .flatMap(it -> it.getValue().stream()
                        .filter(capability -> cause.equals(Optional.of(capability.cause())))
                        .map(capability -> Map.entry(it.getKey().id(), capability)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var asked = all.stream()
                .filter(it -> it.endedAt().isEmpty())
                .map(Support::organisation)
                .toList();
        return sharing.agencies(matter, actor).stream()
                .filter(name -> !asked.contains(name.id()))
                .sorted(Comparator.comparing(name -> !said.containsKey(name.id())))
                .map(name -> new Choice(
                        name.id().toString(),
                        Optional.ofNullable(said.get(name.id()))
                                .map(it -> Ui.text(
                                        "desk.capability.agency", name.in(Ui.locale()), CapabilityPage.kinds(it)))
                                .orElseGet(() -> name.in(Ui.locale()))))
                .toList();
    }
}
