package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import noroshi.database.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** People find a text by the words they know, however they or the author spelled them. */
class FindingJapaneseWordsTests {
    private static final String REPORT = """
            【重要】標的型攻撃メールが複数の組織に届いています。サーバー障害とホームページの改竄が続き、ユーザーアカウントの情報が
            盗まれた可能性があります。ランサムウェアグループは hxxps://update-minato2027[.]example/login.php と
            192.0.2.7、2001:db8::25 を使い、CVE-2026-12345 を悪用しました。DDoSは iOS 端末からも観測されています。
            東京みなと市役所の㈱髙島製作所、送信元は alert@minato2027.example、検体は
            9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 です。don't panic: C:\\temp\\a.exe
            """;

    private static JdbcClient database;
    private final SearchWords words = new SearchWords();

    @BeforeAll
    static void openTheDatabase() {
        var settings = new StandardEnvironment();
        new TestDatabase().postProcessEnvironment(settings, new SpringApplication());
        database = JdbcClient.create(new SingleConnectionDataSource(
                settings.getRequiredProperty("noroshi.db.url"),
                settings.getRequiredProperty("noroshi.db.user"),
                settings.getRequiredProperty("noroshi.db.password"),
                true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "標的型攻撃",
                "攻撃",
                "標的型",
                "標的型攻撃メール",
                "サーバー障害",
                "サーバ障害",
                "ｻｰﾊﾞｰ障害",
                "サーバ",
                "障碍",
                "改ざん",
                "改竄",
                "ホームページの改ざん",
                "ユーザアカウント",
                "ユーザー",
                "アカウント",
                "盗む",
                "盗まれた",
                "ランサム",
                "ランサムウェア",
                "ランサムウエア",
                "グループ",
                "CVE-2026-123",
                "cve-2026-12345",
                "ＣＶＥ－２０２６－１２３４５",
                "update-minato2027.example",
                "hxxps://update-minato2027[.]example/",
                "https://update-minato2027.example/login.php",
                "minato2027.example",
                "minato2027",
                "login.php",
                "192.0.2.7",
                "192[.]0[.]2[.]7",
                "2001:db8::25",
                "iOS",
                "IOS",
                "ｉｏｓ",
                "ＤＤｏＳ",
                "ddos",
                "高島",
                "髙島製作所",
                "(株)高島",
                "みなと市",
                "alert@minato2027.example",
                "alert[at]minato2027[.]example",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "9f86d081",
                "don't",
                "C:\\temp\\a.exe",
                "攻撃　サーバ",
                "攻撃 サーバー -フィッシング",
                "\"標的型攻撃メール\"",
                "“標的型攻撃”",
                "攻撃 \"サーバー障害",
                "-\"サーバー攻撃\" 攻撃",
                "- 攻撃",
                "攻撃 & サーバ | !",
                "重要"
            })
    void findsTheReport(String asked) {
        assertThat(finds(REPORT, asked)).as(words.query(asked).words()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "サーバー攻撃", "攻撃標的", "\"標的攻撃\"", "攻撃 -サーバー", "攻撃 -\"サーバー障害\"", "-改竄", "192.0.2.70", "CVE-2026-99",
                "CVE-2025-12345", "minato2028.example", "フィッシング", "攻撃 フィッシング", "Android", "\"ランサム サーバー\"", "東", "〇〇"
            })
    void doesNotFindTheReport(String asked) {
        assertThat(finds(REPORT, asked)).as(words.query(asked).words()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "nato2027.exam, true",
        "%2027, false",
        "update_minato, false",
        "2.0.2.7, false",
        "f86d0818, true",
        "標的型攻撃, false",
        "minato2027 攻撃, false",
        "ab, false"
    })
    void findsFragmentsOfIndicators(String asked, boolean found) {
        var pattern = words.query(asked).pattern().orElse("");
        assertThat(database.sql("select :plain like :pattern and :pattern <> ''")
                        .param("plain", words.plain("題", REPORT))
                        .param("pattern", pattern)
                        .query(Boolean.class)
                        .single())
                .as(pattern)
                .isEqualTo(found);
    }

    @Test
    void aTitleWeighsMore() {
        var inTitle = words.vector("攻撃の予告", "本文です");
        var inBody = words.vector("お知らせ", "攻撃の予告");
        assertThat(rank(inTitle, "攻撃")).isGreaterThan(rank(inBody, "攻撃"));
        assertThat(finds(words.vector("標的型", "攻撃"), words.query("標的型攻撃"))).isFalse();
    }

    @Test
    void findsPhrasesAtTheEndOfALongText() {
        var text = "訓練の記録です。".repeat(8_000) + "最後に標的型攻撃メールの報告。";
        assertThat(finds(text, "標的型攻撃メール")).isTrue();
        assertThat(finds(text, "標的メール")).isFalse();
    }

    @Test
    void marksWhatWasAskedFor() {
        assertThat(words.query("サーバー障害 -訓練 iOS").highlights()).containsExactly("サーバ障害", "サーバ", "ios", "障害");
        assertThat(words.query("社内の改竄").highlights()).containsExactly("社内の改ざん", "改ざん", "社内");
    }

    @Test
    void aQuestionWithoutWordsAsksNothing() {
        for (var asked :
                List.of("", " 　\t\n", "!!! & | ( ) :* <->", "「」。、", "\"", "-", "\"\"", "-\"\" \"", "\0", "\ud800")) {
            assertThat(words.query(asked)).as(asked).matches(SearchWords.Query::isEmpty);
            assertThat(finds(REPORT, asked)).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void survivesEveryText(String text) {
        assertThat(finds(words.vector(text + " 攻撃"), words.query("攻撃"))).isIn(true, false);
        assertThat(finds(REPORT, text)).isIn(true, false);
        assertThat(database.sql("select length(:plain::text)")
                        .param("plain", words.plain(text))
                        .query(Integer.class)
                        .single())
                .isNotNegative();
        Snippet.of(text, words.query(text));
        assertThat(words.query(text).highlights()).hasSizeLessThan(200);
    }

    static List<String> hostile() {
        var random = new Random(7);
        var alphabet = new ArrayList<>(List.of(
                "'", "''", "\\", ":*", "<->", "<2>", "&", "|", "!", "(", ")", "\"", "-", " ", "攻撃", "サーバー", "a", "1",
                ".", "\0", "\ud83d", "\ude00", "\u202e", "ﾞ", "\u0301", "ー", "：", "％", "\\'", "😀", "\ufffe", "[.]",
                "hxxp", "〆", "々", "𠮷", "ｶﾞ"));
        var texts = new ArrayList<>(List.of(
                "攻撃'; drop table x; --",
                "\\",
                "'",
                "''''",
                "a".repeat(100_000),
                "攻".repeat(100_000),
                "ー".repeat(100_000),
                "カ".repeat(100_000),
                "\u0301\u0323".repeat(50_000),
                "\ufdfa".repeat(50_000),
                "'\\".repeat(50_000),
                "あいうえお ".repeat(20_000),
                "\ud800".repeat(1_000)));
        for (var i = 0; i < 300; i++) {
            var text = new StringBuilder();
            for (var n = random.nextInt(40); n >= 0; n--) {
                text.append(alphabet.get(random.nextInt(alphabet.size())));
            }
            texts.add(text.toString());
        }
        var distinct = new StringBuilder();
        for (var i = 0; i < 200_000; i++) {
            distinct.append(Integer.toString(i, 36)).append('x').append(' ');
        }
        texts.add(distinct.toString());
        return texts;
    }

    @Test
    void manyMaySearchAtOnce() throws Exception {
        var expected = words.vector(REPORT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<String>>();
            for (var i = 0; i < 200; i++) {
                work.add(() -> words.vector(REPORT));
            }
            for (var result : threads.invokeAll(work)) {
                assertThat(result.get()).isEqualTo(expected);
            }
        }
    }

    private boolean finds(String text, String asked) {
        return finds(words.vector(text), words.query(asked));
    }

    private static boolean finds(String vector, SearchWords.Query query) {
        return database.sql("select numnode(:words::tsquery) > 0 and :vector::tsvector @@ :words::tsquery")
                .param("vector", vector)
                .param("words", query.words())
                .query(Boolean.class)
                .single();
    }

    private double rank(String vector, String asked) {
        return database.sql("select ts_rank(:vector::tsvector, :words::tsquery)")
                .param("vector", vector)
                .param("words", words.query(asked).words())
                .query(Double.class)
                .single();
    }
}
