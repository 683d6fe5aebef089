package noroshi.desk.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import noroshi.desk.Inquiries;
import noroshi.desk.Inquiry;
import noroshi.desk.Linked;
import noroshi.desk.Links;
import noroshi.desk.Macros;
import noroshi.desk.Matter;
import noroshi.desk.Note;
import noroshi.desk.Sharing;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Prepares what only the desk sees of a matter. */
@Component
class DeskParts {
    private final Triage triage;
    private final Sharing sharing;
    private final Inquiries inquiries;
    private final Links links;
    private final Macros macros;
    private final Names names;

    DeskParts(Triage triage, Sharing sharing, Inquiries inquiries, Links links, Macros macros, Names names) {
        this.triage = triage;
        this.sharing = sharing;
        this.inquiries = inquiries;
        this.links = links;
        this.macros = macros;
        this.names = names;
    }

    DeskPart of(Matter matter, Actor actor) {
        var ticket = triage.ticket(matter, actor);
        var officers = triage.officers(actor);
        var all = links.others(matter, actor);
        var owners = inquiries.owners(actor);
        var asked = inquiries.of(matter, actor);
        var known = names.of(
                Stream.concat(owners.stream(), asked.stream().map(Inquiry::organisation)),
                Stream.of(
                                ticket.notes().stream().map(Note::by),
                                officers.stream(),
                                ticket.standing().assignee().stream())
                        .flatMap(it -> it));
        return new DeskPart(
                ticket,
                ticket.standing().assignee().map(known::person).orElse(""),
                officers.stream().map(id -> choice(id, known)).toList(),
                sharing.systems(actor).stream()
                        .map(system -> new Choice(system.code(), system.in(Ui.locale())))
                        .toList(),
                choices(all, it -> !it.status().over()),
                choices(all, it -> true),
                links.of(matter, actor),
                links.occurrence(matter, actor),
                macros.all(actor).stream()
                        .map(it -> new Choice(it.id().toString(), it.name()))
                        .toList(),
                sharing.forgotten(matter, actor).stream()
                        .map(it -> it.organisation().in(Ui.locale()))
                        .toList(),
                owners.stream()
                        .map(id -> new Choice(id.toString(), known.organisation(id)))
                        .toList(),
                asked.stream().map(it -> asked(it, known)).toList(),
                ticket.notes().stream().map(note -> line(note, known)).toList());
    }

    private static DeskPart.Asked asked(Inquiry it, Names.Found known) {
        return new DeskPart.Asked(
                known.organisation(it.organisation()),
                it.words(),
                it.askedAt(),
                it.impact()
                        .map(impact -> Ui.word("desk.impact", impact) + " " + it.extent())
                        .orElse(""),
                it.answeredAt());
    }

    private static Choice choice(UUID person, Names.Found known) {
        return new Choice(person.toString(), known.person(person));
    }

    private static List<Choice> choices(List<Linked.Other> all, Predicate<Linked.Other> which) {
        return all.stream()
                .filter(which)
                .map(it -> new Choice(it.reference(), it.reference() + " " + it.title()))
                .toList();
    }

    private static DeskPart.Line line(Note note, Names.Found known) {
        return new DeskPart.Line(
                note.id(),
                note.at(),
                known.person(note.by()),
                note.kind(),
                note.body(),
                note.minutes(),
                note.dueAt(),
                note.doneAt());
    }
}
