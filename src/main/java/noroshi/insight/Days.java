package noroshi.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * All days on record, in order; days without a record are not there.
 *
 * @param known since the beginning
 */
public record Days(List<Day> known) {
    public Days {
        known = List.copyOf(known);
    }

    /** Every day of the period, those without records with zeros. */
    public List<Day> within(Period period) {
        var byDate = known.stream()
                .filter(day -> period.contains(day.date()))
                .collect(Collectors.toMap(Day::date, Function.identity()));
        return period.from()
                .datesUntil(period.to().plusDays(1))
                .map(date -> byDate.getOrDefault(date, Day.none(date)))
                .toList();
    }

    /** How much a day of the period brought on average. */
    public double average(Period period, ToLongFunction<Day> measure) {
        return within(period).stream().mapToLong(measure).average().orElse(0);
    }

    /** Everything since the beginning, that day included. */
    public Day totalUntil(LocalDate day) {
        return known.stream().filter(each -> !each.date().isAfter(day)).reduce(Day.none(day), Day::plus);
    }
}
