package noroshi.intel;

import java.util.List;

/**
 * One value found in a pattern, in its canonical spelling.
 *
 * @param path where in the observed object the value stands
 * @param alone whether a match of this value alone fulfils the pattern; otherwise it is one condition among several
 */
public record IndicatorValue(IndicatorType type, String path, String value, boolean alone, List<Reason> remarks) {
    public IndicatorValue {
        remarks = List.copyOf(remarks);
    }
}
