package noroshi.insight.web;

import static noroshi.insight.Records.at;
import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SPORTS;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.insight.EventKind;
import noroshi.insight.Events;
import noroshi.insight.Insights;
import noroshi.insight.NewEvent;
import noroshi.insight.Records;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class InsightPagesTests {
    private static final String JULY = "period=custom&from=2012-07-16&to=2012-07-29";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Insights insights;

    @Autowired
    Events events;

    @Autowired
    Environment environment;

    @Test
    void theHoursAtWhichPeopleReadOpenWhatTheyRead() {
        var records = new Records(environment);
        var open = records.bulletin("朝に読まれた話", at("2012-08-06T09:00"), ALL);
        var closed = records.bulletin("会だけの話", at("2012-08-06T09:00"), RAIL);
        records.view(open, "PRO", MIKA, at("2012-08-07T10:05"));
        records.view(open, "GENERAL", RIN, at("2012-08-07T10:40"));
        records.view(closed, "PRO", MIKA, at("2012-08-07T10:50"));
        var august = "?period=custom&from=2012-08-06&to=2012-08-12";
        assertThat(get("/insight/hours" + august, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("/insight/hours/2/10?", ">3</a>", "火")
                .doesNotContain("insight.");
        assertThat(get("/insight/hours/2/10" + august, ADA))
                .hasStatusOk()
                .bodyText()
                .contains("朝に読まれた話", "/insight/topics/" + open)
                .doesNotContain("会だけの話", closed.toString(), "insight.");
        assertThat(get("/insight/hours/2/11" + august, ADA))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("朝に読まれた話");
        assertThat(get("/insight/hours/8/10" + august, ADA)).hasStatus(HttpStatus.NOT_FOUND);
        for (var address : List.of(
                "/insight/hours",
                "/insight/hours/2/10",
                "/insight/hours.xlsx",
                "/insight/reach.xlsx",
                "/insight/topics.csv",
                "/insight/days.xlsx",
                "/insight/notices.xlsx")) {
            assertThat(get(address + august, OTTO)).as(address).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(address + august, MIKA)).as(address).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get("/insight/hours.csv" + august, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("火,10,3,1");
        assertThat(get("/insight/reach.csv" + august, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("東都鉄道,", "隣町商会,");
        assertThat(get("/insight/reach.csv" + august + "&show=silent", DANA))
                .hasStatusOk()
                .bodyText()
                .contains("隣町商会,")
                .doesNotContain("東都鉄道,");
        assertThat(get("/insight/topics.csv" + august + "&by=item", DANA))
                .hasStatusOk()
                .bodyText()
                .contains("朝に読まれた話");
        assertThat(get("/insight/days.xlsx" + august, DANA))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void ofHoursThatHaveNotPassedOnlyAShareSoFarIsTold() {
        var records = new Records(environment);
        var now = Instant.now();
        var fresh = opened(records, now.minus(Duration.ofHours(5)));
        var day = opened(records, now.minus(Duration.ofHours(7)));
        try {
            assertThat(get("/insight/topics/" + fresh, DANA))
                    .hasStatusOk()
                    .bodyText()
                    .contains("まだ6時間たっていません。これまでに", "（公開から6時間はまだたっていません）")
                    .doesNotContain("6時間以内");
            assertThat(get("/insight/topics/" + day, DANA))
                    .hasStatusOk()
                    .bodyText()
                    .contains("公開から6時間以内に", "6時間以内 ")
                    .doesNotContain("たっていません");
        } finally {
            records.withdrawn(fresh);
            records.withdrawn(day);
        }
    }

    private static UUID opened(Records records, Instant published) {
        var id = records.bulletin("出たばかりの話", published, ALL);
        records.view(id, "PRO", MIKA, published.plusSeconds(60));
        return id;
    }

    @Test
    void theCentreSeesThePictureOfAPeriod() {
        var records = new Records(environment);
        var id = records.bulletin("届いた話", at("2012-07-18T09:00"), ALL);
        records.revised(id, at("2012-07-19T09:00"));
        records.view(id, "PRO", MIKA, at("2012-07-18T10:00"));
        records.login(MIKA, at("2012-07-18T09:30"));
        insights.recount();

        assertThat(get("/insight?" + JULY, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("7/19更新(プロ)【重要】届いた話-PRO", "【重要】届いた話", "<svg", "表で見る", "/insight/topics/" + id)
                .doesNotContain("insight.", "bulletin.headline");
        assertThat(get("/insight/topics?by=item&" + JULY, ED))
                .hasStatusOk()
                .bodyText()
                .contains("届いた話")
                .doesNotContain("insight.");
        assertThat(get("/insight/topics/" + id, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("東都鉄道", "1時間0分", "Mika", "未読")
                .doesNotContain("insight.");
        assertThat(get("/insight/reach?" + JULY, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("隣町商会", "/insight/reach/" + SPORTS)
                .doesNotContain("insight.");
        assertThat(get("/insight/reach/" + SPORTS + "?" + JULY, DANA))
                .hasStatusOk()
                .bodyText()
                .contains("届いた話", "未読")
                .doesNotContain("insight.");
    }

    @Test
    void todayIsAmongTheUsualDays() {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        var chosen = "name=\"to\" value=\"" + today + "\"";
        assertThat(get("/insight", DANA)).bodyText().contains(chosen);
        assertThat(get("/insight?period=weeks8", DANA)).bodyText().contains(chosen);

        var begin = today.minusDays(40);
        var event = events.add(
                new NewEvent(EventKind.PERIOD, begin, Optional.of(today.minusDays(6)), "国際大会", "Games"), ADA);
        try {
            assertThat(get("/insight", DANA))
                    .bodyText()
                    .contains(chosen, "name=\"from\" value=\"" + begin + "\"", "大会の始まりから今日まで");
            assertThat(get("/insight?period=games", DANA))
                    .bodyText()
                    .contains("name=\"to\" value=\"" + today.minusDays(6) + "\"");
        } finally {
            events.remove(event, ADA);
        }
    }

    @Test
    void theUsualPeriodsAnswerAndNonsenseIsSaid() {
        for (var period : new String[] {"", "?period=weeks8", "?period=days7&compare=before", "?period=nothing"}) {
            assertThat(get("/insight" + period, DANA)).hasStatusOk();
            assertThat(get("/insight/reach" + period, DANA)).hasStatusOk();
            assertThat(get("/insight" + period, MIKA)).hasStatusOk();
        }
        assertThat(get("/insight?period=custom&from=2012-07-29&to=2012-07-16", DANA))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("終了日は開始日以降に");
        assertThat(get("/insight?from=x&to=y", DANA)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(get("/insight?from=1000-01-01&to=2012-01-01", DANA)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void aMemberSeesTheirOwnAndNoPageOfTheCentre() {
        var rail = new Records(environment).post("鉄道だけの話", at("2012-07-20T09:00"), RAIL);

        assertThat(get("/insight?" + JULY, MIKA))
                .hasStatusOk()
                .bodyText()
                .contains("鉄道だけの話", "自組織")
                .doesNotContain("組織の管理者にだけ", "insight.own", "/insight/reach");
        assertThat(get("/insight?" + JULY, RIN)).hasStatusOk().bodyText().contains("組織の管理者にだけ", "Mika");
        assertThat(get("/insight?show=all&" + JULY, OTTO))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("鉄道だけの話", "Mika");
        for (var path : new String[] {
            "/insight/days.csv",
            "/insight/topics",
            "/insight/topics/" + rail,
            "/insight/reach",
            "/insight/reach/" + SPORTS,
            "/insight/events",
            "/insight/events/" + UUID.randomUUID()
        }) {
            assertThat(get(path, MIKA)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(path, OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get("/insight/topics/" + rail, DANA)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatTodayHasSoFarIsNotReadAsSilence() {
        var today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
        new Records(environment)
                .view(new Records(environment).post("きょうの話", Instant.now(), ALL), "ALL", MIKA, Instant.now());
        var ending = "/insight?period=custom&from=" + today.minusDays(1) + "&to=";

        assertThat(get(ending + today, DANA)).hasStatusOk().bodyText().contains("はまだ終わっていないため");
        assertThat(get(ending + today.minusDays(1), DANA))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("はまだ終わっていないため");
    }

    @Test
    void aSpreadsheetRunsNothing() {
        mvc.post()
                .uri("/insight/events")
                .with(as(ADA))
                .param("kind", "MARKER")
                .param("date", "2012-07-17")
                .param("labelJa", "=1+1")
                .param("labelEn", "=1+1")
                .exchange();

        assertThat(get("/insight/days.csv?" + JULY, DANA))
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("\uFEFF日付,曜日,イベント,ログイン")
                .contains("2012-07-17,火,\"'=1+1\",");
    }

    @Test
    void eventsAreKept() {
        assertThat(mvc.post()
                        .uri("/insight/events")
                        .with(as(ADA))
                        .param("kind", "PERIOD")
                        .param("date", "2012-07-17")
                        .param("labelJa", "前半<b>")
                        .param("labelEn", "First half"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("終了日を入れてください", "前半&lt;b");
        assertThat(mvc.post().uri("/insight/events").with(as(DANA)).param("kind", "MARKER"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/insight/events", ADA)).hasStatusOk().bodyText().doesNotContain("insight.event");
        assertThat(get("/insight/events", DANA)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }
}
