package noroshi.knowledge;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Classification;
import noroshi.desk.Closure;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.Triage;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What was learned is written down, proposed where something like it happens, and says to nobody else where it came from. */
@WholeHouse
@Import(Matters.class)
class WritingArticlesTests {
    @Autowired
    Articles articles;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Triage triage;

    @Autowired
    Matters matters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private Matter reported(String title) {
        var matter = matters.reported(title, Optional.of(matters.system()), false, MIKA);
        return desk.show(matter.reference(), DANA);
    }

    private UUID written(String title, String body, Matter... from) {
        return articles.write(new Written(title, body), List.of(from).stream().findFirst(), DANA);
    }

    @Test
    void aLessonBecomesAnArticleAndIsProposedWhereItHappensAgain() {
        var matter = reported("改札の時刻同期サーバーが停止");
        triage.close(
                matter,
                new Closure("復旧した", "時刻の配信元を二つにしておく。", Classification.NONE),
                triage.lastWord(matter, DANA),
                DANA);
        var closed = desk.show(matter.reference(), DANA);
        assertThat(page("/desk/" + matter.reference(), DANA)).contains("教訓から手引きを書く");
        assertThat(page("/desk/articles/new?matter=" + matter.reference(), DANA))
                .contains("時刻の配信元を二つにしておく。");
        var id = written("時刻同期サーバーが停止したとき", "配信元を二つにする。", closed);
        assertThat(articles.of(closed, DANA)).extracting(Article::id).containsExactly(id);
        assertThat(page("/desk/" + matter.reference(), DANA)).doesNotContain("教訓から手引きを書く");
        var again = reported("券売機の時刻同期サーバーが停止");
        assertThat(articles.near(again, DANA)).extracting(Article::id).contains(id);
        assertThat(page("/desk/" + again.reference(), DANA)).contains("似たことの手引き", "時刻同期サーバーが停止したとき");
        articles.link(id, again, DANA);
        assertThat(articles.near(again, DANA)).extracting(Article::id).doesNotContain(id);
        assertThat(articles.matters(articles.show(id, DANA), DANA))
                .extracting(Matter::reference)
                .containsExactly(matter.reference(), again.reference());
        assertThat(page("/desk/" + again.reference(), MIKA)).doesNotContain("/desk/articles/" + id);
    }

    @Test
    void membersReadThePublishedVersionAndNothingElse() {
        var matter = reported("潮位計の遠隔監視装置の不具合");
        var id = written("潮位計の遠隔監視が切れたとき", "初版の言葉", matter);
        for (var other : List.of(MIKA, OTTO, JUN, ED, TORU)) {
            assertThatThrownBy(() -> articles.show(id, other)).isInstanceOf(NotFound.class);
        }
        articles.publish(id, 1, DANA);
        articles.revise(id, new Written("潮位計の遠隔監視が切れたとき", "書きかけの秘密の言葉"), 1, DANA);
        for (var other : List.of(MIKA, OTTO, JUN)) {
            assertThat(articles.show(id, other).body()).isEqualTo("初版の言葉");
            assertThat(articles.versions(id, other)).hasSize(1);
            assertThatThrownBy(() -> articles.show(id, 2, other)).isInstanceOf(NotFound.class);
            assertThat(articles.all("書きかけ秘密", other)).isEmpty();
            assertThat(articles.all("潮位計", other)).extracting(Article::id).contains(id);
            assertThat(articles.whileWriting("潮位計の遠隔監視が止まった", other))
                    .extracting(Article::id)
                    .contains(id);
            assertThat(articles.matters(articles.show(id, other), other)).isEmpty();
            var shown = page("/desk/articles/" + id, other);
            assertThat(shown)
                    .contains("初版の言葉")
                    .doesNotContain("書きかけ", matter.reference(), matter.title(), "もとになった案件", "Dana");
            matters.during(other, () -> {
                assertThat(count("knowledge.matter")).isZero();
                assertThat(count("knowledge.version where not open")).isZero();
            });
        }
        assertThat(page("/desk/articles/near?title=潮位計の遠隔監視が止まった", OTTO))
                .contains("潮位計の遠隔監視が切れたとき")
                .doesNotContain(matter.reference());
        articles.takeBack(id, DANA);
        assertThatThrownBy(() -> articles.show(id, OTTO)).isInstanceOf(NotFound.class);
        assertThat(articles.whileWriting("潮位計の遠隔監視が止まった", OTTO))
                .extracting(Article::id)
                .doesNotContain(id);
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what).query(Integer.class).single();
    }

    @Test
    void whatWouldTellWhoseItWasIsNotPublished() {
        var matter = reported("運行表示板の表示が乱れる");
        for (var telling :
                List.of("東都鉄道では再起動で直りました", matter.reference() + " のとき", "Toto Railway のとき", "「運行表示板の表示が乱れる」のとき")) {
            var id = written("表示板の直し方", telling, matter);
            assertThatThrownBy(() -> articles.publish(id, 1, DANA))
                    .isInstanceOf(RuleBroken.class)
                    .hasMessageContaining("knowledge.tells");
        }
        var harmless = written("表示板の直し方", "再起動で直ります", matter);
        articles.publish(harmless, 1, DANA);
        assertThat(articles.show(harmless, OTTO).body()).isEqualTo("再起動で直ります");
    }

    @Test
    void whatIsPublishedIsNotLinkedToAMatterThatItWouldTell() {
        var matter = reported("改札機の表示が消える");
        var id = written("改札機の直し方", "東都鉄道では電源を入れ直しました");
        articles.publish(id, 1, DANA);
        assertThatThrownBy(() -> articles.link(id, matter, DANA)).hasMessageContaining("knowledge.tells");
        articles.revise(id, new Written("改札機の直し方", "電源を入れ直します"), 1, DANA);
        assertThatThrownBy(() -> articles.link(id, matter, DANA)).hasMessageContaining("knowledge.tells");
        articles.publish(id, 2, DANA);
        articles.link(id, matter, DANA);
        assertThat(articles.of(matter, DANA)).extracting(Article::id).containsExactly(id);
    }

    @Test
    void twoWhoRewriteDoNotOverwriteEachOther() {
        var id = written("二人で直す手引き", "一版");
        articles.revise(id, new Written("二人で直す手引き", "二版"), 1, DANA);
        assertThatThrownBy(() -> articles.revise(id, new Written("二人で直す手引き", "負け"), 1, DANA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> articles.publish(id, 1, DANA)).isInstanceOf(RuleBroken.class);
        assertThat(articles.show(id, 1, DANA).body()).isEqualTo("一版");
        assertThat(articles.show(id, DANA).body()).isEqualTo("二版");
        var refused = mvc.post()
                .uri("/desk/articles")
                .with(as(DANA))
                .param("title", "題名だけ")
                .exchange();
        assertThat(refused).hasStatus(422).bodyText().contains("題名だけ");
    }

    @Test
    void whatIsNotUsedAnyMoreIsNotProposed() {
        var id = written("旧式の無線中継器の再設定", "昔のやり方");
        articles.publish(id, 1, DANA);
        articles.end(id, DANA);
        assertThat(articles.whileWriting("旧式の無線中継器の再設定", OTTO)).isEmpty();
        assertThat(articles.near(reported("旧式の無線中継器の再設定"), DANA))
                .extracting(Article::id)
                .doesNotContain(id);
        assertThatThrownBy(() -> articles.publish(id, 1, DANA)).isInstanceOf(RuleBroken.class);
        assertThat(articles.show(id, DANA).ended()).isTrue();
    }

    @Test
    void onlyTheDeskWrites() {
        var id = written("だれが書くか", "窓口");
        for (var other : List.of(OTTO, MIKA, JUN, ED, ADA, TORU)) {
            assertThat(articles.writes(other)).isFalse();
            assertThatThrownBy(() -> articles.write(new Written("題", "文"), Optional.empty(), other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> articles.revise(id, new Written("題", "文"), 1, other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> articles.publish(id, 1, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> articles.end(id, other)).isInstanceOf(NotFound.class);
        }
    }

    private String page(String path, Actor actor) {
        var page = mvc.get().uri(path).with(as(actor)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
