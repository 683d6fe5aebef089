package noroshi.bulletin;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
        safeSubject = new SafeSubject(Objects.requireNonNullElse(safeSubject, "")).text();
        if (Stream.of(
                                Stream.of(pro.title, pro.body, general.title, general.sentence, general.concern),
                                Stream.of(general.staffText, indicators, notePro, noteGeneral),
                                general.steps.stream().flatMap(step -> Stream.of(step.what, step.detail)))
                        .flatMap(each -> each)
                        .mapToInt(Copy::length)
                        .sum()
                > LONGEST) {
            throw new RuleBroken("bulletin.too-long", LONGEST);
        }
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

    private static int length(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new RuleBroken("topic.unreadable-character");
        }
        return text.length();
    }
}
