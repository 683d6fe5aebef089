package noroshi.insight.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.insight.Event;
import noroshi.insight.EventKind;
import noroshi.insight.Events;
import noroshi.insight.Period;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.Choice;
import noroshi.site.FormErrors;
import noroshi.site.Ui;
import org.springframework.stereotype.Component;

/** Finds the days a page is about: those of an event, the last weeks, or what was typed. */
@Component
class Periods {
    private static final String WHOLE = "games";
    private static final String SO_FAR = "so-far";
    private static final String EIGHT_WEEKS = "weeks8";
    private static final String SEVEN_DAYS = "days7";
    private static final String NORMAL = "normal";
    private static final String FOUR_WEEKS = "weeks4";
    private static final String BEFORE = "before";
    private static final int STAYS_USUAL = 28;

    private final Events events;

    Periods(Events events) {
        this.events = events;
    }

    private record Named(String label, Period period) {}

    Chosen choose(PeriodForm form, Actor actor) {
        var calendar = events.all(actor);
        var known = periods(calendar);
        var usual = usual(known);
        var errors = FormErrors.none();
        var code = known.containsKey(form.period()) ? form.period() : usual;
        var period = known.getOrDefault(code, lastWeeks()).period();
        if (form.typed(period)) {
            try {
                period = typed(form);
                code = PeriodForm.OWN;
            } catch (RuleBroken refusal) {
                errors = FormErrors.of(refusal);
            }
        }
        var comparisons = comparisons(calendar, period);
        var compare = comparisons.containsKey(form.compare())
                ? form.compare()
                : comparisons.keySet().iterator().next();
        var comparison = comparisons.getOrDefault(compare, lastWeeks()).period();
        return new Chosen(
                period,
                comparison,
                code,
                compare,
                choices(known, Optional.of(new Choice(PeriodForm.OWN, Ui.text("insight.period.custom")))),
                choices(comparisons, Optional.empty()),
                calendar,
                errors);
    }

    private static List<Choice> choices(Map<String, Named> named, Optional<Choice> more) {
        var choices = new ArrayList<Choice>();
        named.forEach((code, each) -> choices.add(new Choice(code, each.label())));
        more.ifPresent(choices::add);
        return choices;
    }

    private static Map<String, Named> periods(List<Event> calendar) {
        var known = new LinkedHashMap<String, Named>();
        var whole = whole(calendar);
        whole.flatMap(Periods::soFar).ifPresent(period -> known.put(SO_FAR, named("insight.period.so-far", period)));
        whole.ifPresent(period -> known.put(WHOLE, named("insight.period.games", period)));
        known.put(EIGHT_WEEKS, lastWeeks());
        calendar.stream()
                .filter(event -> event.kind() == EventKind.PERIOD)
                .forEach(event -> event.period()
                        .ifPresent(period -> known.put(event.code(), named(event.in(Ui.locale()), period))));
        known.put(
                SEVEN_DAYS, named("insight.period.days7", new Period(Ui.today().minusDays(6), Ui.today())));
        return known;
    }

    /** From the first day of the first period to the last day of the last. */
    private static Optional<Period> whole(List<Event> calendar) {
        var spans = calendar.stream()
                .filter(event -> event.kind() == EventKind.PERIOD)
                .flatMap(event -> event.period().stream())
                .toList();
        var from = spans.stream().map(Period::from).min(LocalDate::compareTo);
        var to = spans.stream().map(Period::to).max(LocalDate::compareTo);
        return from.flatMap(
                first -> to.filter(last -> last.isBefore(first.plusYears(1))).map(last -> new Period(first, last)));
    }

    /** From the first day of an event until today, while it goes on and as long as it is fresh. */
    private static Optional<Period> soFar(Period event) {
        var today = Ui.today();
        var fresh = !event.from().isAfter(today) && !event.to().isBefore(today.minusDays(STAYS_USUAL));
        return fresh ? Optional.of(new Period(event.from(), today)) : Optional.empty();
    }

    private static Named lastWeeks() {
        return named("insight.period.weeks8", new Period(Ui.today().minusDays(55), Ui.today()));
    }

    private static Named named(String label, Period period) {
        var words = label.startsWith("insight.") ? Ui.text(label) : label;
        return new Named(words + " " + brief(period.from()) + "–" + brief(period.to()), period);
    }

    private static String brief(LocalDate day) {
        return day.getMonthValue() + "/" + day.getDayOfMonth();
    }

    /** The event as long as it is fresh, then the last weeks; today is always among the days. */
    private static String usual(Map<String, Named> known) {
        return known.containsKey(SO_FAR) ? SO_FAR : EIGHT_WEEKS;
    }

    private static Period typed(PeriodForm form) {
        try {
            return new Period(LocalDate.parse(form.from()), LocalDate.parse(form.to()));
        } catch (DateTimeParseException unreadable) {
            throw new RuleBroken("insight.period.unreadable");
        }
    }

    private static Map<String, Named> comparisons(List<Event> calendar, Period period) {
        var known = new LinkedHashMap<String, Named>();
        calendar.stream()
                .filter(event -> event.kind() == EventKind.NORMAL)
                .flatMap(event -> event.period().map(span -> named(event.in(Ui.locale()), span)).stream())
                .findFirst()
                .ifPresent(normal -> known.put(NORMAL, normal));
        known.put(FOUR_WEEKS, named("insight.compare.weeks4", period.before(28)));
        known.put(BEFORE, named("insight.compare.before", period.before(period.days())));
        return known;
    }
}
