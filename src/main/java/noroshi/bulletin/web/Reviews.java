package noroshi.bulletin.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Bulletins;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Enclosures;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Manuscript.State;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.PlainCopy;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.topic.Difference;
import noroshi.topic.Level;
import noroshi.topic.Text;
import org.springframework.stereotype.Component;

/** Composes the page on which a manuscript is looked at before it goes out. */
@Component
class Reviews {
    private static final int AROUND = 2;

    private final Newsroom newsroom;
    private final Bulletins bulletins;
    private final PlainCopy plain;
    private final Reach reach;
    private final Enclosures enclosures;
    private final Members members;
    private final Editors editors;

    Reviews(
            Newsroom newsroom,
            Bulletins bulletins,
            PlainCopy plain,
            Reach reach,
            Enclosures enclosures,
            Members members,
            Editors editors) {
        this.newsroom = newsroom;
        this.bulletins = bulletins;
        this.plain = plain;
        this.reach = reach;
        this.enclosures = enclosures;
        this.members = members;
        this.editors = editors;
    }

    Page page(UUID id, int readers, String typed, FormErrors errors, Actor actor) {
        var manuscript = newsroom.show(id, actor);
        var lacking = manuscript.state() instanceof State.Published
                ? List.<EditorPage.Lack>of()
                : editors.lacking(manuscript, actor);
        var before = before(manuscript, actor);
        var content = Edition.Content.of(manuscript, before);
        return new Page(
                "bulletin/review",
                new ReviewPage(
                        manuscript,
                        part(manuscript, content, Level.PRO),
                        part(manuscript, content, Level.GENERAL),
                        before.map(edition -> compared(edition, content)),
                        reach.of(manuscript, readers, actor),
                        enclosures.of(id, actor),
                        writers(manuscript),
                        standing(manuscript),
                        lacking,
                        newsroom.beside(manuscript, actor),
                        rights(manuscript, lacking.isEmpty(), actor),
                        typed,
                        errors));
    }

    private static ArticlePart part(Manuscript manuscript, Edition.Content content, Level level) {
        return new ArticlePart(manuscript.id(), manuscript.version(), level, content, false, Set.of());
    }

    /** The edition that readers have while this manuscript is the next one. */
    private Optional<Edition> before(Manuscript manuscript, Actor actor) {
        return manuscript.topic().flatMap(topic -> bulletins.edition(topic, manuscript.version() - 1, actor));
    }

    private ReviewPage.Compared compared(Edition before, Edition.Content content) {
        var old = plain.texts(before.content());
        var young = plain.texts(content);
        return new ReviewPage.Compared(
                before.version(), difference(old, young, Level.PRO), difference(old, young, Level.GENERAL));
    }

    private static Difference difference(Map<Level, Text> old, Map<Level, Text> young, Level level) {
        return Difference.between(words(old, level), words(young, level)).near(AROUND);
    }

    private static String words(Map<Level, Text> texts, Level level) {
        return Optional.ofNullable(texts.get(level))
                .map(text -> text.title() + "\n\n" + text.body())
                .orElse("");
    }

    private List<String> writers(Manuscript manuscript) {
        var ids = new LinkedHashSet<UUID>();
        ids.add(manuscript.author());
        ids.addAll(manuscript.contributors());
        return members.names(ids).values().stream()
                .map(name -> name.in(Ui.locale()))
                .toList();
    }

    private String standing(Manuscript manuscript) {
        return switch (manuscript.state()) {
            case State.Writing _ -> Ui.text("bulletin.standing.writing");
            case State.Revising _ -> Ui.text("bulletin.standing.revising", manuscript.version());
            case State.InReview(var by, var at) -> Ui.text("bulletin.standing.in-review", name(by), Ui.dateTime(at));
            case State.Returned(var by, var at, var reason) ->
                Ui.text("bulletin.standing.returned", name(by), Ui.dateTime(at), reason);
            case State.Approved(var by, var at) -> Ui.text("bulletin.standing.approved", name(by), Ui.dateTime(at));
            case State.Published(var by, var at) ->
                Ui.text("bulletin.standing.published", name(by), Ui.dateTime(at), manuscript.version());
        };
    }

    private String name(UUID person) {
        return members.person(person).name();
    }

    private ReviewPage.Rights rights(Manuscript manuscript, boolean complete, Actor actor) {
        var second = newsroom.needsSecondPerson(manuscript, actor);
        var inReview = manuscript.state() instanceof State.InReview;
        var approved = manuscript.state() instanceof State.Approved;
        var ready = manuscript.open() && complete;
        return new ReviewPage.Rights(
                manuscript.open(),
                ready,
                inReview || approved,
                inReview && actor.is(Role.APPROVER) && manuscript.secondPerson(actor.person()),
                (approved && complete) || (ready && !second),
                second && manuscript.marking().urgent() && (ready || (inReview && complete)));
    }
}
