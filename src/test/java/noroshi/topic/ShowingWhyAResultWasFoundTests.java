package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import noroshi.topic.Snippet.Segment;
import org.junit.jupiter.api.Test;

/** A result shows the words around the hit as the author wrote them. */
class ShowingWhyAResultWasFoundTests {
    private final SearchWords words = new SearchWords();

    @Test
    void marksTheHitAsItWasWritten() {
        assertThat(marked("昨夜から ｻｰﾊﾞｰ障害 が続いています。", "サーバ障害")).isEqualTo("昨夜から [ｻｰﾊﾞｰ障害] が続いています。");
        assertThat(marked("ＤＤｏＳ攻撃の予告", "ddos")).isEqualTo("[ＤＤｏＳ]攻撃の予告");
        assertThat(marked("サイトの改竄を確認", "改ざん")).isEqualTo("サイトの[改竄]を確認");
        assertThat(marked("通信先は hxxp://minato2027[.]example/x です", "minato2027.example"))
                .isEqualTo("通信先は hxxp://[minato2027[.]example]/x です");
        assertThat(marked("サーバーの障害", "サーバ")).isEqualTo("[サーバー]の障害");
    }

    @Test
    void marksTheLongestHitOnce() {
        assertThat(marked("標的型攻撃と攻撃", "標的型攻撃 攻撃")).isEqualTo("[標的型攻撃]と[攻撃]");
    }

    @Test
    void doesNotMarkTheInsideOfALatinWord() {
        assertThat(marked("scenarios on iOS", "ios")).isEqualTo("scenarios on [iOS]");
    }

    @Test
    void beginsWithTheSentenceOfTheHit() {
        var text = "前置きが続きます。".repeat(40) + "ここで障害が起きました。" + "後書きが続きます。".repeat(40);
        var snippet = snippet(text, "障害");
        assertThat(snippet.text()).startsWith("…ここで障害が起きました。").endsWith("…").hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void prefersThePlaceThatAnswersMostOfTheQuestion() {
        var text = "攻撃がありました。" + "無関係な文です。".repeat(50) + "攻撃によりサーバーが停止しました。";
        assertThat(snippet(text, "攻撃 サーバー").text()).contains("サーバーが停止");
    }

    @Test
    void showsTheBeginningWhenNothingIsMarked() {
        assertThat(marked("短い本文", "別の語")).isEqualTo("短い本文");
        assertThat(snippet("", "語").segments()).isEmpty();
        assertThat(snippet("長い本文。".repeat(100), "語").text()).startsWith("長い本文。").hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void neverCutsACharacterInHalf() {
        var snippet = snippet("😀".repeat(500) + "障害" + "😀".repeat(500), "障害").text();
        assertThat(Character.isLowSurrogate(snippet.charAt(1))).isFalse();
        assertThat(Character.isHighSurrogate(snippet.charAt(snippet.length() - 2)))
                .isFalse();
        assertThat(snippet).hasSizeLessThanOrEqualTo(160);
    }

    @Test
    void leavesMarkupToTheTemplate() {
        assertThat(snippet("<script>障害</script>", "障害").segments())
                .containsExactly(
                        new Segment("<script>", false), new Segment("障害", true), new Segment("</script>", false));
    }

    @Test
    void aTitleIsShownWhole() {
        var title = "あ".repeat(190) + "障害";
        assertThat(Snippet.whole(title, words.query("障害")).text()).isEqualTo(title);
    }

    private String marked(String text, String asked) {
        return snippet(text, asked).segments().stream()
                .map(segment -> segment.hit() ? "[" + segment.text() + "]" : segment.text())
                .collect(Collectors.joining());
    }

    private Snippet snippet(String text, String asked) {
        return Snippet.of(text, words.query(asked));
    }
}
