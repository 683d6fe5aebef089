package noroshi.insight.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import noroshi.insight.Event;
import noroshi.insight.EventKind;
import noroshi.insight.NewEvent;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import org.jspecify.annotations.Nullable;

/** An event as somebody types it. */
public record EventForm(String kind, String date, String end, String labelJa, String labelEn) {
    static final EventForm EMPTY = new EventForm(EventKind.MARKER.name(), "", "", "", "");

    public EventForm(
            @Nullable String kind,
            @Nullable String date,
            @Nullable String end,
            @Nullable String labelJa,
            @Nullable String labelEn) {
        this.kind = or(kind);
        this.date = or(date);
        this.end = or(end);
        this.labelJa = or(labelJa);
        this.labelEn = or(labelEn);
    }

    static EventForm of(Event event) {
        return new EventForm(
                event.kind().name(),
                event.date().toString(),
                event.what().end().map(LocalDate::toString).orElse(""),
                event.what().labelJa(),
                event.what().labelEn());
    }

    NewEvent event() {
        var what = EventKind.ofTheCalendar().stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("insight.event.kind-unknown"));
        var last = end.isBlank() ? Optional.<LocalDate>empty() : Optional.of(day(end));
        return new NewEvent(what, day(date), last, labelJa, labelEn);
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("insight.event.date-unreadable");
        }
    }

    /** The refusal beside the field it is about. */
    static FormErrors errors(RuleBroken refusal) {
        var field = switch (refusal.key()) {
            case "insight.event.kind-unknown" -> "kind";
            case "insight.event.date-unreadable" -> "date";
            case "insight.event.label-missing" -> "labelJa";
            case "site.stale" -> "";
            default -> "end";
        };
        return FormErrors.none().and(field, refusal.key(), refusal.arguments());
    }

    /** With what the calendar says now where something else was typed. */
    FormErrors beside(Event event, FormErrors errors) {
        var now = of(event);
        return errors.beside("kind", kind, now.kind, Ui.word("insight.event.kind", event.kind()))
                .beside("date", date, now.date, Ui.fullDate(event.date()))
                .beside(
                        "end",
                        end,
                        now.end,
                        event.what().end().map(Ui::fullDate).orElse(""))
                .beside("labelJa", labelJa, now.labelJa)
                .beside("labelEn", labelEn, now.labelEn);
    }

    private static String or(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
