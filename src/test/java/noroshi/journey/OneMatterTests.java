package noroshi.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The main journey of the desk in one run, in both languages: a member reports on a phone; ministry, police and agency
 * have it at their windows; it is judged, helped with, answered and closed; what others can learn of it is told to all
 * without a name, with the reporter's consent; and the evening's report upwards has it.
 */
@OpenHouse
class OneMatterTests {
    @LocalServerPort
    int port;

    @Test
    void fromTheReportToTheBulletinAndTheEveningsEdition() {
        var titles = new ArrayList<String>();
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            try (var house = Visitors.secondOnAPhone(port, language)) {
                titles.add(followed(house));
                if (titles.size() == 2) { // a half day has one report
                    AtTheDesk.reportedUpwards(house, titles);
                }
                assertThat(house.complaints()).isEmpty();
            }
        }
    }

    private static String followed(Visitors house) {
        var run = "j" + UUID.randomUUID().toString().substring(30);
        var title = "東都鉄道の予約に不審な添付 " + run;
        AtTheDesk.partiesAreKnown(house, run);
        var matter = AtTheDesk.reported(house, run, title, "7月23日9時40分ごろ、東都鉄道のMikaあてに偽の報告書が届いた。");
        AtTheDesk.everybodyHasIt(house, matter, title);
        AtTheDesk.triaged(house, matter, title);
        AtTheDesk.impactIsConfirmed(house, matter, title, run);
        AtTheDesk.helped(house, matter);
        AtTheDesk.answeredAndClosed(house, matter);
        WithoutNames.namesAreTakenOut(house, matter);
        var manuscript = WithoutNames.written(house, matter, run);
        WithoutNames.asked(house, matter);
        WithoutNames.agreed(house, matter, run);
        WithoutNames.read(house, WithoutNames.published(house, manuscript), matter);
        return title;
    }
}
