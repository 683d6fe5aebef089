package noroshi.bulletin.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Enclosures;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Marking;
import noroshi.bulletin.Newsroom;
import noroshi.bulletin.Source;
import noroshi.community.Audiences;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Ui;
import noroshi.site.Words;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import org.springframework.stereotype.Component;

/** Composes the editor's page from what was saved, and from what was typed and refused. */
@Component
class Editors {
    private final Newsroom newsroom;
    private final Audiences audiences;
    private final Reach reach;
    private final Enclosures enclosures;
    private final Words words;

    Editors(Newsroom newsroom, Audiences audiences, Reach reach, Enclosures enclosures, Words words) {
        this.newsroom = newsroom;
        this.audiences = audiences;
        this.reach = reach;
        this.enclosures = enclosures;
        this.words = words;
    }

    /** An empty form, or one with the first words from an imported bundle. */
    Page blank(Optional<UUID> bundle, Actor actor) {
        newsroom.enter(actor);
        var form = bundle.map(imported -> suggested(imported, actor)).orElseGet(this::empty);
        return page(form, Optional.empty(), View.PLAIN, Refused.NOTHING, actor);
    }

    private BulletinForm suggested(UUID bundle, Actor actor) {
        var suggestion = newsroom.suggest(bundle, actor);
        var audience = audiences.of(suggestion.marking().audience(), actor).fields();
        return BulletinForm.of(
                UUID.randomUUID(), bundle.toString(), 0, suggestion.marking(), audience, suggestion.copy());
    }

    private BulletinForm empty() {
        return BulletinForm.of(
                UUID.randomUUID(),
                "",
                0,
                new Marking(InformationKind.ADVISORY, Importance.INFO, Tlp.AMBER, 2, Set.of()),
                Set.of(),
                new Copy(
                        new Copy.Pro("", words.text(Locale.JAPANESE, "bulletin.outline", "- ")),
                        new Copy.General("", "", List.of(), "", ""),
                        "",
                        Source.CENTRE,
                        Confidence.UNKNOWN,
                        "",
                        ""));
    }

    /** What else the writer asked to see: words to look for an addressee, or a page of the readers. */
    record View(String find, Optional<Integer> reach) {
        static final View PLAIN = new View("", Optional.empty());
    }

    Page saved(Manuscript manuscript, View view, Actor actor) {
        var fields = audiences.of(manuscript.marking().audience(), actor).fields();
        return page(BulletinForm.of(manuscript, fields), Optional.of(manuscript), view, Refused.NOTHING, actor);
    }

    /** Why a form comes back, and which files were chosen and not taken. */
    record Refused(FormErrors errors, List<String> files) {
        static final Refused NOTHING = new Refused(FormErrors.none(), List.of());
    }

    /** The form comes back with what was typed. */
    Page again(BulletinForm form, Optional<Manuscript> manuscript, Refused refused, Actor actor) {
        return page(form, manuscript, View.PLAIN, refused, actor);
    }

    private Page page(BulletinForm form, Optional<Manuscript> manuscript, View view, Refused refused, Actor actor) {
        return new Page(
                "bulletin/edit",
                new EditorPage(
                        form,
                        manuscript,
                        audiences.picker(form.audience(), view.find(), actor),
                        manuscript.flatMap(saved -> view.reach().map(page -> reach.of(saved, page, actor))),
                        manuscript
                                .map(saved -> enclosures.of(saved.id(), actor))
                                .orElse(List.of()),
                        manuscript.map(saved -> lacking(saved, actor)).orElse(List.of()),
                        manuscript.map(saved -> clashes(saved, form)).orElse(List.of()),
                        manuscript.map(saved -> newsroom.beside(saved, actor)).orElse(List.of()),
                        refused.files(),
                        refused.errors()));
    }

    List<EditorPage.Lack> lacking(Manuscript manuscript, Actor actor) {
        return newsroom.gaps(manuscript, actor).stream()
                .map(gap -> new EditorPage.Lack(
                        gap.field(),
                        Ui.text(
                                "bulletin.lack",
                                Ui.text("bulletin.field." + gap.field()),
                                Ui.text(gap.rule().key(), gap.rule().arguments()))))
                .toList();
    }

    private static List<EditorPage.Clash> clashes(Manuscript saved, BulletinForm form) {
        var clashes = new ArrayList<EditorPage.Clash>();
        var mine = form.copy();
        var theirs = saved.copy();
        clash(clashes, "proTitle", mine.pro().title(), theirs.pro().title());
        clash(clashes, "proBody", mine.pro().body(), theirs.pro().body());
        clash(clashes, "indicators", mine.indicators(), theirs.indicators());
        clash(clashes, "generalTitle", mine.general().title(), theirs.general().title());
        clash(clashes, "sentence", mine.general().sentence(), theirs.general().sentence());
        clash(clashes, "step1", steps(mine.general()), steps(theirs.general()));
        clash(clashes, "concern", mine.general().concern(), theirs.general().concern());
        clash(clashes, "staffText", mine.general().staffText(), theirs.general().staffText());
        clash(clashes, "notePro", mine.notePro(), theirs.notePro());
        clash(clashes, "noteGeneral", mine.noteGeneral(), theirs.noteGeneral());
        return clashes;
    }

    private static void clash(List<EditorPage.Clash> clashes, String field, String mine, String theirs) {
        if (!mine.equals(theirs)) {
            clashes.add(new EditorPage.Clash(field, Ui.text("bulletin.field." + field), theirs));
        }
    }

    private static String steps(Copy.General general) {
        return general.steps().stream()
                .map(step -> step.what() + "\n" + step.detail())
                .collect(Collectors.joining("\n"))
                .strip();
    }
}
