package noroshi.bulletin.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Enclosures;
import noroshi.bulletin.IndicatorSheet;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Manuscript.State;
import noroshi.bulletin.Newsroom;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.topic.Level;
import org.springframework.stereotype.Component;

/** Composes the page on which a manuscript is looked at before it goes out. */
@Component
class Reviews {
    private final Newsroom newsroom;
    private final Reach reach;
    private final Enclosures enclosures;
    private final Members members;
    private final Editors editors;

    Reviews(Newsroom newsroom, Reach reach, Enclosures enclosures, Members members, Editors editors) {
        this.newsroom = newsroom;
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
        return new Page(
                "bulletin/review",
                new ReviewPage(
                        manuscript,
                        part(manuscript, Level.PRO),
                        part(manuscript, Level.GENERAL),
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

    private static ArticlePart part(Manuscript manuscript, Level level) {
        var copy = manuscript.copy();
        var content = new Edition.Content(
                copy.pro(),
                copy.general(),
                IndicatorSheet.read(copy.indicators()).rows());
        return new ArticlePart(manuscript.id(), 1, level, content, false, Set.of());
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
                approved || (ready && !second),
                second && manuscript.marking().urgent() && (ready || inReview));
    }
}
