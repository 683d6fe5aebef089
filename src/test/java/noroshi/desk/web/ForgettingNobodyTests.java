package noroshi.desk.web;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matter;
import noroshi.desk.Matters;
import noroshi.desk.PartyLists;
import noroshi.desk.Sharing;
import noroshi.desk.Trigger;
import noroshi.desk.Wanted;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever handles a matter sees whom the rules of today name and nobody told. */
@WholeHouse
@Import(Matters.class)
class ForgettingNobodyTests {
    private static final String UNTOLD = "関係先名簿にある 都警察 にまだ知らせていません";

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    PartyLists parties;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private MvcTestResult page(Matter matter, Actor actor) {
        return mvc.get().uri("/desk/" + matter.reference()).with(as(actor)).exchange();
    }

    @Test
    void whoeverTheRulesNameLaterIsSeenByTheDeskUntilTheyAreTold() {
        var system = matters.system(AGENCY);
        var matter = matters.reported("あとから名簿に載る", Optional.of(system), false, MIKA);
        assertThat(page(matter, DANA)).bodyText().doesNotContain(UNTOLD);
        parties.add(Trigger.SYSTEM, system, POLICE, true, false, DANA);
        assertThat(page(matter, DANA)).bodyText().contains(UNTOLD);
        assertThat(page(matter, MIKA)).bodyText().doesNotContain(UNTOLD);
        sharing.share(desk.show(matter.reference(), MIKA), POLICE, new Wanted("名簿にあるため", true, false), MIKA);
        assertThat(page(matter, DANA)).bodyText().doesNotContain(UNTOLD);
    }
}
