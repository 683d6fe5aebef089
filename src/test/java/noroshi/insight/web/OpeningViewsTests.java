package noroshi.insight.web;

import static noroshi.insight.Records.at;
import static noroshi.insight.web.FigureLink.csv;
import static noroshi.insight.web.FigureLink.links;
import static noroshi.insight.web.FigureLink.rows;
import static noroshi.insight.web.FigureLink.sum;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.insight.Records;
import noroshi.membership.Members;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Level;
import noroshi.topic.Reaction;
import noroshi.topic.Readership;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A number of views, people or writers leads to who stands behind it, or says why it does not. */
@WholeHouse
class OpeningViewsTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Members members;

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    Conversation conversation;

    @Autowired
    Environment environment;

    @Test
    void viewsAndPeopleOpenWhoStandsBehindThem() throws Exception {
        var records = new Records(environment);
        var week = "period=custom&from=2013-09-02&to=2013-09-08";
        var all = records.bulletin("九月の話", at("2013-09-02T09:00"), ALL);
        var circle = records.bulletin("九月の会の話", at("2013-09-02T09:00"), RAIL);
        records.view(all, "PRO", MIKA, at("2013-09-02T09:20"));
        records.view(all, "PRO", MIKA, at("2013-09-03T09:20"));
        records.view(all, "GENERAL", RIN, at("2013-09-02T10:20"));
        records.view(all, "GENERAL", NOOR, at("2013-09-04T10:20"));
        records.view(all, "GENERAL", NOOR, at("2013-09-20T10:20"));
        records.view(all, "PRO", OTTO, at("2013-09-21T10:20"));
        records.view(circle, "PRO", MIKA, at("2013-09-02T11:00"));

        for (var by : List.of("level", "item")) {
            var ranking = get("/insight/topics?by=" + by + "&" + week, DANA);
            var links = links(ranking, "/insight/topics/" + all + "/views").stream()
                    .filter(link -> link.path().matches(".*show=(views|reached)"))
                    .filter(link -> !link.words().matches(".*[分時日].*"))
                    .toList();
            assertThat(links).hasSize(by.equals("level") ? 4 : 2);
            for (var link : links) {
                var list = get(csv(link.path()), DANA);
                var counted = link.path().endsWith("reached") ? rows(list).size() : sum(list);
                assertThat(counted).as(link.path()).isEqualTo(link.number());
            }
        }
        var hour = get("/insight/hours/1/10?" + week, DANA);
        var views = links(hour, "/insight/topics/" + all + "/views");
        assertThat(views).extracting(FigureLink::number).containsExactly(1L, 1L);
        assertThat(sum(get(csv(views.getFirst().path()), DANA))).isOne();
        assertThat(rows(get(csv(views.getLast().path()), DANA))).hasSize(1);
        assertThat(sum(get("/insight/hours/1/10/list.csv?" + week, DANA))).isOne();

        var topic = get("/insight/topics/" + all, DANA);
        var ever = links(topic, "/insight/topics/" + all + "/views").getFirst();
        assertThat(ever.number()).isEqualTo(6);
        assertThat(sum(get(csv(ever.path()), DANA))).isEqualTo(6);
        var people = links(topic, "/insight/topics/" + all + "/people");
        assertThat(people).extracting(FigureLink::number).contains(4L, 2L, 1L);
        for (var link : people) {
            assertThat(rows(get(csv(link.path()), DANA))).as(link.path()).hasSize((int) link.number());
        }
        for (var link : links(get("/insight/reach/" + RAILWAY + "?" + week, DANA), "/insight/topics/" + all)) {
            if (link.path().contains("/people")) {
                assertThat(rows(get(csv(link.path()), DANA))).hasSize((int) link.number());
            }
        }
        var reach = links(get("/insight/reach?" + week, DANA), "/insight/reach/").stream()
                .filter(link -> link.path().contains("/people?"))
                .toList();
        assertThat(reach).extracting(FigureLink::number).contains(2L);
        for (var link : reach) {
            assertThat(rows(get(csv(link.path()), DANA))).as(link.path()).hasSize((int) link.number());
        }
        assertThat(get("/insight/reach/" + RAILWAY + "/people?" + week, DANA))
                .contains("/members/" + MIKA.person())
                .doesNotContain("insight.");
        assertThat(get(ever.path(), DANA)).contains("九月の話").doesNotContain("insight.", "??");
        for (var path : List.of(
                "/insight/topics/" + all + "/views",
                "/insight/topics/" + all + "/people.csv",
                "/insight/reach/" + RAILWAY + "/people.xlsx",
                "/insight/hours/1/10/list.csv")) {
            for (var stranger : List.of(OTTO, MIKA)) {
                assertThat(mvc.get().uri(path).with(as(stranger)).exchange())
                        .as(path)
                        .hasStatus(HttpStatus.NOT_FOUND);
            }
        }
        for (var path : List.of("/views", "/people", "/views.csv", "/people.xlsx")) {
            assertThat(mvc.get()
                            .uri("/insight/topics/" + circle + path)
                            .with(as(DANA))
                            .exchange())
                    .as("not theirs to read")
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    /** Whoever opens a topic first is often who wrote it: with a hidden organisation there are numbers, and no lists. */
    @Test
    void whereTheOrganisationIsHiddenTheNumberSaysWhyItOpensNoList() throws Exception {
        var hidden = topics.post(question(true, ALL), MIKA);
        readership.open(hidden, Level.ALL, MIKA);
        readership.open(hidden, Level.ALL, NOOR);

        var page = get("/insight/topics/" + hidden, DANA);
        assertThat(page).contains("一覧は開きません").doesNotContain(MIKA.person().toString(), RAILWAY.toString());
        assertThat(links(page, "/insight/topics/" + hidden)).isEmpty();
        assertThat(links(page, "/insight/waits")).isEmpty();
        for (var path : List.of(
                "/topics/" + hidden + "/views", "/topics/" + hidden + "/people.csv", "/waits?topic=" + hidden)) {
            assertThat(mvc.get().uri("/insight" + path).with(as(DANA)).exchange())
                    .as(path)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
        for (var other : List.of(ED, DANA, OTTO)) {
            readership.open(hidden, Level.ALL, other);
            assertThat(get("/topics/" + hidden + "/readers", other))
                    .contains("自分の組織の分だけを示します")
                    .doesNotContain("東都鉄道", name(MIKA), name(NOOR));
        }
        assertThat(get("/topics/" + hidden + "/readers", MIKA)).contains(name(MIKA));
        var open = topics.post(question(false, ALL), MIKA);
        readership.open(open, Level.ALL, MIKA);
        assertThat(get("/topics/" + open + "/readers", ED)).contains(name(MIKA)).doesNotContain("分だけを示します");
    }

    @Test
    void whatOthersOpenedCountsTopicsAndOrganisationsAndNamesNobody() throws Exception {
        var shared = topics.post(post(Tlp.GREEN, ALL), MIKA);
        readership.open(shared, Level.ALL, NOOR);
        readership.open(shared, Level.ALL, OTTO);
        var page = get("/insight/outside", RIN);
        var links = links(page, "/insight/outside/counted");
        assertThat(links).hasSize(2);
        for (var link : links) {
            assertThat(rows(get(csv(link.path()), RIN))).as(link.path()).hasSize((int) link.number());
        }
        assertThat(page).contains("人数は一覧を開きません").doesNotContain(NOOR.person().toString());
        assertThat(get("/insight/outside/counted", RIN))
                .doesNotContain("insight.", NOOR.person().toString());
        assertThat(mvc.get().uri("/insight/outside/counted").with(as(MIKA)).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void aCommunitysWritersAreListedAndItsReadersAreNot() throws Exception {
        topics.post(question(false, RAIL), MIKA);
        topics.post(question(true, RAIL), NOOR);
        var page = get("/communities/" + RAIL + "/figures", KEI);
        var writers = links(page, "/communities/" + RAIL + "/figures/writers");
        assertThat(writers)
                .singleElement()
                .satisfies(link -> assertThat(link.number()).isPositive());
        assertThat(rows(get(csv(writers.getFirst().path()), KEI)))
                .hasSize((int) writers.getFirst().number());
        assertThat(get(writers.getFirst().path(), KEI)).doesNotContain("topic.community");
        assertThat(page).contains("一覧を開きません");
        for (var path : List.of("/figures/writers", "/figures/writers.csv")) {
            assertThat(mvc.get()
                            .uri("/communities/" + RAIL + path)
                            .with(as(OTTO))
                            .exchange())
                    .hasStatus(HttpStatus.NOT_FOUND);
            assertThat(mvc.get()
                            .uri("/communities/" + RAIL + path)
                            .with(as(MIKA))
                            .exchange())
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    @Test
    void whatOneGaveAndGotOpensForThemselvesAlone() throws Exception {
        var mine = topics.post(post(Tlp.GREEN, ALL), SORA);
        topics.post(question(true, ALL), SORA);
        var other = topics.post(post(Tlp.GREEN, ALL), MIKA);
        conversation.comment(mine, "ありがとうございます", false, Optional.empty(), NOOR);
        conversation.comment(other, "なるほど", false, Optional.empty(), SORA);
        conversation.react(mine, mine, Reaction.USEFUL, NOOR);
        conversation.react(other, other, Reaction.USEFUL, SORA);
        readership.open(mine, Level.ALL, NOOR);
        readership.open(mine, Level.ALL, OTTO);

        var page = get("/insight/give-and-take?period=days7", SORA);
        var links = links(page, "/insight/give-and-take/counted");
        assertThat(links).hasSize(9);
        for (var link : links) {
            var list = get(csv(link.path()), SORA);
            var counted = link.path().endsWith("READERS") ? rows(list).size() : sum(list);
            assertThat(counted).as(link.path()).isEqualTo(link.number());
        }
        assertThat(links).filteredOn(link -> link.number() > 0).hasSizeGreaterThan(5);
        assertThat(get("/insight/give-and-take/counted?what=thanks&period=days7", SORA))
                .contains("/topics/" + mine)
                .doesNotContain(NOOR.person().toString(), "insight.");
        assertThat(get("/insight/give-and-take/counted?what=posts&period=days7", OTTO))
                .doesNotContain(mine.toString());
    }

    /** Whoever can read nothing any more of what was read keeps the number, and no name. */
    @Test
    void readersOfWhatOneCanNoLongerReadHaveNoName() throws Exception {
        var path = "/insight/give-and-take/counted.csv?what=readers&period=days7";
        var before = rows(get(path, KEI)).size();
        var gone = topics.post(post(Tlp.GREEN, ALL), KEI);
        readership.open(gone, Level.ALL, SORA);
        assertThat(get(path, KEI)).contains(name(SORA));
        new Records(environment).addressedTo(gone, SORA.person());
        assertThat(rows(get(path, KEI))).hasSize(before + 1);
        assertThat(get(path, KEI)).doesNotContain(name(SORA));
    }

    private String name(Actor actor) {
        return Optional.ofNullable(members.names(List.of(actor.person())).get(actor.person()))
                .orElseThrow()
                .in(Locale.JAPANESE);
    }

    private String get(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).as(address).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
