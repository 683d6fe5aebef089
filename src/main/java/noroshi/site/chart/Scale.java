package noroshi.site.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A vertical axis from zero to a round number above the largest value.
 *
 * @param step between two lines
 * @param lines how many lines above zero
 */
record Scale(double step, int lines) {
    private static final int WANTED = 5;
    private static final List<Double> ROUND = List.of(1.0, 2.0, 2.5, 5.0, 10.0);

    static Scale upTo(double largest) {
        if (largest <= 0) {
            return new Scale(1, 1);
        }
        double raw = largest / WANTED;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = ROUND.stream()
                .map(each -> each * power)
                .filter(each -> each >= raw && (largest < 1 || each >= 1))
                .findFirst()
                .orElse(10 * power);
        if (largest >= 1 && largest < 10) {
            step = Math.max(1, Math.ceil(step));
        }
        return new Scale(step, (int) Math.ceil(largest / step));
    }

    double top() {
        return step * lines;
    }

    List<Double> marks() {
        return IntStream.rangeClosed(0, lines).mapToObj(line -> line * step).toList();
    }

    /** How high a value stands in a field of this height. */
    double of(double value, double height) {
        return value / top() * height;
    }
}
