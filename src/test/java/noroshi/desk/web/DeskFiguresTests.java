package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import noroshi.desk.Cause;
import noroshi.desk.Classification;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Effect;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The tables reconcile with the records, and each number opens the matters behind it. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=DeskFiguresTests") // counts every matter there is: a house of its own
@Import(Matters.class)
class DeskFiguresTests {
    private static final String AUGUST = "from=2021-08-01&to=2021-08-31";
    private static final Pattern LINK =
            Pattern.compile("<a href=\"(/desk/figures\\?[^\"]*list=true)#list\">(\\d+)</a>");

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private void opened(Matter matter, String day) {
        matters.owner(
                "update desk.matter set opened_at = '%s 12:00+09' where topic = '%s'".formatted(day, matter.topic()));
    }

    private Matter report(String title, Optional<Cause> cause, String day) {
        var matter =
                desk.show(matters.reported(title, Optional.empty(), false, MIKA).reference(), DANA);
        cause.ifPresent(it -> triage.classify(
                matter,
                new Classification(Optional.of(it), Optional.empty(), Optional.empty(), Optional.empty()),
                triage.lastWord(matter, DANA),
                DANA));
        opened(matter, day);
        return matter;
    }

    @BeforeEach
    void someMatters() {
        matters.owner("update desk.matter set opened_at = '2019-01-01'");
        report("DoS の一つ目", Optional.of(Cause.DOS), "2021-08-01");
        report("DoS の二つ目", Optional.of(Cause.DOS), "2021-08-31");
        report("大量アクセス", Optional.of(Cause.MASS_ACCESS), "2021-08-10");
        report("=未分類の件", Optional.empty(), "2021-08-11");
        report("前の月の件", Optional.of(Cause.DOS), "2021-07-31");
        var consultation = desk.show(desk.report(Matters.consultation("八月の相談"), Locale.JAPANESE, SORA), DANA);
        opened(consultation, "2021-08-12");
        var taken = report("取り下げた件", Optional.of(Cause.DOS), "2021-08-13");
        desk.withdraw(taken.reference(), "誤報", MIKA);
    }

    private String get(String path, Actor actor) {
        var page = mvc.get().uri(path.replace("&amp;", "&")).with(as(actor)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void everyNumberOpensAsManyMatters() {
        var page = get("/desk/figures?" + AUGUST, DANA);
        assertThat(page).contains("案件 5 件");
        var links = LINK.matcher(page);
        int seen = 0;
        while (links.find()) {
            var list = get(links.group(1), DANA);
            var rows = list.split("class=\"row__title\"", -1).length - 1;
            assertThat(rows).as(links.group(1)).isEqualTo(Integer.parseInt(links.group(2)));
            seen++;
        }
        assertThat(seen).isGreaterThan(10);
        var dos = get("/desk/figures?" + AUGUST + "&intake=DOS&channel=PLATFORM&list=true", DANA);
        assertThat(dos).contains("DoS の一つ目", "DoS の二つ目").doesNotContain("前の月の件", "取り下げた件", "大量アクセス</a>");
    }

    @Test
    void theTableForSpreadsheetsAddsUp() {
        var lines = csv("/desk/figures/table.csv?" + AUGUST);
        var total = lines.getLast();
        for (int column = 1; column < total.size(); column++) {
            int sum = 0;
            for (var line : lines.subList(1, lines.size() - 1)) {
                sum += Integer.parseInt(line.get(column));
            }
            assertThat(sum).isEqualTo(Integer.parseInt(total.get(column)));
        }
        assertThat(total.getLast()).isEqualTo("5");
    }

    @Test
    void theYearlyTableCountsReportsByFiscalYear() {
        var lines = csv("/desk/figures/yearly.csv?from=2020-04-01&to=2022-03-31");
        assertThat(lines.getFirst()).contains("2021年度");
        assertThat(lines.get(lines.size() - 2)).last().isEqualTo("5");
        assertThat(lines).extracting(List::getFirst).contains("情報の漏えい", "未分類", "計");
    }

    /** The last line of the yearly table: each in the fiscal year of its day where the site lives, withdrawn since or not. */
    @Test
    void theYearlyTableCountsWhatTheCentreTold() {
        matters.owner("""
                insert into topic.topic (id, kind, information_kind, author, organisation, tlp, confidentiality, title,
                                         published_at, revised_at, addressees)
                select gen_random_uuid(), 'BULLETIN', 'INCIDENT', '%s', '%s', 'GREEN', 2, '昔の注意喚起', at, at, '{}'
                  from unnest(array['2009-03-31 16:00Z', '2009-03-31 14:00Z', '2009-12-01 00:00Z']::timestamptz[]) at
                """.formatted(ED.person(), CENTRE));
        matters.owner("""
                update topic.topic set state = 'withdrawn', withdrawal = '誤り'
                 where title = '昔の注意喚起' and published_at = '2009-12-01 00:00Z'
                """);
        var lines = csv("/desk/figures/yearly.csv?from=2008-04-01&to=2010-03-31");
        assertThat(lines.getFirst().subList(1, 3)).containsExactly("2008年度", "2009年度");
        assertThat(lines.getLast()).containsExactly("センターからの情報提供", "1", "2");
        assertThat(mvc.get().uri("/desk/figures/yearly.csv").with(as(PAUL))).hasStatus(404);
    }

    private List<List<String>> csv(String path) {
        return get(path, DANA)
                .replace("\uFEFF", "")
                .lines()
                .map(line -> Arrays.stream(line.split(","))
                        .map(cell -> cell.replace("\"", ""))
                        .toList())
                .toList();
    }

    /** What the tables of an earlier summer say: two told of a matter, one of them looked. */
    @Test
    void reachTimesAndSectorsOpenTheirLists() {
        matters.owner("""
                insert into membership.organisation_trait (organisation, trait, code, valid_from)
                select '%1$s', t, c, '2000-01-01' from (values ('sector', 'RAILWAY'), ('category', 'KEY_SERVICE')) v (t, c)
                on conflict do nothing;
                insert into membership.organisation_trait (organisation, trait, code, valid_from)
                values ('%2$s', 'category', 'MINISTRY', '2000-01-01') on conflict do nothing
                """.formatted(RAILWAY, MINISTRY));
        var matter = desk.show(
                matters.reported("届いた先を数える件", Optional.of(matters.system(AGENCY, POLICE, CEPTOAR)), false, MIKA)
                        .reference(),
                DANA);
        get("/desk/" + matter.reference(), MINA);
        triage.classify(
                matter,
                new Classification(
                        Optional.of(Cause.DOS), Optional.of(Effect.SITE_VIEWING), Optional.empty(), Optional.empty()),
                triage.lastWord(matter, DANA),
                DANA);
        matters.owner("update desk.matter set opened_at = '2011-08-20 12:00+09' where topic = '%s'"
                .formatted(matter.topic()));
        var summer = "from=2011-08-01&to=2011-08-31";
        var page = get("/desk/figures?" + summer, DANA);
        assertThat(page).contains("届いた先", "RAILWAY", "MINISTRY", "区分なし", "サイト閲覧障害");
        var links = LINK.matcher(page);
        int seen = 0;
        while (links.find()) {
            var rows = get(links.group(1), DANA).split("class=\"row__title\"", -1).length - 1;
            assertThat(rows).as(links.group(1)).isEqualTo(Integer.parseInt(links.group(2)));
            seen++;
        }
        assertThat(seen).isGreaterThan(12);
        assertThat(get("/desk/figures?" + summer + "&told=MINISTRY&view=opened&list=true", DANA))
                .contains("届いた先を数える件", "運輸省", "後に開いた");
        assertThat(get("/desk/figures?" + summer + "&told=SECURITY_AGENCY&list=true", DANA))
                .contains("情報保全機構", "まだ開いていない");
        assertThat(get("/desk/figures?" + summer + "&told=PUBLIC_SECURITY&list=true", DANA))
                .contains("都警察", "まだ開いていない");
        assertThat(get("/desk/figures?" + summer + "&told=NONE&list=true", DANA))
                .contains("鉄道情報共有会", "まだ開いていない");
        assertThat(get("/desk/figures?" + summer + "&sector=RAILWAY&kind=REPORT&list=true", DANA))
                .contains("届いた先を数える件");
        assertThat(csv("/desk/figures/yearly.csv?from=2011-04-01&to=2012-03-31"))
                .extracting(List::getFirst)
                .contains("不正コード等の実行", "事業者からの報告 計", "関係省庁・治安機関からの報告");
    }

    /** Three in the morning is still the day before where the database counts its days, not where the site lives. */
    @Test
    void whatOrganisationsWereOnTheDayOfTheMatterCounts() {
        matters.owner("""
                insert into membership.organisation_trait (organisation, trait, code, valid_from, valid_to)
                values ('%1$s', 'sector', 'AVIATION', '2009-08-20', '2009-08-21'),
                       ('%1$s', 'sector', 'ELECTRICITY', '2009-08-01', '2009-08-20'),
                       ('%2$s', 'category', 'VENUE', '2009-08-20', '2009-08-21'),
                       ('%2$s', 'category', 'PARTNER', '2009-08-01', '2009-08-20')
                """.formatted(RAILWAY, AGENCY));
        var matter = matters.reported("明け方の件", Optional.of(matters.system(AGENCY)), false, MIKA);
        matters.owner("""
                update desk.matter set opened_at = '2009-08-20 03:00+09' where topic = '%1$s';
                update desk.recipient set added_at = '2009-08-20 03:00+09' where matter = '%1$s'
                """.formatted(matter.topic()));
        var day = "/desk/figures?from=2009-08-20&to=2009-08-20&list=true&";
        assertThat(get(day + "sector=AVIATION&kind=REPORT", DANA)).contains("明け方の件");
        assertThat(get(day + "sector=ELECTRICITY&kind=REPORT", DANA)).doesNotContain("明け方の件");
        assertThat(get(day + "told=VENUE", DANA)).contains("明け方の件");
        assertThat(get(day + "told=PARTNER", DANA)).doesNotContain("明け方の件");
    }

    @Test
    void theFiguresAreTheDesks() {
        for (var path : List.of("/desk/figures", "/desk/figures/table.csv", "/desk/figures/yearly.csv")) {
            for (var other : List.of(MIKA, OTTO, ED, TORU, JUN)) {
                assertThat(mvc.get().uri(path).with(as(other))).hasStatus(404);
            }
        }
        assertThat(mvc.get().uri("/desk/figures?from=2021-09-01&to=2021-08-01").with(as(DANA)))
                .hasStatus(422);
        assertThat(mvc.get().uri("/desk/figures?from=nonsense").with(as(DANA))).hasStatus(422);
    }
}
