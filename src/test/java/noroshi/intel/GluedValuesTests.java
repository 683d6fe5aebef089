package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.IDN;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names with Japanese letters, and names among Japanese words: neither becomes somebody else's name. */
class GluedValuesTests {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            日本語qa.jp                              | 日本語qa.jp
            「日本語qa.jp」、日本語qa-bl.jp。        | 日本語qa.jp 日本語qa-bl.jp
            日本語qa[.]jp                            | 日本語qa.jp
            日本語qa．jp                             | 日本語qa.jp
            日本語qa.jpです                          | 日本語qa.jp
            通信先は日本語.jpと見られる              | 通信先は日本語.jp
            amazon-日本.jp                           | amazon-日本.jp
            通信先はamazon-日本.jpへ                 | amazon-日本.jp
            www.日本語.qa日本.co.jp                  | www.日本語.qa日本.co.jp
            さくら．ｃｏ．ｊｐ                       | さくら.co.jp
            みなした.co.jp                           | みなした.co.jp
            お名前.com                               | お名前.com
            さくらnet.jp                             | さくらnet.jp
            みんなのqa.jp                            | みんなのqa.jp
            サーバーevil.example                     | サーバーevil.example
            日本・qa.jp                              | 日本・qa.jp
            食べログ.みんな                          | 食べログ.みんな
            bücher.example                           | bücher.example
            evil.cоm                                 | evil.cоm
            www.pаypal.example                       | www.pаypal.example
            """)
    void namesAreReadAsAWhole(String text, String names) {
        var ascii = Arrays.stream(names.split(" ")).map(IDN::toASCII).toList();
        assertThat(TextValues.in(text)).extracting(Spelling.Form::value).isEqualTo(ascii);
        assertThat(TextValues.in("（" + text + "）\n"))
                .extracting(Spelling.Form::value)
                .isEqualTo(ascii);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            サイトはevil.exampleです                     | evil.example
            サイトはevil.example                         | evil.example
            これはevil.example                           | evil.example
            evil.example.comから届いた                   | evil.example.com
            送信元は192.0.2.7です                        | 192.0.2.7
            送信元192.0.2.7経由                          | 192.0.2.7
            evil.exampleとbad.exampleへ接続              | evil.example bad.example
            evil.example経由                             | evil.example
            接続したevil.exampleを遮断                   | evil.example
            怪しいevil.example                           | evil.example
            evil.exampleから192.0.2.7へ                  | evil.example 192.0.2.7
            ・evil.example・bad.example                  | evil.example bad.example
            遮断した．evil.example                       | evil.example
            evil.exampleを遮断した.次に報告する          | evil.example
            evil.example.次に                            | evil.example
            １９８．５１．１００．９                     | 198.51.100.9
            宛先：ｅｖｉｌ．ｅｘａｍｐｌｅ．ｎｅｔ、     | evil.example.net
            ｈｔｔｐｓ：／／ｅｖｉｌ．ｅｘａｍｐｌｅ／ａ | https://evil.example/a
            連絡はinfo@evil.exampleまで                  | info@evil.example
            ①evil.example                                | evil.example
            """)
    void wordsAroundNamesAreCutOff(String text, String values) {
        assertThat(TextValues.in(text)).extracting(Spelling.Form::value).containsExactly(values.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://日本語qa.jp/パス/x                        | https://xn--qa-5t7du0ck91h.jp/パス/x
            https://amazon-日本.jp/login                      | https://xn--amazon--is3o55g.jp/login
            https://日本語qa.jp:8443です                      | https://xn--qa-5t7du0ck91h.jp:8443/
            https://user@日本語qa.jp/                         | https://user@xn--qa-5t7du0ck91h.jp/
            https://さくらのqa.jp                             | https://xn--qa-c83axa0kxg.jp/
            info@日本語qa.jp                                  | info@xn--qa-5t7du0ck91h.jp
            https://evil.exampleにアクセス                    | https://evil.example/
            https://evil.exampleとhttps://bad.example/a       | https://evil.example/ https://bad.example/a
            https://evil.example/a?x=1です                    | https://evil.example/a?x=1
            https://evil.example/を開く                       | https://evil.example/
            https://evil.example/お知らせ/x                   | https://evil.example/お知らせ/x
            https://evil.example/資料2026年.pdf               | https://evil.example/資料2026年.pdf
            https://evil.example/?q=日本&r=1                  | https://evil.example/?q=日本&r=1
            https://evil.exampleからinfo@bad.exampleへ        | https://evil.example/ info@bad.example
            https://192.0.2.7:8080です                        | https://192.0.2.7:8080/
            """)
    void addressesKeepTheirHostsAndPaths(String text, String values) {
        assertThat(TextValues.in(text)).extracting(Spelling.Form::value).containsExactly(values.split(" "));
        assertThat(TextValues.in(text))
                .allSatisfy(form -> assertThat(Spelling.form(form.value())).contains(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"遮断した.次に報告", "https://amazon-日本", "https://日本語/パス", "日本語.qa", "報告書.pdf", "平成.令和"})
    void whatIsNoNameIsNotCutIntoOne(String text) {
        assertThat(TextValues.in(text))
                .extracting(Spelling.Form::value)
                .allSatisfy(value -> assertThat(value).startsWith("xn--"));
    }

    @Test
    void anyWordsAreReadInTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (var part :
                    new String[] {"日", "は", "日a", "はa", "日.", "はa.", "a.は", "a://日", "a@日", "a://は.", "a.bは", "・a."}) {
                assertThat(TextValues.in(part.repeat(200_000 / part.length()))).isNotNull();
            }
        });
    }
}
