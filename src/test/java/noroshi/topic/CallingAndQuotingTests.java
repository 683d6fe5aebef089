package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In a thread people call each other by name and answer what was said. */
class CallingAndQuotingTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", emptyValue = "", textBlock = """
            @mika さん、確認をお願いします          | mika
            こんにちは@mikaさん                  | mika
            ＠ｍｉｋａ さん                       | mika
            @Mika, @noor. (@kei-2) @a.b_c      | mika,noor,kei-2,a.b_c
            **@mika** と _@noor_               | mika,noor
            [@mika](/members/1)                | mika
            @mika @mika                        | mika
            連絡先は mika@minato2027.example です  | ''
            <mika@minato2027.example>          | ''
            https://minato2027.example/@mika   | ''
            `@mika`                            | ''
            > @mika さんによると                   | ''
            @ @@ @. @- @a@b @mika@noor         | ''
            \\@mika                             | mika
            """)
    void peopleAreCalled(String text, String names) {
        assertThat(String.join(",", Mentions.in(text))).isEqualTo(names);
    }

    @Test
    void codeCallsNobody() {
        assertThat(Mentions.in("```\n@mika\n```\n\n    @noor\n\n段落 @kei")).containsExactly("kei");
    }

    @Test
    void nobodyCallsEverybody() {
        var crowd = new StringBuilder();
        for (var i = 0; i < 10_000; i++) {
            crowd.append("@person").append(i).append(' ');
        }
        assertThat(Mentions.in(crowd.toString())).hasSize(50);
        assertThat(Mentions.in("@".repeat(200_000))).isEmpty();
        assertThat(Mentions.in("@" + "a".repeat(200_000))).isEmpty();
    }

    @Test
    void anAnswerQuotesWhatWasSaid() {
        assertThat(Quote.of("一行目\n\n二行目").markdown()).isEqualTo("> 一行目\n>\n> 二行目\n\n");
        assertThat(Prose.of(Quote.of("**重要**").markdown() + "了解").html())
                .contains("<blockquote>", "<strong>重要</strong>", "<p>了解</p>");
    }

    @Test
    void anAnswerDoesNotQuoteQuotes() {
        assertThat(Quote.of("> 前の発言\n> > その前\n\n返事です").markdown()).isEqualTo("> 返事です\n\n");
        assertThat(Quote.of("> 引用だけ").markdown()).isEmpty();
        assertThat(Quote.of("").markdown()).isEmpty();
    }

    @Test
    void aLongRemarkIsQuotedInPart() {
        assertThat(Quote.of("長い話。".repeat(1_000)).markdown())
                .hasSizeLessThan(620)
                .endsWith("…\n\n");
        assertThat(Quote.of("行\n".repeat(100)).markdown().lines()).hasSize(14).contains("> …");
        assertThat(Quote.of("😀".repeat(500)).markdown()).doesNotMatch("(?s).*\\ud83d…\n\n");
    }
}
