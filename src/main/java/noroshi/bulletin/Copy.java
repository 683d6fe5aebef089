package noroshi.bulletin;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import noroshi.shared.RuleBroken;
import noroshi.topic.SafeSubject;
import org.jspecify.annotations.Nullable;

/**
 * What the newsroom has written, finished or not: the same information at two levels.
 *
 * @param indicators the table as it was pasted, read by {@link IndicatorSheet}
 * @param notePro what changes with this version, for professionals
 * @param noteGeneral what changes with this version, for generalists
 * @param safeSubject what may be said of it where its title may not
 */
public record Copy(
        Pro pro,
        General general,
        String indicators,
        Source source,
        Confidence confidence,
        String notePro,
        String noteGeneral,
        @Nullable String safeSubject) {
    private static final int LONGEST = 400_000;

    public Copy(
            Pro pro,
            General general,
            String indicators,
            Source source,
            Confidence confidence,
            String notePro,
            String noteGeneral) {
        this(pro, general, indicators, source, confidence, notePro, noteGeneral, "");
    }

    public Copy {
        // Manuscripts that were begun before there was one have none.
        safeSubject = Objects.requireNonNullElse(safeSubject, "").strip();
    }

    /** What cannot be kept as it was typed, beside the field where it is; asked before it is written. */
    public List<Gap> refusals() {
        var refusals = new ArrayList<Gap>();
        var texts = texts();
        texts.forEach((field, text) -> {
            if (text.indexOf('\0') >= 0) {
                refusals.add(Gap.at(field, "topic.unreadable-character"));
            }
        });
        if (texts.values().stream().mapToInt(String::length).sum() > LONGEST) {
            texts.entrySet().stream()
                    .max(Comparator.comparingInt(text -> text.getValue().length()))
                    .ifPresent(longest -> refusals.add(Gap.at(longest.getKey(), "bulletin.too-long", LONGEST)));
        }
        SafeSubject.refusal(safeSubject()).ifPresent(rule -> refusals.add(new Gap("safeSubject", rule)));
        return refusals;
    }

    void requireWritable() {
        refusals().stream().findFirst().ifPresent(refusal -> {
            throw refusal.rule();
        });
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("notePro", notePro);
        texts.put("proTitle", pro.title);
        texts.put("proBody", pro.body);
        texts.put("indicators", indicators);
        texts.put("noteGeneral", noteGeneral);
        texts.put("generalTitle", general.title);
        texts.put("sentence", general.sentence);
        texts.put(
                "step1",
                general.steps.stream().map(step -> step.what + step.detail).collect(Collectors.joining()));
        texts.put("concern", general.concern);
        texts.put("staffText", general.staffText);
        return texts;
    }

    /** What may be said of it where its title may not; empty for nothing. */
    @Override
    public String safeSubject() {
        return Objects.requireNonNullElse(safeSubject, "");
    }

    /** The professional level: a title and Markdown. */
    public record Pro(String title, String body) {}

    /**
     * The general level.
     *
     * @param sentence the matter in one sentence
     * @param steps what to do right now, at most five
     * @param concern whether it concerns the reader's organisation
     * @param staffText words to pass on to one's own staff
     */
    public record General(String title, String sentence, List<Step> steps, String concern, String staffText) {
        static final int MOST_STEPS = 5;

        public General {
            steps = steps.stream()
                    .filter(step -> !step.what.isBlank() || !step.detail.isBlank())
                    .toList();
            if (steps.size() > MOST_STEPS) {
                throw new RuleBroken("bulletin.steps-too-many", MOST_STEPS);
            }
        }
    }

    /** One thing to do right now. */
    public record Step(String what, String detail) {}

    /** The copy a new version starts from: everything but the notes of change. */
    Copy again() {
        return new Copy(pro, general, indicators, source, confidence, "", "", safeSubject);
    }
}
