package noroshi.intel.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** A label of the Traffic Light Protocol is heeded wherever in the thing it is written. */
class HeedingLabelsTests {
    private final DropReader reader = new DropReader(Clock.systemUTC());

    private Drop read(String text) {
        return reader.read(text.getBytes(StandardCharsets.UTF_8), Wish.NONE);
    }

    private static List<String> values(Drop drop) {
        return drop.items().stream()
                .flatMap(item -> item.forms().stream())
                .map(form -> form.value())
                .toList();
    }

    @Test
    void aLabelWrittenAnywhereHoldsForAllOfIt() {
        var mail = """
                From: a <a@evil.example>
                Subject: %s
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8

                click hxxps://evil[.]example/a %s
                """;
        for (var red : List.of(
                "evil.example を確認しました。\n取扱いは TLP:RED です。\n",
                "evil.example を確認しました。\n取扱いはＴＬＰ：ＲＥＤです。\n",
                "evil.example\nother.example\n# TLP:RED\n",
                "evil.example\nother.example\nTLP: RED\nthird.example\n",
                "value,note,kind\nevil.example,a,domain\nother.example,b,domain\n# tlp:red,,\n",
                "value,note,kind\nevil.example,a,domain\nother.example,b,domain\nTLP:RED,,\n",
                mail.formatted("[TLP:RED] invoice", "").replace("\n", "\r\n"),
                mail.formatted("=?UTF-8?B?VExQOlJFRA==?=", "").replace("\n", "\r\n"),
                mail.formatted("invoice", "TLP:RED").replace("\n", "\r\n"),
                mail.formatted("invoice", "TLP:\u00a0RED").replace("\n", "\r\n"),
                mail.formatted("invoice\nX-TLP: RED", "").replace("\n", "\r\n"),
                mail.replace("text/plain", "text/html")
                        .formatted("invoice", "TLP:&nbsp;RED")
                        .replace("\n", "\r\n"),
                mail.replace("text/plain", "text/html")
                        .formatted("invoice", "<b>TLP:</b> <span class=x>RED</span>")
                        .replace("\n", "\r\n"))) {
            var drop = read(red);
            assertThat(values(drop)).as(red).anyMatch(value -> value.contains("evil.example"));
            assertThat(drop.items())
                    .as(red)
                    .allSatisfy(item -> assertThat(item.facts().tlp()).contains(Tlp.RED));
        }
        var stricter = read("value,tlp\nevil.example,AMBER\nother.example,\n# TLP:GREEN,\n");
        assertThat(stricter.items())
                .extracting(item -> item.facts().tlp())
                .containsExactly(Optional.of(Tlp.AMBER), Optional.of(Tlp.GREEN));
        var one = read("evil.example # TLP:RED\nother.example\n");
        assertThat(one.items())
                .as("behind a value it is said of that value")
                .extracting(item -> item.facts().tlp())
                .containsExactly(Optional.of(Tlp.RED), Optional.empty());
    }

    @Test
    void whatIsSaidTwiceStandsUnderTheStricterLabel() {
        for (var twice : List.of(
                "value,tlp\nevil.example,GREEN\nevil.example,RED\nother.example,GREEN\n",
                "value,tlp\nevil.example,RED\nevil[.]example,GREEN\nother.example,GREEN\n",
                "evil.example # TLP:GREEN\nother.example # TLP:GREEN\nevil.example # TLP:RED\n")) {
            assertThat(read(twice).items())
                    .as(twice)
                    .extracting(item -> item.facts().tlp())
                    .containsExactlyInAnyOrder(Optional.of(Tlp.RED), Optional.of(Tlp.GREEN));
        }
        assertThat(read("value,tlp\nevil.example,\nevil.example,GREEN\n").items())
                .as("what has no label is TLP:AMBER+STRICT, and no second line opens it")
                .extracting(item -> item.facts().tlp())
                .containsExactly(Optional.empty());
    }
}
