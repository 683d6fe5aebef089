package noroshi.intel.life.web;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import noroshi.intel.IndicatorType;
import noroshi.intel.IntelLibrary;
import noroshi.intel.Spelling;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.enquiry.Verdict;
import noroshi.intel.life.Asked;
import noroshi.intel.life.Indicators;
import noroshi.intel.life.Papers;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The pages of values: looking up, one value, taking it back. */
@WholeHouse
@Import(Papers.class)
class IndicatorPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Papers papers;

    @Autowired
    Indicators indicators;

    @Autowired
    IntelLibrary library;

    @Autowired
    Enquiries enquiries;

    @Test
    void aHundredValuesAreLookedUpAtOnce() throws Exception {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        var pasted = Stream.generate(Papers::name).limit(99).collect(Collectors.joining("\n")) + "\n" + name;
        var found = get("/intel/indicators", pasted, MIKA);
        assertThat(found.getStatus()).isEqualTo(200);
        assertThat(found.getContentAsString())
                .contains("/intel/indicators/" + id(name))
                .contains("情報がない値 99件");
        var nothing = get("/intel/indicators", name, OTTO);
        assertThat(nothing.getStatus()).isEqualTo(200);
        assertThat(nothing.getContentAsString()).doesNotContain("/intel/indicators/" + id(name));
    }

    private MockHttpServletResponse pasted(String q) {
        return mvc.post()
                .uri("/intel/indicators")
                .with(as(MIKA))
                .param("q", q)
                .exchange()
                .getResponse();
    }

    /** As many as the page promises, of the longest kind. */
    private static String hashes(int count) {
        return IntStream.range(0, count).mapToObj("%064x"::formatted).collect(Collectors.joining("\n"));
    }

    @Test
    void asManyHashesAsThePagePromisesAreAnswered() throws Exception {
        assertThat(get("/intel/indicators", "", MIKA).getContentAsString())
                .contains("method=\"post\" action=\"/intel/indicators\"");
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        var answer = pasted(hashes(499) + "\n" + name);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("情報がない値 499件", "/intel/indicators/" + id(name));
    }

    @Test
    void whatIsBeyondThatIsCountedAndOffered() throws Exception {
        assertThat(pasted(hashes(503)).getContentAsString())
                .contains("503件のうち、先頭の500件を調べました", "残り3件を調べる")
                .contains("name=\"q\" value=\"" + "%064x %064x %064x".formatted(500, 501, 502) + "\"");
    }

    @Test
    void aFewValuesBecomeALink() {
        var few = pasted("198.51.100.0/24");
        assertThat(few.getStatus()).isEqualTo(303);
        assertThat(few.getHeader("Location")).isEqualTo("/intel/indicators?q=198.51.100.0%2F24");
    }

    @Test
    void whatIsTooLongIsToldAndNotLost() throws Exception {
        var typed = "a".repeat(200_000) + "z";
        var answer = pasted(typed);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("200,000文字まで", typed);
    }

    @Test
    void theCentresVerdictStandsOnThePageOfItsValue() throws Exception {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        var page = "/intel/indicators/" + id(name);
        assertThat(get(page, "", MIKA).getContentAsString()).contains("まだ判別していません", "/intel/enquiries/new?q=" + name);
        var form = new Spelling.Form(IndicatorType.DOMAIN, name);
        enquiries.ask(List.of(form), "", true, MIKA);
        var enquiry = enquiries.own(MIKA).stream()
                .filter(each -> each.form().equals(form))
                .findFirst()
                .orElseThrow();
        enquiries.answer(enquiry.id(), Verdict.HARMLESS, "正規の配信元でした", Tlp.AMBER_STRICT, DANA);
        assertThat(get(page, "", MIKA).getContentAsString()).contains("正規の配信元でした", "無害");
        assertThat(get(page, "", NOOR).getContentAsString())
                .as("for the asking organisation alone")
                .contains("まだ判別していません")
                .doesNotContain("正規の配信元でした");
        assertThat(get(page, "", OTTO).getStatus()).isEqualTo(404);
    }

    @Test
    void whoMayTakesBackFromThePage() throws Exception {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        var page = "/intel/indicators/" + id(name);
        assertThat(get(page, "", MIKA).getContentAsString()).contains("検知した").doesNotContain("取り下げる");
        assertThat(get(page, "", OTTO).getStatus()).isEqualTo(404);
        assertThat(get(page, "", ED).getContentAsString()).contains("取り下げる");
        var refused = mvc.post()
                .uri(page + "/withdrawal")
                .with(as(ED))
                .param("reason", "")
                .exchange()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        var taken = mvc.post()
                .uri(page + "/withdrawal")
                .with(as(ED))
                .param("reason", "誤り")
                .exchange()
                .getResponse();
        assertThat(taken.getStatus()).isEqualTo(303);
        assertThat(get(page, "", MIKA).getContentAsString()).contains("誤り");
    }

    @Test
    void anObjectsPageTellsOfTheValuesItNames() throws Exception {
        var name = Papers.name();
        var bundle = papers.bring(
                ED, UUID.randomUUID().toString(), "2026-07-01T00:00:00Z", "[domain-name:value = '" + name + "']", "");
        var topic = papers.publish(Tlp.GREEN, RAIL, name);
        var object = library.contents(bundle, "indicator", new Window(0, 1), ED).getFirst();
        assertThat(get("/intel/objects/" + object.id(), "", ED).getContentAsString())
                .contains("この値について知っていること", "/intel/indicators/" + id(name), "/topics/" + topic);
        assertThat(get("/intel/objects/" + object.id(), "", OTTO).getStatus()).isEqualTo(404);
    }

    @Test
    void whoComposesBlocklistsBeginsOneWithTheValue() throws Exception {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        var page = "/intel/indicators/" + id(name);
        var way = "/intel/blocklists/new?q=" + name;
        assertThat(get(page, "", ED).getContentAsString()).contains(way);
        assertThat(get(page, "", MIKA).getContentAsString()).doesNotContain("/intel/blocklists/new");
        assertThat(get("/intel/blocklists/new", name, ED).getContentAsString()).contains(name + "</textarea>");
    }

    private String id(String name) {
        return indicators
                .find(Asked.read(name), new Window(0, 1), ED)
                .getFirst()
                .id()
                .toString();
    }

    private MockHttpServletResponse get(String path, String q, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).param("q", q).exchange().getResponse();
    }
}
