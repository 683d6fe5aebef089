package noroshi.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import noroshi.community.Audiences;
import noroshi.intel.Spelling;
import noroshi.intel.warning.Hit;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Actor;
import noroshi.topic.Labels;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.springframework.stereotype.Component;

/** Whether a manuscript can be published as it stands, and by whom. */
@Component
class Readiness {
    private final Audiences audiences;
    private final Labels labels;
    private final Topics topics;
    private final ManuscriptStore manuscripts;
    private final WarningLists warnings;
    private final List<Proviso> provisos;

    Readiness(
            Audiences audiences,
            Labels labels,
            Topics topics,
            ManuscriptStore manuscripts,
            List<Proviso> provisos,
            WarningLists warnings) {
        this.warnings = warnings;
        this.labels = labels;
        this.topics = topics;
        this.audiences = audiences;
        this.manuscripts = manuscripts;
        this.provisos = provisos;
    }

    /** What is missing, in the order of the form. */
    List<Gap> gaps(Manuscript manuscript, Actor actor) {
        var gaps = new ArrayList<Gap>();
        var copy = manuscript.copy();
        withdrawn(gaps, manuscript, actor);
        title(gaps, "proTitle", copy.pro().title());
        text(gaps, "proBody", copy.pro().body());
        indicators(gaps, IndicatorSheet.read(copy.indicators()), actor);
        title(gaps, "generalTitle", copy.general().title());
        text(gaps, "sentence", copy.general().sentence());
        steps(gaps, copy.general().steps());
        text(gaps, "concern", copy.general().concern());
        if (manuscript.version() > 1
                && copy.notePro().isBlank()
                && copy.noteGeneral().isBlank()) {
            gaps.add(Gap.at("notePro", "topic.note-missing"));
        }
        audience(gaps, manuscript, actor);
        provisos.forEach(proviso -> gaps.addAll(proviso.gaps(manuscript, actor)));
        return gaps;
    }

    /** No version follows what was taken back; all that is left is to give the revision up. */
    private void withdrawn(List<Gap> gaps, Manuscript manuscript, Actor actor) {
        manuscript
                .topic()
                .filter(topic -> topics.show(topic, actor).withdrawn())
                .ifPresent(_ -> gaps.add(Gap.at(Gap.REVISION, "topic.withdrawn")));
    }

    /** Refuses a manuscript that is not ready, with the first thing it lacks. */
    void require(Manuscript manuscript, Actor actor) {
        gaps(manuscript, actor).stream().findFirst().ifPresent(gap -> {
            throw gap.rule();
        });
    }

    /** What goes to everybody is read by a second person first. */
    boolean needsSecondPerson(Manuscript manuscript) {
        return manuscripts.everybody(manuscript.marking().audience());
    }

    private void indicators(List<Gap> gaps, IndicatorSheet sheet, Actor actor) {
        sheet.problems().stream()
                .map(problem -> Gap.at("indicators", problem.key(), problem.line(), problem.found()))
                .forEach(gaps::add);
        var forms = sheet.rows().stream().map(Indicator::form).toList();
        warnings.blocking(forms, actor).forEach((form, hits) -> gaps.add(blocked(form, hits)));
    }

    private static Gap blocked(Spelling.Form form, List<Hit> hits) {
        var shown = form.type().harmless(form.value());
        return hits.stream()
                .flatMap(hit -> hit instanceof Hit.Listed listed ? Stream.of(listed.name()) : Stream.empty())
                .findFirst()
                .filter(name -> hits.stream().noneMatch(Hit.OwnAsset.class::isInstance))
                .map(name -> Gap.at("indicators", "warning.blocks", shown, name))
                .orElseGet(() -> Gap.at("indicators", "warning.blocks-own", shown));
    }

    private static void title(List<Gap> gaps, String field, String title) {
        if (title.isBlank()) {
            text(gaps, field, title);
        } else {
            Text.refusal(title).map(rule -> new Gap(field, rule)).ifPresent(gaps::add);
        }
    }

    private static void text(List<Gap> gaps, String field, String text) {
        if (text.isBlank()) {
            gaps.add(Gap.at(field, "bulletin.missing"));
        }
    }

    private static void steps(List<Gap> gaps, List<Copy.Step> steps) {
        if (steps.isEmpty()) {
            gaps.add(Gap.at("step1", "bulletin.step-missing"));
        }
        if (steps.stream().anyMatch(step -> step.what().isBlank())) {
            gaps.add(Gap.at("step1", "bulletin.step-without-act"));
        }
    }

    private void audience(List<Gap> gaps, Manuscript manuscript, Actor actor) {
        var marking = manuscript.marking();
        audiences
                .of(marking.audience(), actor)
                .forbidden(marking.tlp())
                .map(rule -> new Gap("audience", rule))
                .ifPresent(gaps::add);
        manuscript.origin().ifPresent(origin -> source(gaps, marking, origin));
        manuscript
                .topic()
                .flatMap(topic -> labels.forbids(topic, marking.marks(), actor))
                .map(rule -> new Gap("tlp", rule))
                .ifPresent(gaps::add);
    }

    /** Only the source widens: a bulletin never goes further than the bundle it was made from. */
    private void source(List<Gap> gaps, Marking marking, Origin origin) {
        if (marking.tlp().compareTo(origin.tlp()) < 0) {
            gaps.add(Gap.at("tlp", "bulletin.wider-than-source", origin.tlp().label()));
        }
        if (origin.only()
                .filter(organisation -> !manuscripts.within(organisation, marking.audience()))
                .isPresent()) {
            gaps.add(Gap.at("audience", "bulletin.source-not-asked"));
        }
    }
}
