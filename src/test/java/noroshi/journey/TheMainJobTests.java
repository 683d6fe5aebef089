package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static noroshi.journey.Visitors.button;
import static noroshi.journey.Visitors.panel;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.testing.Browser.Look;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From a file of a vendor to readers at two levels, and back to the Centre that sees who was reached. */
@OpenHouse
class TheMainJobTests {
    @LocalServerPort
    int port;

    @TempDir
    private Path folder = Path.of(".");

    @ParameterizedTest
    @CsvSource({"DESKTOP, ja", "PHONE, en"})
    void fromTheFileToTheFigures(Look look, Locale language) throws Exception {
        var run = UUID.randomUUID().toString().substring(32);
        try (var house = new Visitors(port, look, language)) {
            var name = "Umibotaru " + run;
            var manuscript = written(house, imported(house, run, language), name);
            approved(house, manuscript, name);
            var topic = published(house, manuscript, name);
            readByTheGeneralist(house, topic, name);
            readByTheEngineer(house, topic, name);
            revised(house, topic);
            differenceIsRead(house, topic, name);
            theCentreSeesWhoWasReached(house, topic, name);
            assertThat(house.complaints()).isEmpty();
        }
    }

    /** By command; what was refused is said with its reason, there and on the page. */
    private String imported(Visitors house, String run, Locale language) throws IOException, InterruptedException {
        var file = folder.resolve("umibotaru-" + run + ".json");
        var bundle = Objects.requireNonNull(getClass().getResource("/noroshi/journey/umibotaru.json"));
        try (var source = bundle.openStream()) {
            Files.writeString(file, new String(source.readAllBytes(), UTF_8).replace("cafe\"", run + "\""));
        }
        var order = new String[] {
            "intel",
            "import",
            file.toString(),
            "--json",
            "--as",
            "ed",
            "--tlp",
            "GREEN",
            "--source",
            "Umi CERT",
            "--reason",
            "mail of 13 July"
        };
        var ended = CommandLine.run(language, order);
        assertThat(ended.code()).isEqualTo(5);
        assertThat(ended.said().path("taken").asInt()).isEqualTo(19);
        assertThat(ended.said().path("refused").asInt()).isEqualTo(3);
        assertThat(CommandLine.texts(ended.said().path("refusals")))
                .contains(house.say("intel.object.type-unknown", "malwear"), house.say("intel.object.version-missing"));

        var ed = house.at(ED, "/intel");
        house.inspect(ed);
        ed.getByText(file.getFileName().toString()).click();
        assertThat(ed.locator(".figures")).containsText("19");
        house.inspect(ed);
        ed.locator("a[href*='show=refused']").click();
        assertThat(panel(ed, "rows").locator("tbody tr")).hasCount(3);
        assertThat(panel(ed, "rows")).containsText(house.say("intel.object.type-unknown", "malwear"));
        house.inspect(ed);
        return ended.said().path("page").asString();
    }

    /** Both levels, the marks, and who will be able to read it by name and count. */
    private static String written(Visitors house, String bundle, String name) {
        var ed = house.at(ED, bundle);
        ed.locator("a[href^='/bulletins/new?bundle=']").click();
        assertThat(ed.locator("#f-proTitle")).hasValue("Umibotaru");
        assertThat(ed.locator("#f-indicators"))
                .hasValue(Pattern.compile("jikoku-hyo.*198.*203.*houkoku/update", Pattern.DOTALL));
        ed.locator("#f-proTitle").fill(name + "：報告書を装い文書を盗む");
        ed.locator("#f-proBody").fill("## 要点\n\n- 開くと業務文書を送り出す\n\n## 推奨する対策\n\n1. 添付を隔離する\n2. 通信先を遮断する");
        ed.locator("#f-generalTitle").fill(name + "：心当たりのない報告書を開かないでください");
        ed.locator("#f-sentence").fill("報告書を装う添付を開くと、パソコンの中の文書が盗まれます。");
        ed.locator("#f-step1").fill("心当たりのない添付を開かない");
        ed.locator("#f-concern").fill("メールを受け取る団体はすべて関係があります。");
        ed.locator("input[name=importance][value=IMPORTANT]").check();
        ed.locator("input[name=tlp][value=GREEN]").check();
        for (var box : ed.locator("input[name=audience]:checked").all()) {
            box.uncheck();
        }
        ed.locator("input[name=audience][value=everyone]").check();
        house.inspect(ed);
        ed.locator("button[value=preview]").click();
        readersStandByNameAndNumber(house, ed.locator("#preview"));
        house.inspect(ed);
        ed.locator("button[value=look]").click();
        assertThat(ed.locator("h1")).containsText(house.say("bulletin.review.of", name));
        house.inspect(ed);
        assertThat(ed.locator("form[action$='/publication']")).hasCount(0);
        button(ed, "/review").click();
        assertThat(ed.locator("form[action$='/approval']")).hasCount(0);
        return ed.url().replaceAll(".*(/bulletins/manuscripts/[^/]+)/review.*", "$1");
    }

    private static void readersStandByNameAndNumber(Visitors house, Locator preview) {
        for (var person : new String[] {"Mika", "Sora", "Otto", "Kei"}) {
            assertThat(preview).containsText(person);
        }
        var names = preview.locator(".reach__names span").count();
        var organisations = preview.locator(".reach__organisation").count();
        assertThat(preview.locator("h3")).hasText(house.say("audience.reach", names, organisations));
    }

    private static void approved(Visitors house, String manuscript, String name) {
        var dana = house.at(DANA, "/");
        house.inspect(dana);
        panel(dana, "duties")
                .locator("a[href^='/bulletins/manuscripts']")
                .first()
                .click();
        dana.getByText(name).first().click();
        assertThat(dana.locator("h1")).containsText(name);
        house.inspect(dana);
        button(dana, manuscript + "/approval").click();
        assertThat(dana.locator("[role=status].notice")).containsText(house.say("bulletin.approved"));
    }

    private static String published(Visitors house, String manuscript, String name) {
        var ed = house.at(ED, manuscript + "/review");
        button(ed, "/publication").click();
        assertThat(ed.locator("h1.article__title")).containsText(name);
        return ed.url().replaceAll(".*(/topics/[0-9a-f-]+).*", "$1");
    }

    /** Found on the home page, read in plain words; the level is remembered; answered, thanked for, confirmed. */
    private static void readByTheGeneralist(Visitors house, String topic, String name) {
        var sora = house.at(SORA, "/");
        house.inspect(sora);
        lead(sora, name).locator("a[href$='level=general']").click();
        assertThat(sora).hasURL(Pattern.compile(".*" + topic + "\\?level=general"));
        assertThat(sora.locator(".do")).containsText("心当たりのない添付を開かない");
        assertThat(sora.locator("table.indicators")).hasCount(0);
        house.inspect(sora);
        house.at(SORA, topic);
        assertThat(sora.locator(".do")).isVisible();
        respond(house, sora, "職員に知らせました");
    }

    /** The same address, for a professional. */
    private static void readByTheEngineer(Visitors house, String topic, String name) {
        var mika = house.at(MIKA, "/");
        house.inspect(mika);
        lead(mika, name).locator("a[href$='level=pro']").click();
        assertThat(mika).hasURL(Pattern.compile(".*" + topic + "\\?level=pro"));
        assertThat(mika.locator("table.indicators")).containsText("haisin-umi[.]example");
        assertThat(mika.locator(".do")).hasCount(0);
        assertThat(panel(mika, "thread")).containsText("職員に知らせました");
        house.inspect(mika);
        respond(house, mika, "通信先を遮断しました");
    }

    private static Locator lead(Page screen, String name) {
        return panel(screen, "important").locator("article", new Locator.LocatorOptions().setHasText(name));
    }

    private static void respond(Visitors house, Page reader, String words) {
        reader.locator("#f-body").fill(words);
        button(reader, "/comments").click();
        assertThat(panel(reader, "thread")).containsText(words);
        var useful = reader.locator("#reactions button").first();
        assertThat(useful).containsText(house.say("topic.reaction.useful"));
        useful.click();
        assertThat(reader.locator("#reactions button").first()).containsText(Pattern.compile("[12]"));
        button(reader, "/confirmation").click();
        assertThat(reader.locator("form[action$='/confirmation']")).hasCount(0);
        assertThat(reader.locator("[role=status].notice")).containsText(house.say("topic.confirmed"));
    }

    private static void revised(Visitors house, String topic) {
        var ed = house.at(ED, topic);
        button(ed, "/revision").click();
        ed.locator("#f-notePro").fill("通信先を 1 件加えました");
        ed.locator("#f-noteGeneral").fill("することが 1 つ増えました");
        ed.locator("#f-proBody").fill("## 要点\n\n- 開くと業務文書を送り出す\n\n## 推奨する対策\n\n1. 添付を隔離する\n2. 通信先を監視する");
        ed.locator("#f-indicators")
                .fill(ed.locator("#f-indicators").inputValue() + "\nIPv4\t198.51.100.88\tC2\t"
                        + house.say("bulletin.confidence.high"));
        ed.locator("#f-step2").fill("開いたら担当に電話する");
        house.inspect(ed);
        ed.locator("button[value=look]").click();
        button(ed, "/review").click();
        var review = ed.url().replaceAll("https?://[^/]+", "");
        var dana = house.at(DANA, review);
        button(dana, "/approval").click();
        house.at(ED, review);
        button(ed, "/publication").click();
        assertThat(ed.locator("h1.article__title")).isVisible();
    }

    /** Mika reads the difference, Sora does not come back: the Centre knows who has which version. */
    private static void differenceIsRead(Visitors house, String topic, String name) {
        var mika = house.at(MIKA, "/");
        assertThat(lead(mika, name)).containsText(house.say("home.version", 2));
        lead(mika, name).locator("h3 a").press("Enter");
        assertThat(mika.locator(".change-note")).containsText("通信先を 1 件加えました");
        house.inspect(mika);
        mika.locator(".change-note a").click();
        assertThat(mika.locator(".diff")).containsText("監視する");
        assertThat(mika.locator(".diff ins").first()).isVisible();
        assertThat(mika.locator(".diff del").first()).isVisible();
        house.inspect(mika);

        var ed = house.at(ED, topic);
        ed.locator("a[href$='/readers']").click();
        assertThat(reader(ed, "Mika")).containsText(house.say("topic.version.name", 2));
        assertThat(reader(ed, "Sora")).containsText(house.say("topic.version.name", 1));
        assertThat(reader(ed, "Otto")).containsText(house.say("topic.reading.not-yet"));
        house.inspect(ed);
    }

    private static Locator reader(Page screen, String name) {
        return screen.locator("tbody tr", new Page.LocatorOptions().setHasText(name));
    }

    /** Time to the first view, reach, and the two rankings: two lines by level, one by item. */
    private static void theCentreSeesWhoWasReached(Visitors house, String topic, String name) {
        var dana = house.at(DANA, "/insight?period=days7");
        assertThat(panel(dana, "by-level")).isVisible();
        house.inspect(dana);
        house.at(DANA, "/insight/topics?period=days7&by=level");
        assertThat(reader(dana, name)).hasCount(2);
        house.inspect(dana);
        house.at(DANA, "/insight/topics?period=days7&by=item");
        assertThat(reader(dana, name)).hasCount(1);
        reader(dana, name).locator("a[href$='/insight" + topic + "']").first().click();
        assertThat(dana).hasURL(Pattern.compile(".*/insight" + topic));
        assertThat(panel(dana, "waits").locator("svg:visible").first()).isVisible();
        var railway = house.say("topic.version.name", 1).equals("第1版") ? "東都鉄道" : "Toto Railway";
        var strangers = railway.startsWith("T") ? "Tonarimachi Trading" : "隣町商会";
        assertThat(reader(dana, railway)).containsText("Mika");
        assertThat(reader(dana, strangers)).containsText(house.say("insight.wait.never"));
        house.inspect(dana);
        house.at(DANA, "/insight/reach?period=days7");
        assertThat(reader(dana, railway).first()).containsText("%");
        house.inspect(dana);
    }
}
