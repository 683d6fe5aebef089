package noroshi.site.chart;

import java.util.List;

/**
 * One measure over the days.
 *
 * @param name with its unit
 * @param values one per day
 * @param average a dotted line for comparison; negative for none
 * @param kind columns for counts, area for levels
 */
public record Panel(String name, List<Double> values, double average, Kind kind) {
    /** How the values are drawn. */
    public enum Kind {
        COLUMNS,
        AREA
    }

    public static Panel columns(String name, List<? extends Number> values, double average) {
        return new Panel(name, doubles(values), average, Kind.COLUMNS);
    }

    public static Panel area(String name, List<? extends Number> values, double average) {
        return new Panel(name, doubles(values), average, Kind.AREA);
    }

    int peak() {
        int peak = 0;
        for (int day = 1; day < values.size(); day++) {
            if (values.get(day) > values.get(peak)) {
                peak = day;
            }
        }
        return peak;
    }

    Scale scale() {
        return Scale.upTo(Math.max(average, values.isEmpty() ? 0 : values.get(peak())));
    }

    private static List<Double> doubles(List<? extends Number> values) {
        return values.stream().map(Number::doubleValue).toList();
    }
}
