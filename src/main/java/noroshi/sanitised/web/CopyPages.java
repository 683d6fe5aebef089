package noroshi.sanitised.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.bulletin.Look;
import noroshi.bulletin.Manuscript;
import noroshi.bulletin.Newsroom;
import noroshi.community.Audiences;
import noroshi.desk.Matter;
import noroshi.membership.Organisations;
import noroshi.membership.Reference;
import noroshi.membership.Trait;
import noroshi.sanitised.Asking;
import noroshi.sanitised.Fit;
import noroshi.sanitised.SanitisedCopies;
import noroshi.sanitised.SanitisedCopy;
import noroshi.sanitised.Told;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Step;
import noroshi.site.Ui;
import noroshi.topic.Level;
import org.springframework.stereotype.Component;

/** Composes the two pages of a copy: the desk's, and the reporter's. */
@Component
class CopyPages {
    private static final List<Trait> DESCRIBING =
            List.of(Trait.CATEGORY, Trait.SECTOR, Trait.REGION, Trait.ASSOCIATION);

    private final SanitisedCopies copies;
    private final Newsroom newsroom;
    private final Organisations organisations;
    private final Audiences audiences;
    private final Look look;

    CopyPages(SanitisedCopies copies, Newsroom newsroom, Organisations organisations, Audiences audiences, Look look) {
        this.copies = copies;
        this.newsroom = newsroom;
        this.organisations = organisations;
        this.audiences = audiences;
        this.look = look;
    }

    WritingPage writing(Matter matter, SanitisedCopy copy, FormErrors errors, Actor actor) {
        if (!copies.mayWrite(actor)) {
            return WritingPage.closed(matter, copy, crumbs(matter), errors);
        }
        var manuscript = copies.manuscript(copy, actor);
        var fit = copies.fit(copy, manuscript, actor);
        return new WritingPage(
                matter,
                copy,
                crumbs(matter),
                List.of(new WritingPage.Hand(
                        manuscript,
                        manuscript.open() ? copies.findings(matter, manuscript, actor) : List.of(),
                        crowd(fit),
                        described(copy),
                        lacking(manuscript, actor))),
                errors);
    }

    private List<String> lacking(Manuscript manuscript, Actor actor) {
        return manuscript.state() instanceof Manuscript.State.Published
                ? List.of()
                : newsroom.gaps(manuscript, actor).stream()
                        .filter(gap -> !gap.field().equals("consent"))
                        .map(gap -> Ui.text(
                                "bulletin.lack",
                                Ui.text("bulletin.field." + gap.field()),
                                Ui.text(gap.rule().key(), gap.rule().arguments())))
                        .toList();
    }

    private WritingPage.Crowd crowd(Fit fit) {
        return new WritingPage.Crowd(
                fit.organisations(),
                fit.few(),
                reason(fit.told()),
                fit.without().stream()
                        .map(wider -> Ui.text("sanitised.without", name(wider.told()), wider.organisations()))
                        .toList());
    }

    private List<WritingPage.Described> described(SanitisedCopy copy) {
        var chosen = copy.told().stream().map(CopyPages::field).collect(Collectors.toSet());
        var described = new ArrayList<WritingPage.Described>();
        for (var trait : DESCRIBING) {
            var options = organisations.references(trait).stream()
                    .map(reference -> new Choice(field(new Told(trait, reference.code())), reference.in(Ui.locale())))
                    .toList();
            if (!options.isEmpty()) {
                var value = options.stream()
                        .map(Choice::value)
                        .filter(chosen::contains)
                        .findFirst()
                        .orElse("");
                described.add(new WritingPage.Described(trait, options, value));
            }
        }
        return described;
    }

    ConsentPage consent(Matter matter, Asking asking, FormErrors errors, String typed, Actor actor) {
        var shown = asking.shown();
        return new ConsentPage(
                matter,
                asking,
                crumbs(matter),
                look.of(shown.copy(), Level.GENERAL),
                look.of(shown.copy(), Level.PRO),
                audiences.names(shown.audience(), Ui.locale(), actor),
                shown.files().stream().map(line -> line.split("\t", 2)[0]).toList(),
                reason(asking.told()),
                errors,
                typed);
    }

    private static List<Step> crumbs(Matter matter) {
        return List.of(
                new Step(Ui.text("desk.nav"), "/desk", false),
                new Step(matter.reference(), matter.path(), false),
                new Step(Ui.text("sanitised.name"), matter.path() + "/copy", true));
    }

    /** What narrows it down, in words: 鉄道 × 関東. */
    private String reason(Collection<Told> told) {
        return told.stream().map(this::name).collect(Collectors.joining(" × "));
    }

    private String name(Told told) {
        return organisations.references(told.trait()).stream()
                .filter(reference -> reference.code().equals(told.code()))
                .findFirst()
                .map((Reference reference) -> reference.in(Ui.locale()))
                .orElse(told.code());
    }

    private static String field(Told told) {
        return told.trait().code() + ":" + told.code();
    }

    static Set<Told> told(Collection<String> fields) {
        return fields.stream()
                .filter(field -> !field.isBlank())
                .map(CopyPages::read)
                .collect(Collectors.toSet());
    }

    private static Told read(String field) {
        var parts = field.split(":", 2);
        try {
            return new Told(Trait.valueOf(parts[0].toUpperCase(Locale.ROOT)), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException malformed) {
            throw new RuleBroken("bulletin.choice");
        }
    }
}
