package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import noroshi.topic.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Bad input: a log that is too large to be sent is said to be held, and the refusal says so. */
@WholeHouse
@Import(Matters.class)
class HoldingEvidenceTests {
    private static final String HASH = "0123456789abcdef".repeat(4);

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Matters matters;

    private Matter matter() {
        return matters.reported("大きなログがある", Optional.of(matters.system(AGENCY)), false, MIKA);
    }

    private MvcTestResult hold(Matter matter, String hash, String holder, Actor actor) {
        var request = mvc.post().uri(matter.path() + "/evidence").with(as(actor));
        Map.of("what", "アクセスログ 2.1 GB", "place", "本社の証拠保管庫 3 番", "sha256", hash, "holder", holder)
                .forEach(request::param);
        return request.exchange();
    }

    @Test
    void aLargeFileIsRefusedWithTheOtherWay() {
        var matter = matter();
        var large = new MockMultipartFile("files", "access.log", "text/plain", new byte[Files.LARGEST + 1]);
        assertThat(mvc.post()
                        .uri(matter.path() + "/comments")
                        .multipart()
                        .file(large)
                        .param("body", "ログを送ります")
                        .with(as(MIKA)))
                .hasStatus(422)
                .bodyText()
                .contains("「access.log」は 20 MB を超える", "大きな証拠を届け出る", "ログを送ります");
        assertThat(mvc.get().uri("/desk/new").with(as(MIKA))).bodyText().contains("大きな証拠を届け出る");
    }

    @Test
    void whereItIsKeptReachesEverybodyWhoReadsTheMatter() {
        var matter = matter();
        assertThat(hold(matter, HASH.toUpperCase(java.util.Locale.ROOT), "三浦 03-0000-0000", MIKA))
                .hasStatus(303);
        for (var reader : new Actor[] {MIKA, DANA, JUN, MINA}) {
            assertThat(mvc.get().uri(matter.path()).with(as(reader)))
                    .bodyText()
                    .contains("アクセスログ 2.1 GB", "本社の証拠保管庫 3 番", HASH, "三浦 03-0000-0000");
        }
        assertThat(hold(matter, HASH, "三浦", OTTO)).hasStatus(404);
    }

    @Test
    void whatWasTypedIsStillThere() {
        var matter = matter();
        assertThat(hold(matter, "abc", "三浦", MIKA))
                .hasStatus(422)
                .bodyText()
                .contains("SHA-256 は 64 桁", "value=\"本社の証拠保管庫 3 番\"", "value=\"abc\"");
        assertThat(hold(matter, "", "", MIKA)).hasStatus(422).bodyText().contains("保管している人を書いてください");
        assertThat(hold(matter, "", "三浦", MIKA)).hasStatus(303);
        assertThat(mvc.get().uri(matter.path()).with(as(JUN))).bodyText().contains("まだ計算していません");
    }
}
