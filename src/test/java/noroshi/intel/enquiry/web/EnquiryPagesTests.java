package noroshi.intel.enquiry.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.enquiry.Enquiries;
import noroshi.intel.enquiry.Verdict;
import noroshi.intel.life.Papers;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From the first page to the answer: looked up, asked, judged by providers, answered. */
@WholeHouse
@Import(Papers.class)
class EnquiryPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Enquiries enquiries;

    @Autowired
    Papers papers;

    private String page(String path, Actor actor) throws Exception {
        return mvc.get().uri(path).with(as(actor)).exchange().getResponse().getContentAsString();
    }

    private UUID asked(String value) {
        var form = new Spelling.Form(IndicatorType.DOMAIN, value);
        enquiries.ask(List.of(form), "受信したメールのリンク", true, MIKA);
        return enquiries.own(MIKA).stream()
                .filter(each -> each.form().equals(form))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void theFirstPageLeadsToWhatIsKnown() throws Exception {
        assertThat(page("/", MIKA))
                .contains("method=\"post\" action=\"/intel/enquiries/new\"")
                .containsPattern("<textarea[^>]+name=\"q\"");
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        assertThat(page("/intel/enquiries/new?q=届いた " + name.replace(".", "[.]") + " です", MIKA))
                .contains("情報源1件")
                .doesNotContain("情報なし");
        assertThat(page("/intel/enquiries/new?q=" + name.replace(".", "[.]"), OTTO))
                .contains("情報なし")
                .doesNotContain("情報源1件");
    }

    private MockHttpServletResponse pasted(String q) {
        return mvc.post()
                .uri("/intel/enquiries/new")
                .with(as(MIKA))
                .param("q", q)
                .exchange()
                .getResponse();
    }

    @Test
    void aFewWordsBecomeALinkAndALongMailIsAnswered() throws Exception {
        var name = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, name);
        var few = pasted("届いた " + name);
        assertThat(few.getStatus()).isEqualTo(303);
        assertThat(few.getHeader("Location"))
                .startsWith("/intel/enquiries/new?q=")
                .endsWith("+" + name);
        var mail = "ご確認ください。".repeat(2_000) + name;
        var answer = pasted(mail);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).contains("情報源1件", mail);
    }

    @Test
    void whatIsTooLongIsToldAndNotLost() throws Exception {
        var mail = "あ".repeat(200_000) + "終";
        var answer = pasted(mail);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("200,000文字まで", "200,001文字", mail);
    }

    private static List<String> names(int count) {
        return Stream.generate(Papers::name).limit(count).toList();
    }

    @Test
    void allThatIsPastedIsLookedUpAndAsManyTickedAsMayBeAsked() throws Exception {
        var names = names(60);
        var answer = page("/intel/enquiries/new?q=" + String.join(" ", names), MIKA);
        assertThat(answer).contains("見つかった値 60件", "一度に送れる値は50個までです");
        assertThat(names).allSatisfy(name -> assertThat(answer).contains("name=\"value\" value=\"" + name + "\""));
        assertThat(answer.split("name=\"value\" value=\"[^\"]+\"\\s+checked", -1))
                .hasSize(51);
    }

    @Test
    void whatIsMoreThanOneAnswerHoldsIsCountedAndOffered() throws Exception {
        var names = names(510);
        var answer = pasted(String.join("\n", names)).getContentAsString();
        assertThat(answer)
                .contains("見つかった値 510件", "先頭から500件", "残り10件を調べる")
                .contains("name=\"q\" value=\"" + String.join(" ", names.subList(500, 510)) + "\"");
    }

    @Test
    void aMailIsLookedUpAndKeptNowhere() throws Exception {
        var mail = new MockMultipartFile(
                "file",
                "a.eml",
                "message/rfc822",
                "From: a@pay-minato.example\r\nSubject: s\r\n\r\nhttps://pay-minato.example/x\r\n".getBytes());
        assertThat(mvc.post()
                        .multipart()
                        .uri("/intel/enquiries/mail")
                        .file(mail)
                        .with(as(SORA)))
                .hasStatus(201)
                .bodyText()
                .contains("pay-minato");
        assertThat(mvc.post().uri("/intel/enquiries/mail").with(as(SORA))).hasStatus(422);
    }

    @Test
    void withoutConsentNothingGoesAndNothingTypedIsLost() throws Exception {
        var name = Papers.name();
        var again = mvc.post()
                .uri("/intel/enquiries")
                .with(as(MIKA))
                .param("q", name)
                .param("value", name)
                .param("note", "経理に届いたメール")
                .exchange()
                .getResponse();
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("経理に届いたメール", "同意がなければ何も送りません");
        assertThat(enquiries.own(MIKA)).noneMatch(each -> each.form().value().equals(name));
    }

    @Test
    void whatSourcesSayDoesNotKeepOneFromAsking() throws Exception {
        var said = Papers.name();
        var unknown = Papers.name();
        papers.publish(Tlp.GREEN, RAIL, said);
        var page = page("/intel/enquiries/new?q=" + said + " " + unknown, MIKA);
        assertThat(page)
                .containsPattern("name=\"value\" value=\"" + unknown + "\"\\s+checked")
                .containsPattern("name=\"value\" value=\"" + said + "\"\\s*>");
        var again = mvc.post()
                .uri("/intel/enquiries")
                .with(as(MIKA))
                .param("q", said + " " + unknown)
                .param("value", said)
                .exchange()
                .getResponse()
                .getContentAsString();
        assertThat(again)
                .as("what was ticked stays ticked, and the rest not")
                .containsPattern("name=\"value\" value=\"" + said + "\"\\s+checked")
                .containsPattern("name=\"value\" value=\"" + unknown + "\"\\s*>");
        assertThat(mvc.post()
                        .uri("/intel/enquiries")
                        .with(as(MIKA))
                        .param("value", said)
                        .param("consent", "true"))
                .hasStatus(303);
        assertThat(page("/intel/enquiries/new?q=" + said, MIKA)).doesNotContain("name=\"value\"");
    }

    private MockHttpServletResponse opine(UUID id, Actor actor, String confidence, String words) {
        return mvc.post()
                .uri("/intel/enquiries/" + id + "/opinion")
                .with(as(actor))
                .param("verdict", "HARMFUL")
                .param("confidence", confidence)
                .param("words", words)
                .exchange()
                .getResponse();
    }

    @Test
    void aProvidersRefusedAnswerComesBackAsItWasTyped() throws Exception {
        var id = asked(Papers.name());
        enquiries.askProviders(id, Set.of(PROVIDER), Optional.empty(), DANA);
        var refused = opine(id, VERA, "250", "C2 として観測しました");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("C2 として観測しました", "value=\"250\"", "確度は0から100")
                .containsPattern("value=\"HARMFUL\"\\s+checked");
        assertThat(opine(id, VERA, "90", "C2 として観測しました").getStatus()).isEqualTo(303);
        assertThat(opine(id, OTTO, "90", "").getStatus()).isEqualTo(404);
        assertThat(opine(UUID.randomUUID(), OTTO, "90", "").getStatus()).isEqualTo(404);
    }

    @Test
    void answersAreCombinedForWhoeverAnswers() throws Exception {
        var id = asked(Papers.name());
        var path = "/intel/enquiries/" + id;
        enquiries.askProviders(id, Set.of(PROVIDER), Optional.empty(), DANA);
        assertThat(page(path, DANA)).contains("まだ答えていない情報提供者：1").doesNotContain("すべて「有害」");
        enquiries.opine(id, Verdict.HARMFUL, Optional.of(90), "C2", VERA);
        assertThat(page(path, DANA))
                .contains("すべて「有害」")
                .doesNotContain("まだ答えていない")
                .containsPattern("value=\"HARMFUL\"[^>]*checked");
        assertThat(page(path, MIKA))
                .as("the asker gets the answer, not the papers")
                .doesNotContain("すべて「有害」");
        var missing = mvc.post()
                .uri(path + "/answer")
                .with(as(DANA))
                .param("verdict", "HARMFUL")
                .exchange()
                .getResponse();
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(mvc.post()
                        .uri(path + "/answer")
                        .with(as(DANA))
                        .param("verdict", "HARMFUL")
                        .param("words", "遮断してください")
                        .param("tlp", "AMBER"))
                .hasStatus(303);
        assertThat(page(path, MIKA)).contains("遮断してください");
        assertThat(mvc.get().uri(path).with(as(OTTO))).hasStatus(404);
    }
}
