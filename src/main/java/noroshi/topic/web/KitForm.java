package noroshi.topic.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import noroshi.community.Community;
import noroshi.community.OccasionKind;
import noroshi.community.Wording;
import noroshi.shared.RuleBroken;
import noroshi.topic.Kit;
import noroshi.topic.StarterKit;
import org.jspecify.annotations.Nullable;

/** The starter kit as somebody fills it in; nothing typed is lost. */
public record KitForm(
        String code,
        String kind,
        String name,
        String nameEn,
        String goal,
        String goalEn,
        String deputy,
        String first,
        String study,
        String news,
        String check,
        String exercise) {
    static final KitForm EMPTY = new KitForm(null, null, null, null, null, null, null, null, null, null, null, null);

    public KitForm(
            @Nullable String code,
            @Nullable String kind,
            @Nullable String name,
            @Nullable String nameEn,
            @Nullable String goal,
            @Nullable String goalEn,
            @Nullable String deputy,
            @Nullable String first,
            @Nullable String study,
            @Nullable String news,
            @Nullable String check,
            @Nullable String exercise) {
        this.code = Objects.requireNonNullElse(code, "");
        this.kind = Objects.requireNonNullElse(kind, "invited");
        this.name = Objects.requireNonNullElse(name, "");
        this.nameEn = Objects.requireNonNullElse(nameEn, "");
        this.goal = Objects.requireNonNullElse(goal, "");
        this.goalEn = Objects.requireNonNullElse(goalEn, "");
        this.deputy = Objects.requireNonNullElse(deputy, "");
        this.first = Objects.requireNonNullElse(first, "");
        this.study = Objects.requireNonNullElse(study, "1");
        this.news = Objects.requireNonNullElse(news, "1");
        this.check = Objects.requireNonNullElse(check, "3");
        this.exercise = Objects.requireNonNullElse(exercise, "6");
    }

    /** How often, in months; empty for not at all. */
    public String rhythm(OccasionKind part) {
        return switch (part) {
            case STUDY -> study;
            case NEWS -> news;
            case CHECK -> check;
            case EXERCISE -> exercise;
            case MEETING -> "";
        };
    }

    Kit kit(Locale language) {
        var parts = new EnumMap<OccasionKind, Integer>(OccasionKind.class);
        for (var part : StarterKit.parts()) {
            if (List.of("1", "2", "3", "6").contains(rhythm(part))) {
                parts.put(part, Integer.valueOf(rhythm(part)));
            }
        }
        return new Kit(
                code.strip(),
                kind.equals("open") ? Community.Kind.OPEN : Community.Kind.INVITED,
                new Wording(name, nameEn.isBlank() ? name : nameEn),
                new Wording(goal, goalEn),
                Optional.of(deputy.strip()).filter(login -> !login.isEmpty()),
                parts,
                day(),
                language);
    }

    private LocalDate day() {
        try {
            return LocalDate.parse(first);
        } catch (DateTimeException unreadable) {
            throw new RuleBroken("topic.kit.first-missing");
        }
    }

    /** Beside which field a refusal belongs. */
    static String field(RuleBroken refusal) {
        return switch (refusal.key()) {
            case "community.name-missing", "community.name-too-long" -> "name";
            case "community.code-malformed", "community.code-taken" -> "code";
            case "community.nobody-known", "community.already-inside" -> "deputy";
            case "community.occasion-when", "topic.kit.first-missing" -> "first";
            case "topic.kit.goal-missing", "community.text-too-long" -> "goal";
            default -> "";
        };
    }
}
