package noroshi.desk.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.desk.Half;
import noroshi.desk.Impact;
import noroshi.desk.Rhythm;
import noroshi.desk.Series;
import noroshi.desk.Slot;
import noroshi.desk.UpwardReport;
import noroshi.desk.Visibility;
import noroshi.site.FormErrors;
import noroshi.site.Step;

/**
 * The reports: what is missing, what comes next, what was sent.
 *
 * @param overtaken what was made of a copy that was corrected since
 * @param escalated how many matters wait beyond the second contact
 * @param views one series, or all
 * @param typed what was typed of one series, and refused
 */
public record ReportsPage(
        List<Series> series,
        Map<String, Rhythm> rhythms,
        List<UpwardReport> reports,
        List<Slot> missed,
        List<UpwardReport> overtaken,
        List<Slot> next,
        List<Step> views,
        int escalated,
        boolean composes,
        Optional<Typed> typed,
        FormErrors errors) {
    /**
     * How one series is to be arranged, or to whom it is to go, as somebody types it.
     *
     * @param times by half day
     */
    public record Typed(
            String series,
            boolean arranging,
            Map<String, String> times,
            Set<Impact> impacts,
            Set<Visibility> visibilities,
            String severity,
            String recipient) {
        public Typed {
            times = Map.copyOf(times);
            impacts = Set.copyOf(impacts);
            visibilities = Set.copyOf(visibilities);
        }

        /** To whom a series was to go. */
        static Typed to(String series, String recipient) {
            return new Typed(series, false, Map.of(), Set.of(), Set.of(), "", recipient);
        }

        /** When it is due in that half day. */
        public String time(Half half) {
            return times.getOrDefault(half.name(), "");
        }
    }

    /** What stands in the fields of a series: what was typed, or how it is arranged. */
    public Typed fields(Series of) {
        return typed.filter(it -> it.series().equals(of.code()) && it.arranging())
                .orElseGet(() -> new Typed(
                        of.code(),
                        false,
                        of.times().entrySet().stream()
                                .collect(Collectors.toMap(
                                        time -> time.getKey().name(),
                                        time -> time.getValue().toString())),
                        of.rule().impacts(),
                        of.rule().visibilities(),
                        of.rule().severity().map(String::valueOf).orElse(""),
                        typed.filter(it -> it.series().equals(of.code()))
                                .map(Typed::recipient)
                                .orElse("")));
    }

    /** The series of a report. */
    public Series of(UpwardReport report) {
        return series.stream()
                .filter(it -> it.code().equals(report.series()))
                .findFirst()
                .orElseThrow();
    }

    /** The series of which one may be sent between its times. */
    public List<Series> extra() {
        return series.stream()
                .filter(it -> it.extra() && rhythms.containsKey(it.code()))
                .toList();
    }
}
