package noroshi.desk.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.desk.Half;
import noroshi.desk.Impact;
import noroshi.desk.Rule;
import noroshi.desk.UpwardReports;
import noroshi.desk.Visibility;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.FormErrors;
import noroshi.site.Page;
import noroshi.site.Redirect;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** To whom each series of reports goes, when, and what it takes in. */
@Controller
@RequestMapping("/desk/reports/series/{series}")
class SeriesController {
    private final UpwardReports reports;
    private final ReportController pages;

    SeriesController(UpwardReports reports, ReportController pages) {
        this.reports = reports;
        this.pages = pages;
    }

    @PostMapping("/rhythm")
    Object begin(@PathVariable String series, @RequestParam(defaultValue = "") String recipient, Actor actor) {
        try {
            reports.begin(series, recipient, actor);
            return Redirect.to("/desk/reports").saying("desk.upward.begun");
        } catch (RuleBroken refusal) {
            return again(Optional.of(ReportsPage.Typed.to(series, recipient)), refusal, actor);
        }
    }

    @DeleteMapping("/rhythm")
    Object end(@PathVariable String series, Actor actor) {
        try {
            reports.end(series, actor);
            return Redirect.to("/desk/reports").saying("desk.upward.rhythm-ended");
        } catch (RuleBroken refusal) {
            return again(Optional.empty(), refusal, actor);
        }
    }

    @PostMapping
    Object arrange(
            @PathVariable String series,
            @RequestParam Map<String, String> typed,
            @RequestParam(defaultValue = "") Set<Impact> impact,
            @RequestParam(defaultValue = "") Set<Visibility> visibility,
            @RequestParam(defaultValue = "") String severity,
            Actor actor) {
        try {
            var rule = new Rule(chosen(impact, Impact.class), chosen(visibility, Visibility.class), level(severity));
            reports.arrange(series, times(typed), rule, actor);
            return Redirect.to("/desk/reports").saying("desk.upward.arranged");
        } catch (RuleBroken refusal) {
            var kept = new ReportsPage.Typed(
                    series,
                    true,
                    halves(typed),
                    chosen(impact, Impact.class),
                    chosen(visibility, Visibility.class),
                    severity,
                    "");
            return again(Optional.of(kept), refusal, actor);
        }
    }

    private Page again(Optional<ReportsPage.Typed> typed, RuleBroken refusal, Actor actor) {
        return pages.page("", typed, FormErrors.of(refusal), actor).with(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static Map<String, String> halves(Map<String, String> typed) {
        return Arrays.stream(Half.values())
                .map(Half::name)
                .filter(typed::containsKey)
                .collect(Collectors.toMap(half -> half, half -> typed.getOrDefault(half, "")));
    }

    private static <E extends Enum<E>> Set<E> chosen(Set<E> values, Class<E> type) {
        return values.isEmpty() ? EnumSet.noneOf(type) : EnumSet.copyOf(values);
    }

    private static Optional<Integer> level(String severity) {
        try {
            return severity.isBlank() ? Optional.empty() : Optional.of(Integer.valueOf(severity));
        } catch (NumberFormatException malformed) {
            throw new RuleBroken("desk.choice");
        }
    }

    private static Map<Half, LocalTime> times(Map<String, String> typed) {
        var times = new EnumMap<Half, LocalTime>(Half.class);
        Arrays.stream(Half.values())
                .filter(half -> typed.containsKey(half.name()))
                .forEach(half -> {
                    try {
                        times.put(half, LocalTime.parse(typed.getOrDefault(half.name(), "")));
                    } catch (DateTimeParseException malformed) {
                        throw new RuleBroken("desk.upward.time");
                    }
                });
        return times;
    }
}
