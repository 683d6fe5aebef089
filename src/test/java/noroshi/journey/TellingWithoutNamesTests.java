package noroshi.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static noroshi.testing.Cast.MIKA;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.journey.Visitors.Round;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What happened to one is told to all without its name: from the report to the bulletin that everybody reads. */
@OpenHouse
class TellingWithoutNamesTests {
    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(names = {"MIXED", "SWAPPED", "WITHOUT_SCRIPT"})
    void othersLearnWithoutKnowingOfWhom(Round round) {
        var run = UUID.randomUUID().toString().substring(32);
        try (var house = new Visitors(port, round)) {
            var matter = reported(house, run);
            WithoutNames.namesAreTakenOut(house, matter);
            var manuscript = WithoutNames.written(house, matter, run);
            WithoutNames.asked(house, matter);
            WithoutNames.agreed(house, matter, run);
            var topic = WithoutNames.published(house, manuscript);
            WithoutNames.read(house, topic, matter);
            assertThat(house.complaints()).isEmpty();
        }
    }

    private static String reported(Visitors house, String run) {
        var mika = house.at(MIKA, "/desk/new");
        mika.locator("input[name=kind][value=REPORT]").check();
        mika.locator("#f-title").fill("東都鉄道の予約に不審な添付 " + run);
        mika.locator("#f-body").fill("7月23日9時40分ごろ、東都鉄道のMikaあてに偽の報告書が届いた。");
        mika.locator("button[name=step][value=send]").click();
        assertThat(mika).hasURL(Pattern.compile(".*/desk/D-.*"));
        return mika.url().replaceAll(".*(/desk/D-[0-9A-Z-]+).*", "$1");
    }
}
