package noroshi.bulletin.web;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Manuscript.State;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Release;
import noroshi.bulletin.ReviewDesk;
import noroshi.membership.Members;
import noroshi.membership.PersonName;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Composes the newsroom's list. */
@Component
class Desks {
    private final Newsroom newsroom;
    private final ReviewDesk desk;
    private final Topics topics;
    private final Members members;
    private final Clock clock;

    Desks(Newsroom newsroom, ReviewDesk desk, Topics topics, Members members, Clock clock) {
        this.newsroom = newsroom;
        this.desk = desk;
        this.topics = topics;
        this.members = members;
        this.clock = clock;
    }

    Page page(DeskPage.Typed typed, FormErrors errors, Actor actor) {
        var manuscripts = newsroom.manuscripts(actor);
        var names = members.names(
                manuscripts.stream().map(each -> each.changed().by()).toList());
        var lines = manuscripts.stream().map(each -> line(each, names)).toList();
        return new Page(
                "bulletin/desk",
                new DeskPage(
                        BulletinController.rooms(actor, false),
                        due(actor),
                        lines.stream().filter(line -> !published(line)).toList(),
                        lines.stream().filter(Desks::published).toList(),
                        typed,
                        errors));
    }

    private static boolean published(DeskPage.Line line) {
        return line.manuscript().state() instanceof State.Published;
    }

    private static DeskPage.Line line(Manuscript manuscript, Map<UUID, PersonName> names) {
        return new DeskPage.Line(
                manuscript,
                title(manuscript),
                Ui.text("bulletin.state." + code(manuscript.state())),
                name(names, manuscript.changed().by()));
    }

    private static String title(Manuscript manuscript) {
        var copy = manuscript.copy();
        var title = copy.general().title().isBlank()
                ? copy.pro().title()
                : copy.general().title();
        return title.isBlank() ? Ui.text("bulletin.untitled") : title;
    }

    private static String code(State state) {
        return switch (state) {
            case State.Writing _ -> "writing";
            case State.InReview _ -> "in-review";
            case State.Returned _ -> "returned";
            case State.Approved _ -> "approved";
            case State.Published _ -> "published";
            case State.Revising _ -> "revising";
        };
    }

    private List<DeskPage.Due> due(Actor actor) {
        var editions = desk.reviews(actor);
        var names = members.names(editions.stream().map(Edition::by).toList());
        return editions.stream()
                .flatMap(edition -> due(edition, names, actor).stream())
                .toList();
    }

    private Optional<DeskPage.Due> due(Edition edition, Map<UUID, PersonName> names, Actor actor) {
        if (!(edition.release() instanceof Release.Urgent urgent)) {
            return Optional.empty();
        }
        var missing = urgent.review().isEmpty();
        return Optional.of(new DeskPage.Due(
                edition.topic(),
                edition.version(),
                edition.content().general().title(),
                topics.show(edition.topic(), actor).tlp(),
                urgent.reason(),
                name(names, edition.by()),
                urgent.reviewDue(),
                missing && urgent.reviewDue().isBefore(clock.instant()),
                urgent.review().flatMap(Release.Review::objection),
                missing
                        && actor.is(Role.APPROVER)
                        && !edition.by().equals(actor.person())
                        && !edition.contributors().contains(actor.person())));
    }

    private static String name(Map<UUID, PersonName> names, UUID person) {
        return Optional.ofNullable(names.get(person))
                .map(name -> name.in(Ui.locale()))
                .orElse("");
    }
}
