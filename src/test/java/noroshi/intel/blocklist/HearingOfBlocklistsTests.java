package noroshi.intel.blocklist;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Papers;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever is to block hears of it, and again when it is taken back or was not answered; nobody else does. */
@WholeHouse
@Import(RightNow.class)
class HearingOfBlocklistsTests {
    private static final String PUSHED = "notification.what.blocking_pushed";
    private static final String TAKEN_BACK = "notification.what.blocking_taken_back";
    private static final String REMINDED = "notification.what.blocking_reminded";

    @Autowired
    Blocklists blocklists;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theWindowOfARecipientIsTold() {
        var form = new Spelling.Form(IndicatorType.DOMAIN, Papers.name());
        var list = blocklists.make(new NewBlocklist("偽サイト", "", Tlp.GREEN, List.of(form)), ED);
        blocklists.push(list, Set.of(RAILWAY, POWER), ED);
        rightNow.spread();
        assertThat(told(PUSHED, MIKA)).isTrue();
        assertThat(told(PUSHED, OTTO)).isFalse();
        assertThat(mvc.get().uri("/").with(as(MIKA))).bodyText().contains("/intel/blocklists#received");
        confirmations.confirm(
                list,
                new Confirmation("EDR", Confirmation.State.REGISTERED, Optional.empty(), Optional.empty(), ""),
                MIKA);
        blocklists.remind(list, ED);
        rightNow.spread();
        assertThat(told(REMINDED, NOOR)).isTrue();
        assertThat(told(REMINDED, MIKA)).as("answered").isFalse();
        blocklists.takeBackAll(list, "誤検知", ED);
        rightNow.spread();
        assertThat(told(TAKEN_BACK, MIKA)).isTrue();
        assertThat(told(TAKEN_BACK, OTTO)).isFalse();
    }

    private boolean told(String what, Actor actor) {
        return notifications.list(false, new Window(0, 100), actor).stream()
                .anyMatch(row -> row.key().equals(what));
    }
}
