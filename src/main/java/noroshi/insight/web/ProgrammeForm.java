package noroshi.insight.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.NewProgramme;
import noroshi.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/** A new event as somebody types it. */
public record ProgrammeForm(String labelJa, String labelEn, String date, String end, String owner, String preset) {
    public ProgrammeForm(
            @Nullable String labelJa,
            @Nullable String labelEn,
            @Nullable String date,
            @Nullable String end,
            @Nullable String owner,
            @Nullable String preset) {
        this.labelJa = Objects.requireNonNullElse(labelJa, "");
        this.labelEn = Objects.requireNonNullElse(labelEn, "");
        this.date = Objects.requireNonNullElse(date, "");
        this.end = Objects.requireNonNullElse(end, "");
        this.owner = Objects.requireNonNullElse(owner, "");
        this.preset = Objects.requireNonNullElse(preset, "");
    }

    NewProgramme programme() {
        return new NewProgramme(labelJa, labelEn, day(date), day(end), id(owner), id(preset));
    }

    private static Optional<UUID> id(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException notAnId) {
            throw new RuleBroken("insight.programme.owner-unknown");
        }
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("insight.event.date-unreadable");
        }
    }
}
