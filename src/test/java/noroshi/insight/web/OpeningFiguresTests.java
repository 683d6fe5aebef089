package noroshi.insight.web;

import static noroshi.insight.Records.at;
import static noroshi.insight.web.FigureLink.csv;
import static noroshi.insight.web.FigureLink.links;
import static noroshi.insight.web.FigureLink.rows;
import static noroshi.insight.web.FigureLink.sum;
import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import noroshi.insight.Insights;
import noroshi.insight.Records;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

/** A number leads to a list, and the list counts what the number says. */
@WholeHouse
class OpeningFiguresTests {
    private static final String MAY = "period=custom&from=2013-05-06&to=2013-05-12";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Insights insights;

    @Autowired
    Topics topics;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Environment environment;

    @Test
    void theNationalPictureOpensItsLists() throws Exception {
        var records = new Records(environment);
        var open = records.bulletin("五月の話", at("2013-05-06T09:00"), ALL);
        var closed = records.bulletin("五月の会の話", at("2013-05-06T09:00"), RAIL);
        var shared = records.post("五月の投稿", at("2013-05-07T09:00"), ALL);
        records.view(open, "PRO", MIKA, at("2013-05-06T09:20"));
        records.view(open, "GENERAL", RIN, at("2013-05-06T09:40"));
        records.view(open, "GENERAL", NOOR, at("2013-05-08T09:40"));
        records.view(closed, "PRO", MIKA, at("2013-05-06T10:00"));
        records.view(shared, "PRO", MIKA, at("2013-05-07T10:00"));
        for (int day = 6; day < 13; day++) {
            records.login(MIKA, at("2013-05-%02dT09:00".formatted(day)));
            records.login(NOOR, at("2013-05-%02dT09:00".formatted(day)));
        }
        insights.recount();

        for (var actor : List.of(DANA, ADA)) {
            var page = get("/insight?" + MAY, actor);
            var counted = links(page, "/insight/counted");
            assertThat(counted).as("averages, totals and shares").hasSizeGreaterThan(12);
            for (var link : counted) {
                var number = link.number();
                var sum = sum(get(csv(link.path()), actor));
                if (link.path().contains("whole=true") || link.path().contains("among=")) {
                    assertThat(sum).as(link.path()).isEqualTo(number);
                } else {
                    assertThat(Math.round(sum / 7.0)).as(link.path()).isEqualTo(number);
                }
            }
            assertThat(sum(get("/insight/counted.csv?what=logins&" + MAY, actor)))
                    .isEqualTo(14);
            assertThat(sum(get("/insight/counted.csv?what=views&" + MAY, actor)))
                    .isEqualTo(5);
            var bars = links(page, "/insight/waits").stream()
                    .filter(link -> link.path().matches(".*wait=([0-9]|never)"))
                    .toList();
            assertThat(bars).hasSize(8);
            for (var bar : bars) {
                assertThat(rows(get(csv(bar.path()), actor))).as(bar.path()).hasSize((int) bar.number());
            }
            assertThat(bars.stream().mapToLong(FigureLink::number).sum())
                    .isEqualTo(rows(get("/insight/waits.csv?" + MAY, actor)).size());
            var registered = links(page, "/insight/registered");
            assertThat(registered).hasSize(2);
            for (var link : registered) {
                assertThat(rows(get(csv(link.path()), actor))).as(link.path()).hasSize((int) link.number());
            }
            assertThat(get("/insight/counted?what=views&" + MAY, actor))
                    .contains("五月の話")
                    .doesNotContain("五月の会の話", closed.toString());
            assertThat(get("/insight/waits?" + MAY, actor)).doesNotContain("五月の会の話", "insight.");
            var people = get("/insight/registered?show=people&" + MAY, actor);
            assertThat(people).doesNotContain("insight.");
            assertThat(people.contains("href=\"/members/")).isEqualTo(actor.equals(ADA));
            for (var link : links(get("/insight/registered?" + MAY, actor), "/insight/reach/")) {
                assertThat(mvc.get().uri(link.path()).with(as(actor)))
                        .as(link.path())
                        .hasStatusOk();
            }
        }
        var topic = get("/insight/topics/" + open, DANA);
        for (var bar : links(topic, "/insight/waits").stream()
                .filter(link -> link.path().matches(".*wait=([0-9]|never)"))
                .toList()) {
            assertThat(rows(get(csv(bar.path()), DANA))).as(bar.path()).hasSize((int) bar.number());
        }
        for (var path : List.of(
                "/insight/counted", "/insight/waits.csv", "/insight/registered", "/insight/waits?topic=" + open)) {
            for (var stranger : List.of(OTTO, MIKA)) {
                assertThat(mvc.get().uri(path).with(as(stranger)).exchange())
                        .as(path)
                        .hasStatus(HttpStatus.NOT_FOUND);
            }
        }
        assertThat(mvc.get().uri("/insight/waits?topic=" + closed).with(as(ADA)).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whatOneOrganisationOpenedIsListed() throws Exception {
        var records = new Records(environment);
        var march = "period=custom&from=2013-03-04&to=2013-03-10";
        var read = records.bulletin("三月に開いた話", at("2013-03-05T09:00"), ALL);
        records.bulletin("三月に開かない話", at("2013-03-05T09:00"), ALL);
        records.view(read, "PRO", MIKA, at("2013-03-05T10:00"));

        var page = get("/insight/reach/" + RAILWAY + "?" + march, DANA);
        var shows = links(page, "/insight/reach/" + RAILWAY).stream()
                .filter(link -> link.path().contains("show="))
                .filter(link -> !link.path().contains("bulletins."))
                .toList();
        assertThat(shows).hasSize(3);
        for (var link : shows) {
            var file = link.path().replace("/reach/" + RAILWAY, "/reach/" + RAILWAY + "/bulletins.csv");
            assertThat(rows(get(file, DANA))).as(file).hasSize((int) link.number());
        }
        assertThat(get("/insight/reach/" + RAILWAY + "?show=opened&" + march, DANA))
                .contains("三月に開いた話")
                .doesNotContain("三月に開かない話");
    }

    @Test
    void onesOwnFiguresOpenTheirLists() throws Exception {
        var records = new Records(environment);
        var june = "period=custom&from=2013-06-03&to=2013-06-09";
        var open = records.bulletin("六月の話", at("2013-06-04T09:00"), ALL);
        var closed = records.bulletin("六月の会の話", at("2013-06-04T09:00"), RAIL);
        records.view(open, "PRO", MIKA, at("2013-06-04T10:00"));
        records.view(closed, "PRO", MIKA, at("2013-06-04T11:00"));
        records.login(MIKA, at("2013-06-04T09:30"));

        for (var show : List.of("all", "opened", "mine", "unopened")) {
            var list = get("/insight/own.csv?show=" + show + "&" + june, RIN);
            assertThat(rows(list)).as(show).hasSize(show.equals("unopened") ? 0 : 1);
        }
        var page = get("/insight?" + june, RIN);
        var people = links(page, "/insight/people/" + MIKA.person());
        assertThat(people).extracting(FigureLink::number).containsExactly(1L, 1L);
        for (var link : people) {
            var file = link.path().replace("/people/" + MIKA.person(), "/people/" + MIKA.person() + "/list.csv");
            assertThat(rows(get(file, RIN))).as(file).hasSize((int) link.number());
        }
        assertThat(get(people.getFirst().path(), RIN)).contains("六月の話").doesNotContain("六月の会の話", closed.toString());
        assertThat(get(people.getFirst().path(), RIN)).contains("あなたが読めるトピック 1 件");
        lookingIsRemembered(people);
        for (var stranger : List.of(OTTO, NOOR, DANA)) {
            assertThat(mvc.get()
                            .uri(people.getFirst().path())
                            .with(as(stranger))
                            .exchange())
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get("/insight/outside.csv?" + june, RIN)).isNotEmpty();
        assertThat(mvc.get().uri("/insight/outside.csv").with(as(MIKA)).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /** Whoever looks at one colleague leaves an entry, on the page and with the file. */
    private void lookingIsRemembered(List<FigureLink> people) throws Exception {
        for (var link : people) {
            var what = link.path().contains("show=logins") ? "logins" : "opened";
            var file = link.path().replace("/people/" + MIKA.person(), "/people/" + MIKA.person() + "/list.csv");
            for (var address : List.of(link.path(), file)) {
                var before = looks(what);
                get(address, RIN);
                assertThat(looks(what)).as(address).isEqualTo(before + 1);
            }
        }
    }

    private int looks(String what) throws Exception {
        return Acting.as(
                ADA,
                () -> transactions.<Integer>execute(_ -> jdbc.sql("""
                        select count(*) from audit.entry
                         where act = 'insight.person-opened' and subject = :subject and detail ->> 'what' = :what
                        """)
                        .param("subject", MIKA.person())
                        .param("what", what)
                        .query(Integer.class)
                        .single()));
    }

    @Test
    void aCommunitysFiguresOpenTheirTopics() throws Exception {
        topics.post(question(false, RAIL), MIKA);
        topics.post(post(Tlp.GREEN, RAIL), NOOR);
        var page = get("/communities/" + RAIL + "/figures", KEI);
        var links = links(page, "/communities/" + RAIL + "/figures/topics?");
        var questions = links.stream()
                .filter(link -> link.path().endsWith("show=questions"))
                .findFirst()
                .orElseThrow();
        assertThat(questions.number()).isPositive();
        var exact = new ArrayList<FigureLink>(List.of(questions));
        links.stream()
                .filter(link -> link.path().matches(".*(week=\\d+|show=helped)"))
                .forEach(exact::add);
        assertThat(exact).hasSize(14);
        for (var link : exact) {
            var file = link.path().replace("/topics?", "/topics.csv?");
            assertThat(rows(get(file, KEI))).as(file).hasSize((int) link.number());
        }
        assertThat(get("/communities/" + RAIL + "/figures/topics", KEI)).doesNotContain("topic.community");
    }

    private String get(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
