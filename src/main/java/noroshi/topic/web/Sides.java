package noroshi.topic.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.community.Communities;
import noroshi.community.Place;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.site.Choice;
import noroshi.site.Ui;
import noroshi.topic.Colleagues;
import noroshi.topic.Entrustings;
import noroshi.topic.Files;
import noroshi.topic.Level;
import noroshi.topic.Pins;
import noroshi.topic.Readership;
import noroshi.topic.Receipt;
import noroshi.topic.Summaries;
import noroshi.topic.Topic;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Prepares what stands beside a topic: the organisation's reading, the files, how it may be handled. */
@Component
class Sides {
    private final Topics topics;
    private final Readership readership;
    private final Files files;
    private final Members members;
    private final PrincipalNames principals;
    private final Summaries summaries;
    private final Communities communities;
    private final Pins pins;
    private final Colleagues colleagues;
    private final Entrustings entrustings;

    Sides(
            Topics topics,
            Readership readership,
            Files files,
            Members members,
            PrincipalNames principals,
            Summaries summaries,
            Communities communities,
            Pins pins,
            Colleagues colleagues,
            Entrustings entrustings) {
        this.colleagues = colleagues;
        this.entrustings = entrustings;
        this.communities = communities;
        this.pins = pins;
        this.summaries = summaries;
        this.topics = topics;
        this.readership = readership;
        this.files = files;
        this.members = members;
        this.principals = principals;
    }

    void expect(UUID topic, Actor actor) {
        files.expect(topic, actor);
        entrustings.expect(topic, actor);
    }

    void expectNames(Topic topic, Actor actor) {
        principals.expect(topics.reasons(topic.id(), actor), actor);
    }

    TopicPage.ReadingPanel reading(Topic topic, Actor actor) {
        var own = colleagues(topic, actor);
        var names = members.names(own.stream().map(Receipt::person).toList());
        var lines = new ArrayList<TopicPage.ReaderLine>();
        for (var receipt : own) {
            var name = names.get(receipt.person());
            if (name != null) {
                var current = receipt.version().filter(version -> version == topic.version());
                lines.add(new TopicPage.ReaderLine(
                        name.in(Ui.locale()),
                        receipt.person().equals(actor.person()),
                        current.isPresent() ? receipt.firstAt() : Optional.empty(),
                        current.isPresent() ? Optional.empty() : receipt.version()));
            }
        }
        lines.sort(Comparator.comparing(line -> !line.me()));
        var mine = own.stream()
                .filter(receipt -> receipt.person().equals(actor.person()))
                .filter(it -> it.version().filter(v -> v == topic.version()).isPresent())
                .findFirst();
        var confirmed = mine.flatMap(Receipt::confirmedAt);
        var read = (int) lines.stream().filter(line -> line.at().isPresent()).count();
        return new TopicPage.ReadingPanel(
                confirmed,
                confirmed.isEmpty() && mine.isPresent() && !topic.withdrawn(),
                read,
                lines.size(),
                lines,
                absent(topic, actor));
    }

    private List<Choice> absent(Topic topic, Actor actor) {
        var absent = colleagues.absent(topic.id(), actor);
        var names = absent.isEmpty() ? Map.<UUID, PersonName>of() : members.names(absent);
        return absent.stream()
                .flatMap(person -> Optional.ofNullable(names.get(person)).stream()
                        .map(name -> new Choice(person.toString(), name.in(Ui.locale()))))
                .toList();
    }

    List<Receipt> colleagues(Topic topic, Actor actor) {
        return readership.colleagues(topic.id(), actor);
    }

    List<FileLine> files(Topic topic, Level level, Actor actor) {
        if (topic.withdrawn()) {
            return List.of();
        }
        return files.of(topic.id(), actor).stream()
                .filter(file -> file.comment().isEmpty())
                .filter(file -> file.level() == Level.ALL || file.level() == level)
                .map(Threads::line)
                .toList();
    }

    TopicPage.Handling handling(Topic topic, Actor actor) {
        var reached = principals.names(topics.reasons(topic.id(), actor), actor);
        Collection<UUID> audience = topics.isSource(topic.id(), actor) ? topics.audience(topic.id(), actor) : List.of();
        return new TopicPage.Handling(
                reached,
                principals.names(audience, actor),
                readership.views(topic.id(), actor),
                answering(topic, actor));
    }

    private Optional<TopicPage.AnsweringLine> answering(Topic topic, Actor actor) {
        if (topic.withdrawn() || topic.kind().keptByItsFeature()) {
            return Optional.empty();
        }
        return entrustings
                .answering(topic.id(), actor)
                .flatMap(it -> Optional.ofNullable(
                                members.organisations(Set.of(it.organisation())).get(it.organisation()))
                        .map(name -> new TopicPage.AnsweringLine(name.in(Ui.locale()), it.since())));
    }

    /** For leads: whether it stands on top of their communities' pages. */
    List<TopicPage.PinLine> pins(Topic topic, Actor actor) {
        if (topic.withdrawn()) {
            return List.of();
        }
        var reasons = topics.reasons(topic.id(), actor);
        var led = communities.mine(actor).stream()
                .filter(mine -> mine.place() == Place.LEAD && reasons.contains(mine.id()))
                .toList();
        var pinned = led.isEmpty() ? Set.of() : pins.of(topic.id(), actor);
        return led.stream()
                .map(mine -> new TopicPage.PinLine(mine.id(), mine.name().in(Ui.locale()), pinned.contains(mine.id())))
                .toList();
    }

    TopicPage.Rights rights(Topic topic, Actor actor) {
        var source = topics.isSource(topic.id(), actor);
        var open = !topic.withdrawn();
        return new TopicPage.Rights(
                source && open,
                open && topics.mayWithdraw(topic.id(), actor),
                topic.hidden() && topics.mayReveal(actor),
                open && topic.kind() == noroshi.topic.Kind.QUESTION,
                source,
                summaries.mayWrite(topic.id(), actor));
    }
}
