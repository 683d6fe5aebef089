package noroshi.desk.web;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.Matter;
import noroshi.desk.PoliceTracks;
import noroshi.desk.Track;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Ui;
import noroshi.topic.Prose;
import org.springframework.stereotype.Component;

/** Prepares what the police do beside a matter. */
@Component
class TrackParts {
    private static final int ALL = 1000;

    private final PoliceTracks tracks;
    private final Members members;
    private final Names names;

    TrackParts(PoliceTracks tracks, Members members, Names names) {
        this.tracks = tracks;
        this.members = members;
        this.names = names;
    }

    TrackPart of(Matter matter, boolean staff, Actor actor) {
        var all = tracks.of(matter, actor);
        var known = names.of(
                all.stream().flatMap(it -> Stream.concat(Stream.of(it.organisation()), it.named().stream())),
                Stream.empty());
        var lines = all.stream().map(it -> line(it, staff, known, actor)).toList();
        var tasks = tracks.toOpen(matter, all, actor).stream()
                .map(task -> new Choice(task.name(), Ui.word("desk.track-task", task)))
                .toList();
        var writes = !tasks.isEmpty() || lines.stream().anyMatch(TrackPart.Line::mine);
        return new TrackPart(
                lines,
                tasks,
                writes ? others(actor) : List.of(),
                all.stream()
                        .flatMap(it -> it.words().stream().map(word -> event(it, word, known)))
                        .sorted(Comparator.comparing(MatterPage.Event::at).reversed())
                        .toList());
    }

    private TrackPart.Line line(Track it, boolean staff, Names.Found known, Actor actor) {
        var mine = tracks.keeps(it, actor);
        return new TrackPart.Line(
                it,
                known.organisation(it.organisation()),
                it.words().stream()
                        .map(word -> new TrackPart.Word(
                                word.at(), Ui.word("desk.track-state", word.state()), Prose.of(word.body())))
                        .toList(),
                mine || staff ? seen(it, known) : Ui.text("desk.track.seen.chosen"),
                mine,
                it.named().stream()
                        .map(id -> new Choice(id.toString(), known.organisation(id)))
                        .toList());
    }

    private static String seen(Track it, Names.Found known) {
        return Stream.of(
                        Stream.of(Ui.text("desk.track.seen.always", known.organisation(it.organisation()))),
                        it.reporter() ? Stream.of(Ui.text("desk.track.seen.reporter")) : Stream.<String>empty(),
                        it.named().stream().map(known::organisation))
                .flatMap(each -> each)
                .collect(Collectors.joining(Ui.text("desk.and")));
    }

    private static MatterPage.Event event(Track it, Track.Word word, Names.Found known) {
        return new MatterPage.Event(
                word.at(),
                Ui.text(
                        "desk.track.step",
                        Ui.word("desk.track-task", it.task()),
                        Ui.word("desk.track-state", word.state())),
                known.organisation(it.organisation()));
    }

    /** Everybody but the police's own house and the Centre: who of them is told of the matter, the police do not learn. */
    private List<Choice> others(Actor actor) {
        var centre = members.centre();
        return members.organisationsCalled("", ALL).stream()
                .filter(name -> !name.id().equals(actor.organisation()))
                .filter(name -> centre.filter(name.id()::equals).isEmpty())
                .map(name -> new Choice(name.id().toString(), name.in(Ui.locale())))
                .toList();
    }
}
