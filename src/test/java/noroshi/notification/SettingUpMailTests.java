package noroshi.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.Test;

/** What an operator or a person sets is read before anything is sent by it. */
class SettingUpMailTests {
    @Test
    void aSenderThatIsNoAddressIsAFaultOfTheSettings() {
        var settings = new NotificationSettings.Mail(
                "127.0.0.1",
                25,
                NotificationSettings.Security.NONE,
                "",
                "",
                "Noroshi noroshi@jisp.example",
                "",
                Duration.ofSeconds(10),
                1);
        assertThatThrownBy(() -> new SmtpCarrier(settings)).hasMessageContaining("noroshi.notification.mail.from");
    }

    @Test
    void anAddressForBouncesThatIsNoneIsAFaultOfTheSettings() {
        var settings = new NotificationSettings.Mail(
                "127.0.0.1",
                25,
                NotificationSettings.Security.NONE,
                "",
                "",
                "noroshi@jisp.example",
                "bounces at jisp.example",
                Duration.ofSeconds(10),
                1);
        assertThatThrownBy(() -> new SmtpCarrier(settings)).hasMessageContaining("noroshi.notification.mail.bounces");
    }

    @Test
    void aZoneIsARegionByItsName() {
        assertThat(Preference.zone("Asia/Tokyo")).isEqualTo(ZoneId.of("Asia/Tokyo"));
        for (var other : List.of("+09:00", "UTC+9", "GMT+9", "Z", "Nowhere/Land")) {
            assertThatThrownBy(() -> Preference.zone(other)).isInstanceOf(RuleBroken.class);
        }
    }
}
