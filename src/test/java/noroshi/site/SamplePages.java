package noroshi.site;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.site.chart.Bar;
import noroshi.site.chart.BarChart;
import noroshi.site.chart.DailyChart;
import noroshi.site.chart.Day;
import noroshi.site.chart.Figure;
import noroshi.site.chart.HeatTable;
import noroshi.site.chart.Histogram;
import noroshi.site.chart.Panel;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages that use every component once. */
@TestComponent
@Controller
@RequestMapping("/sample")
public class SamplePages {
    private static final List<Integer> VIEWS = List.of(
            6120, 5380, 7449, 4210, 3620, 4480, 4310, 3900, 4120, 3780, 2480, 2180, 3320, 3280, 3480, 3060, 2880, 2240,
            3010);
    private static final List<Integer> LOGINS =
            List.of(564, 420, 498, 360, 334, 447, 441, 428, 446, 433, 309, 284, 404, 400, 412, 391, 380, 303, 318);

    public record Home(Instant now, Instant earlier, Instant yesterday, Instant before) {}

    public record Stats(Figure daily, Figure delay, Figure kinds, HeatTable heat) {}

    public record Form(
            @NotBlank @Size(max = 20) String title,
            @NotBlank String body,
            String tlp,
            List<String> groups) {
        public Form {
            groups = groups == null ? List.of() : groups;
        }
    }

    public record FormPage(Form form, FormErrors errors, List<Choice> labels, List<Choice> groups) {}

    @GetMapping
    Page home() {
        return new Page("sample/home", times());
    }

    @GetMapping("/topic")
    Page topic() {
        return new Page("sample/topic", times());
    }

    @GetMapping("/stats")
    Page stats() {
        return new Page("sample/stats", new Stats(daily(), delay(), kinds(), heat()));
    }

    @GetMapping("/form")
    Page form() {
        return form(new Form("", "", "GREEN", List.of()), FormErrors.none());
    }

    @PostMapping("/form")
    Object send(@Valid Form form, BindingResult result) {
        if (result.hasErrors()) {
            return form(form, FormErrors.of(result)).with(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return Redirect.to("/sample").saying("site.page.here", 2);
    }

    @GetMapping("/moved")
    Redirect moved() {
        return Redirect.to("/sample");
    }

    @GetMapping("/asked")
    Page asked(@RequestParam String q) {
        return home();
    }

    @GetMapping("/things/{id}")
    Page thing(@PathVariable UUID id, Actor actor) {
        throw new NotFound();
    }

    @GetMapping("/forbidden")
    Page forbidden() {
        throw new NotAllowed();
    }

    @PostMapping("/rule")
    Page rule() {
        throw new RuleBroken("refusal.page");
    }

    @GetMapping("/fault")
    Page fault() {
        throw new IllegalStateException("a bug");
    }

    private static Home times() {
        return new Home(
                Instant.parse("2026-07-23T23:55:00Z"),
                Instant.parse("2026-07-23T22:30:00Z"),
                Instant.parse("2026-07-23T09:20:00Z"),
                Instant.parse("2026-07-22T01:12:00Z"));
    }

    private static Page form(Form form, FormErrors errors) {
        var labels = List.of(
                new Choice("CLEAR", "TLP:CLEAR", "だれに見せてもよい"),
                new Choice("GREEN", "TLP:GREEN", "体制参加組織の中まで"),
                new Choice("RED", "TLP:RED", "名指しした人だけ"));
        var groups = List.of(new Choice("1", "大会関係 全体（330 組織）"), new Choice("2", "鉄道分科会（24 組織）"));
        return new Page("sample/form", new FormPage(form, errors, labels, groups));
    }

    static Figure daily() {
        var start = LocalDate.of(2027, 7, 21);
        var days = IntStream.range(0, VIEWS.size())
                .mapToObj(day -> Day.of(start.plusDays(day), Locale.JAPANESE))
                .toList();
        var events = List.of(
                new DailyChart.Event(0, "競技開始"), new DailyChart.Event(2, "開会式"), new DailyChart.Event(18, "閉会式"));
        return new DailyChart(
                        "日付",
                        days,
                        List.of(Panel.columns("トピック参照数（回／日）", VIEWS, 1540), Panel.area("ログイン数（人／日）", LOGINS, 264)),
                        events)
                .draw("参照数は開会式の7月23日に7,449で最大。");
    }

    static Figure delay() {
        var buckets = List.of(
                new Bar("30分以内", 21),
                new Bar("1時間", 14),
                new Bar("3時間", 17),
                new Bar("6時間", 9),
                new Bar("12時間", 6, Bar.Tone.SOFT),
                new Bar("24時間", 5, Bar.Tone.SOFT),
                new Bar("1日超", 2, Bar.Tone.SOFT),
                new Bar("未読", 1, Bar.Tone.NONE));
        return new Histogram("参照まで", "件数", buckets, 4, "6時間以内 81%（目標 80%）").draw("6時間以内は81パーセント。");
    }

    static Figure kinds() {
        var bars = List.of(
                new Bar("障害（システム・クラウド）", 10),
                new Bar("大量アクセス", 3),
                new Bar("DoS 攻撃 & <script>", 3),
                new Bar("相談", 2, Bar.Tone.SOFT),
                new Bar("改ざん", 1));
        return new BarChart("分類", "件数", bars).draw("障害が10件で最多。");
    }

    static HeatTable heat() {
        return new HeatTable(
                "分類",
                List.of("7/21–", "7/24–", "7/27–", "7/30–", "8/2–", "8/5–"),
                List.of(
                        new HeatTable.Row("DDoS", List.of(11, 5, 3, 1, 1, 2)),
                        new HeatTable.Row("不正通信", List.of(9, 5, 3, 2, 2, 4)),
                        new HeatTable.Row("フィッシングサイト", List.of(6, 3, 1, 1, 0, 1))),
                "計");
    }
}
