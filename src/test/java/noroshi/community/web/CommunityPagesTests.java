package noroshi.community.web;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeHouse
class CommunityPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void theListShowsWhatOneMayKnow() {
        assertThat(get("/communities", MIKA)).hasStatusOk().bodyText().contains("鉄道", "広場", "/communities/" + RAIL);
        assertThat(get("/communities", OTTO))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("鉄道")
                .contains("広場");
        assertThat(get("/communities", ADA)).hasStatusOk().bodyText().contains("/communities/new");
    }

    @Test
    void aHiddenCommunityAndNoneAnswerAlike() {
        for (var path : new String[] {"", "/members", "/edit"}) {
            assertThat(get("/communities/" + RAIL + path, OTTO)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get("/communities/" + UUID.randomUUID() + path, OTTO)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void aMemberSeesTheCharterAndTheWayToTheMembers() {
        assertThat(get("/communities/" + RAIL, MIKA))
                .hasStatusOk()
                .bodyText()
                .contains("この会の参加者", "Kei", "/members")
                .doesNotContain("/edit\"", "community.");
        assertThat(get("/communities/" + RAIL + "/members", MIKA))
                .hasStatusOk()
                .bodyText()
                .contains("東都鉄道", "Noor")
                .doesNotContain("/leads/", "community.");
    }

    @Test
    void theCentreKnowsItsNameAndMayAsk() {
        assertThat(get("/communities/" + RAIL, DANA)).hasStatusOk().bodyText().contains("/requests");
        assertThat(get("/communities/" + RAIL + "/members", DANA)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whereNoCharterIsWrittenTheLeadIsAskedForOne() {
        var empty = "約束はまだ書かれていません";
        assertThat(get("/communities/" + RAIL, MIKA)).bodyText().contains(empty).doesNotContain("約束を書く");
        assertThat(get("/communities/" + RAIL, KEI)).bodyText().contains(empty, "約束を書く");
    }

    @Test
    void aLeadHasTheSettings() {
        assertThat(get("/communities/" + RAIL + "/edit", KEI))
                .hasStatusOk()
                .bodyText()
                .contains("鉄道");
        assertThat(get("/communities/" + RAIL + "/members", KEI))
                .hasStatusOk()
                .bodyText()
                .contains("/leads/");
        assertThat(get("/communities/" + RAIL + "/edit", MIKA)).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void joiningAndLeaving() {
        assertThat(mvc.post().uri("/communities/" + LOBBY + "/seat").with(as(NOOR)))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.delete().uri("/communities/" + LOBBY + "/seat").with(as(NOOR)))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void askingAnswersAlikeWhetherThereIsOneOrNot() {
        for (var code : new String[] {"rail", "nothing-here"}) {
            assertThat(mvc.post()
                            .uri("/communities/requests")
                            .with(as(OTTO))
                            .param("code", code)
                            .param("reason", "入りたい"))
                    .hasStatus(HttpStatus.SEE_OTHER)
                    .hasHeader("Location", "/communities");
        }
        assertThat(mvc.post().uri("/communities/requests").with(as(OTTO)).param("code", "typed-code"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("typed-code", "理由を書いてください");
    }

    @Test
    void foundingKeepsWhatWasTyped() {
        assertThat(get("/communities/new", ADA)).hasStatusOk();
        assertThat(get("/communities/new", ADA)).bodyText().doesNotContain("value=\"everyone\"");
        assertThat(mvc.post()
                        .uri("/communities")
                        .with(as(ADA))
                        .param("code", "every")
                        .param("lead", "noor")
                        .param("kind", "everyone")
                        .param("name", "全員")
                        .param("nameEn", "Everybody")
                        .param("meaning", "参加者")
                        .param("meaningEn", "members")
                        .param("colour", "4"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("もうあります", "全員");
        assertThat(get("/communities/new", MIKA)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.post()
                        .uri("/communities")
                        .with(as(ADA))
                        .param("code", "bay")
                        .param("lead", "noor")
                        .param("kind", "invited")
                        .param("name", "湾の会"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("湾の会", "名前を日本語と英語で入れてください");
        assertThat(mvc.post()
                        .uri("/communities")
                        .with(as(ADA))
                        .param("code", "bay")
                        .param("lead", "noor")
                        .param("kind", "invited")
                        .param("name", "湾の会")
                        .param("nameEn", "Bay")
                        .param("meaning", "参加者")
                        .param("meaningEn", "members")
                        .param("colour", "4"))
                .hasStatus(HttpStatus.SEE_OTHER);
    }

    /** Under the name that both forms had once, browsers still keep what was typed into the other one. */
    @Test
    void aCommunityBegunIsNoOneThatWasEdited() {
        assertThat(get("/communities/new", ADA))
                .bodyText()
                .contains("data-draft=\"" + ADA.person() + ":community-new\"");
    }

    private MvcTestResult get(String path, Actor actor) {
        return mvc.get().uri(path).with(as(actor)).exchange();
    }
}
