package noroshi.desk.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.desk.Beside;
import noroshi.desk.Channel;
import noroshi.desk.Chronologies;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Sharing;
import noroshi.desk.Side;
import noroshi.desk.Stage;
import noroshi.desk.Status;
import noroshi.desk.Support;
import noroshi.desk.SystemName;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Author;
import noroshi.topic.Comment;
import noroshi.topic.Conversation;
import noroshi.topic.Files;
import noroshi.topic.Level;
import noroshi.topic.Prose;
import noroshi.topic.Text;
import noroshi.topic.Topic;
import noroshi.topic.TopicFile;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Composes the page of a matter from what the front doors let its reader see. */
@Component
class MatterPages {
    private final ConsultationDesk desk;
    private final Sharing sharing;
    private final Topics topics;
    private final Conversation conversation;
    private final Files files;
    private final ToldParts told;
    private final DeskParts deskParts;
    private final SupportParts supportParts;
    private final TrackParts trackParts;
    private final Names names;
    private final Members members;
    private final Chronologies chronologies;
    private final List<Beside> beside;

    MatterPages(
            ConsultationDesk desk,
            Sharing sharing,
            Topics topics,
            Conversation conversation,
            Files files,
            ToldParts told,
            DeskParts deskParts,
            SupportParts supportParts,
            TrackParts trackParts,
            Names names,
            Members members,
            Chronologies chronologies,
            List<Beside> beside) {
        this.chronologies = chronologies;
        this.desk = desk;
        this.sharing = sharing;
        this.topics = topics;
        this.conversation = conversation;
        this.files = files;
        this.told = told;
        this.deskParts = deskParts;
        this.supportParts = supportParts;
        this.trackParts = trackParts;
        this.names = names;
        this.members = members;
        this.beside = beside;
    }

    MatterPage page(Matter matter, MatterPage.Typed typed, Actor actor) {
        var topic = topics.show(matter.topic(), actor);
        var staff = desk.staff(actor);
        var shown =
                matter.ours() || staff ? Optional.of(told.of(matter, staff, actor)) : Optional.<MatterPage.Told>empty();
        var comments = topic.withdrawn() ? List.<Comment>of() : conversation.thread(matter.topic(), actor);
        var attached = topic.withdrawn() ? List.<TopicFile>of() : files.of(matter.topic(), actor);
        var steps = desk.steps(matter, actor);
        var known = names.of(
                Stream.concat(
                        Stream.concat(
                                steps.stream().flatMap(step -> step.organisation().stream()),
                                authors(comments).map(Author.Known::organisation)),
                        matter.reporter().stream().map(noroshi.desk.Reporter::organisation)),
                authors(comments).map(Author.Known::person));
        var tracks = trackParts.of(matter, staff, actor);
        var open = !topic.withdrawn() && !matter.status().over();
        return new MatterPage(
                matter,
                topic,
                Names.by(matter, known),
                system(matter, actor),
                List.of(
                        new Step(Ui.text("desk.crumb.home"), "/", false),
                        new Step(Ui.text(staff ? "desk.board" : "desk.nav"), "/desk", false),
                        new Step(matter.reference(), matter.path(), true)),
                prose(topic, actor),
                attached.stream()
                        .filter(file -> file.comment().isEmpty())
                        .map(MatterPages::line)
                        .toList(),
                topic.withdrawn() ? List.of() : parts(matter, actor),
                thread(matter, comments, attached, known),
                events(steps, tracks, known),
                shown,
                supportParts.of(matter, staff, actor),
                tracks,
                sharing.reach(matter, actor),
                new MatterPage.Rights(
                        matter.ours(),
                        staff,
                        desk.tells(matter, actor) && !topic.withdrawn(),
                        !topic.withdrawn() && !staff,
                        open && matter.ours()),
                desk.goesOn(matter, actor),
                staff ? Optional.of(deskParts.of(matter, actor)) : Optional.empty(),
                beside.stream().flatMap(each -> each.of(matter, actor).stream()).toList(),
                matter.ours() || staff
                        ? TimesPart.of(chronologies.of(matter, actor)).lines()
                        : List.of(),
                lastWord(matter, comments, steps),
                typed);
    }

    private static List<MatterPage.Event> events(List<noroshi.desk.Step> steps, TrackPart tracks, Names.Found known) {
        return Stream.concat(
                        tracks.events().stream(),
                        steps.stream()
                                .map(step -> new MatterPage.Event(
                                        step.at(),
                                        words(step),
                                        step.organisation()
                                                .map(known::organisation)
                                                .orElse(""))))
                .sorted(Comparator.comparing(MatterPage.Event::at).reversed())
                .toList();
    }

    private static Instant lastWord(Matter matter, List<Comment> comments, List<noroshi.desk.Step> steps) {
        return Stream.concat(comments.stream().map(Comment::at), steps.stream().map(noroshi.desk.Step::at))
                .reduce(matter.openedAt(), (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Stream<Author.Known> authors(List<Comment> comments) {
        return comments.stream()
                .map(Comment::author)
                .filter(Author.Known.class::isInstance)
                .map(Author.Known.class::cast);
    }

    private gg.jte.Content prose(Topic topic, Actor actor) {
        return Prose.of(Optional.ofNullable(
                        topics.texts(topic.id(), topic.version(), actor).get(Level.ALL))
                .map(Text::body)
                .orElse(""));
    }

    private List<MatterPage.Part> parts(Matter matter, Actor actor) {
        var parts = new ArrayList<MatterPage.Part>();
        var found = desk.parts(matter, actor);
        for (var side : Side.values()) {
            Optional.ofNullable(found.get(side))
                    .map(id -> topics.show(id, actor))
                    .ifPresent(topic -> {
                        var attached = files.of(topic.id(), actor).stream()
                                .map(MatterPages::line)
                                .toList();
                        parts.add(
                                new MatterPage.Part(side, topic.id(), topic.version(), prose(topic, actor), attached));
                    });
        }
        return parts;
    }

    private List<MatterPage.Remark> thread(
            Matter matter, List<Comment> comments, List<TopicFile> attached, Names.Found known) {
        var byComment = attached.stream()
                .filter(file -> file.comment().isPresent())
                .collect(Collectors.groupingBy(file -> file.comment().orElseThrow()));
        var centre = members.centre();
        return comments.stream()
                .filter(comment -> !comment.removed())
                .map(comment -> remark(matter, comment, byComment, centre, known))
                .toList();
    }

    private static MatterPage.Remark remark(
            Matter matter,
            Comment comment,
            Map<UUID, List<TopicFile>> attached,
            Optional<UUID> centre,
            Names.Found known) {
        var lines = attached.getOrDefault(comment.id(), List.of()).stream()
                .map(MatterPages::line)
                .toList();
        return switch (comment.author()) {
            case Author.Known(var person, var organisation) ->
                new MatterPage.Remark(
                        comment.id(),
                        known.organisation(organisation),
                        known.person(person),
                        centre.filter(organisation::equals).isPresent(),
                        Prose.of(comment.body()),
                        comment.at(),
                        lines);
            case Author.Hidden() ->
                new MatterPage.Remark(
                        comment.id(),
                        Names.by(matter, known),
                        "",
                        false,
                        Prose.of(comment.body()),
                        comment.at(),
                        lines);
        };
    }

    private static String words(noroshi.desk.Step step) {
        var detail = switch (step.act()) {
            case "submitted", "recorded" -> Ui.word("desk.channel", Channel.valueOf(step.detail()));
            case "updated" -> Ui.word("desk.stage", Stage.valueOf(step.detail()));
            case "moved" -> Ui.word("desk.status", Status.valueOf(step.detail()));
            case "support_answered" -> Ui.word("desk.support-verdict", Support.Verdict.valueOf(step.detail()));
            case String other -> step.detail();
        };
        return Ui.text("desk.step." + step.act().replace('_', '-'), detail);
    }

    private String system(Matter matter, Actor actor) {
        return matter.system()
                .flatMap(code -> sharing.systems(actor).stream()
                        .filter(system -> system.code().equals(code))
                        .findFirst())
                .map((SystemName system) -> system.in(Ui.locale()))
                .orElse("");
    }

    private static MatterPage.FileLine line(TopicFile file) {
        return new MatterPage.FileLine(file.id(), file.name(), size(file.size()), file.scan());
    }

    private static String size(long bytes) {
        return bytes < 1024 * 1024 ? "%.1f KB".formatted(bytes / 1024.0) : "%.1f MB".formatted(bytes / 1024.0 / 1024.0);
    }
}
