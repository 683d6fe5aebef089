package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noroshi.testing.Effort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever people write or paste, readers get text: never a script, a foreign image or a link in disguise. */
class WritingSafelyTests {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|[nt\\\\])");
    private static final Pattern TAG = Pattern.compile("<[^>]*>?");
    private static final Pattern ALLOWED =
            Pattern.compile("</?(p|h[3-6]|ul|ol|li|blockquote|pre|code|em|strong|table|thead|tbody|tr|th|td)>"
                    + "|<(br|hr) ?/>|<ol start=\"[0-9]+\">|<t[hd] align=\"(left|center|right)\">|</a>|</span>"
                    + "|<span class=\"prose__host\">"
                    + "|<a href=\"(https?://[a-z0-9.-]+(:[0-9]+)?([/?#][^\"<>]*)?|mailto:[a-z0-9.&#;]+|/([^/\"<>\\\\][^\"<>]*)?)\""
                    + " rel=\"noopener noreferrer nofollow\">"
                    + "|<img src=\"/files/[A-Za-z0-9-]+\" alt=\"[^\"<>]*\" />");

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileTextStaysText(String text) {
        assertSafe(text);
        assertSafe("前文 " + text + " 後文");
        assertSafe("> - " + text);
        assertSafe("[" + text + "](/topics/1)");
        assertSafe("| " + text + " |\n|---|\n| " + text + " |");
        assertSafe(Prose.of(text).html());
    }

    static List<String> hostile() throws IOException {
        try (var file = Objects.requireNonNull(WritingSafelyTests.class.getResourceAsStream("hostile.txt"))) {
            var payloads = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(WritingSafelyTests::decoded)
                    .toList();
            assertThat(payloads).hasSizeGreaterThan(95);
            return payloads;
        }
    }

    private static String decoded(String line) {
        return ESCAPE.matcher(line)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group().charAt(1)) {
                            case 'n' -> "\n";
                            case 't' -> "\t";
                            case '\\' -> "\\";
                            default -> Character.toString(Integer.parseInt(escape.group(1), 16));
                        }));
    }

    @Test
    void mixturesOfHostileTextStayText() throws IOException {
        var payloads = hostile();
        var random = new Random(11);
        for (var i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (var n = 0; n < 4; n++) {
                var payload = payloads.get(random.nextInt(payloads.size()));
                var cut = random.nextInt(payload.length() + 1);
                text.append(random.nextBoolean() ? payload.substring(cut) : payload.substring(0, cut));
                text.append(random.nextBoolean() ? "\n" : "");
            }
            assertSafe(text.toString());
        }
    }

    private static void assertSafe(String text) {
        var html = Prose.of(text).html();
        for (var tag = TAG.matcher(html); tag.find(); ) {
            assertThat(tag.group()).as("%s%n→ %s", text, html).matches(ALLOWED);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # 見出し                      | <h3>見出し</h3>
            ##### 見出し                  | <h3>見出し</h3>
            **強調**と*傾斜*               | <p><strong>強調</strong>と<em>傾斜</em></p>
            hxxp://minato2027[.]example  | <p>hxxp://minato2027[.]example</p>
            https://minato2027.example   | <p>https://minato2027.example</p>
            <https://minato2027.example> | <p>https://minato2027.example</p>
            <a@minato2027.example>       | <p>a&#64;minato2027.example</p>
            @mika さん                    | <p>&#64;mika さん</p>
            [次](/topics/1)               | <p><a href="/topics/1" rel="noopener noreferrer nofollow">次</a></p>
            [top](/)                     | <p><a href="/" rel="noopener noreferrer nofollow">top</a></p>
            ![図](/files/ab-12)           | <p><img src="/files/ab-12" alt="図" /></p>
            ![図](https://a.example/x)    | <p>図</p>
            [x](javascript:a)            | <p>x</p>
            """)
    void rendersWhatPeopleWrite(String markdown, String html) {
        assertThat(Prose.of(markdown).html().strip()).isEqualTo(html);
    }

    @Test
    void headingsDescendFromThePageWithoutAGap() {
        var prose = Prose.of("### 三\n\n# 一\n\n#### 四\n\n# 一");
        assertThat(prose.html()).containsSubsequence("<h3>三", "<h3>一", "<h4>四", "<h3>一");
        var output = new StringOutput();
        prose.article().writeTo(output);
        assertThat(output.toString()).containsSubsequence("<h2>三", "<h2>一", "<h3>四", "<h2>一");
    }

    @ParameterizedTest
    @CsvSource({
        "https://bank.example/login, bank.example",
        "https://BANK.example:8443, bank.example",
        "http://192.0.2.7/x, 192.0.2.7",
        "https://日本語.example/案内, xn--wgv71a119e.example",
        "https://аpple.example/, xn--pple-43d.example"
    })
    void anOutsideLinkShowsItsHost(String address, String host) {
        assertThat(Prose.of("[https://safe.example](" + address + ")").html())
                .contains(">https://safe.example</a> <span class=\"prose__host\">(" + host + ")</span>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://bank.example@evil.example/",
                "https://",
                "https:///x",
                "https://a b/",
                "ftp://a.example/",
                "//a.example",
                "https://[::1]/",
                "https://a.example\u0085/",
                "https://\u202eexample.com/",
                "/\\a.example",
                "relative",
                "#anchor",
                "?q=1"
            })
    void aDoubtfulLinkStaysText(String address) {
        assertThat(Prose.of("[x](<" + address + ">)").html()).doesNotContain("<a ");
    }

    @Test
    void tablesAndCodeAreShown() {
        var html = Prose.of("| 種別 | 値 |\n|:--|--:|\n| IP | 192.0.2.7 |\n\n```sh\nrm -rf <dir>\n```\n\n3. c\n4. d")
                .html();
        assertThat(html)
                .contains("<th align=\"left\">種別</th>", "<td align=\"right\">192.0.2.7</td>", "<ol start=\"3\">")
                .contains("<pre><code>rm -rf &lt;dir&gt;\n</code></pre>");
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void noTextTakesLongOrGrowsBeyondMeasure(String bomb) {
        var effort = Effort.begun();
        assertThat(Prose.of(bomb).html()).hasSizeLessThan(8_000_000);
        assertThat(Prose.plain(bomb)).hasSizeLessThan(2_000_000);
        assertThat(effort.soFar()).isLessThan(Duration.ofSeconds(8));
    }

    static List<String> bombs() {
        var wide = "|a".repeat(25_000) + "\n" + "|-".repeat(25_000) + "\n" + "|\n".repeat(40_000);
        var reference = "[a]: https://a.example/" + "x".repeat(1_900) + "\n\n" + "[a] ".repeat(48_000);
        return List.of(
                ">".repeat(200_000),
                "> ".repeat(100_000) + "a",
                "- ".repeat(100_000) + "a",
                "1. ".repeat(60_000),
                "[".repeat(200_000),
                "![".repeat(100_000),
                "[a](".repeat(50_000),
                "*a ".repeat(60_000),
                "**a*".repeat(50_000),
                "_a*".repeat(60_000),
                "`".repeat(200_000),
                "`a``".repeat(50_000),
                "<".repeat(200_000),
                "<a ".repeat(60_000),
                "&".repeat(200_000),
                "\\".repeat(200_000),
                wide,
                reference,
                "|a|b|\n|-|-|\n" + "|x|y|\n".repeat(30_000),
                ("a|".repeat(300) + "\n" + "-|".repeat(300) + "\n" + "x\n".repeat(500)).repeat(50),
                "[".repeat(50_000) + "]".repeat(50_000),
                "[a]:".repeat(50_000),
                "[]()".repeat(50_000),
                "![](/files/a)".repeat(15_000),
                (" ".repeat(50) + "- a\n").repeat(3_500),
                "\0".repeat(200_000),
                "\ud800".repeat(100_000),
                "a".repeat(500_000),
                "<!--".repeat(50_000),
                "<?".repeat(100_000),
                "<![CDATA[".repeat(20_000),
                "~~~\n".repeat(50_000),
                "# ".repeat(100_000),
                "*".repeat(200_000),
                "a**".repeat(60_000) + "b",
                "**x [a*b**c*](b) ".repeat(11_000));
    }

    @Test
    void theWordsAloneServeSearchAndMail() {
        var markdown = """
                # 概要

                **標的型**攻撃の[手引](https://guide.example/a)と`cmd.exe`。
                続き <b>x</b>

                | 種別 | 値 |
                |---|---|
                | IP | 192.0.2.7 |

                - 一つ
                - 二つ

                > 引用

                ```
                code
                ```
                """;
        assertThat(Prose.plain(markdown)).isEqualTo("""
                概要

                標的型攻撃の手引 (https://guide.example/a)とcmd.exe。
                続き <b>x</b>

                種別 値\s
                IP 192.0.2.7\s
                - 一つ
                - 二つ
                > 引用

                code""");
        assertThat(Prose.plain("")).isEmpty();
        assertThat(Prose.of("").isEmptyContent()).isTrue();
    }
}
