package noroshi.asset;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetFilter.Show;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.notification.Row;
import noroshi.notification.What;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nothing leaves the register without its organisation having heard of it, once. */
@WholeHouse
@Import(RightNow.class)
class EndingAssetsTests {
    @Autowired
    AssetRegister register;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    WatchEnds watch;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Environment environment;

    @Test
    void anEndIsToldOnceBeforeAndOnceAtIt() throws Exception {
        var id = registered(NOOR);
        tell();
        assertThat(told(What.ASSETS_ENDING, NOOR)).as("it does not end soon").isZero();

        ends(id, "now() + interval '20 days'");
        tell();
        tell();
        assertThat(told(What.ASSETS_ENDING, NOOR)).isOne();
        assertThat(told(What.ASSETS_ENDING, OTTO)).isZero();
        assertThat(told(What.ASSETS_ENDED, NOOR)).isZero();
        assertThat(register.ending(NOOR)).isOne();
        assertThat(register.list(
                        new AssetFilter(Optional.empty(), Show.EXPIRING, Optional.empty(), ""),
                        new Window(0, 200),
                        NOOR))
                .hasSize(1);
        assertThat(page("/", NOOR)).contains("/assets/renewal", "/assets?show=expiring");
        assertThat(page("/assets?show=expiring", NOOR))
                .contains("/assets/renewal")
                .doesNotContain("asset.");

        ends(id, "now() - interval '1 minute'");
        tell();
        tell();
        assertThat(told(What.ASSETS_ENDED, NOOR)).isOne();
        assertThat(told(What.ASSETS_ENDING, NOOR))
                .as("it has ended: that is told instead")
                .isZero();

        assertThat(register.renewAll(NOOR)).isOne();
        assertThat(register.renewAll(NOOR)).isZero();
        assertThat(register.ending(NOOR)).isZero();
        assertThatThrownBy(() -> register.renewAll(DANA)).isInstanceOf(NotAllowed.class);
        approvals.approve(List.of(id), DANA);
        assertThat(told(What.ASSETS_ENDED, NOOR)).as("settled").isZero();
        ends(id, "now() + interval '19 days'");
        tell();
        assertThat(told(What.ASSETS_ENDING, NOOR))
                .as("another end is told again")
                .isOne();
        register.remove(id, NOOR);
    }

    @Test
    void theCentreSaysWhyItRemoves() throws Exception {
        var id = registered(NOOR);
        assertThatThrownBy(() -> register.remove(id, " ", DANA)).isInstanceOf(RuleBroken.class);
        assertThat(page("/assets/" + id, DANA)).contains("name=\"reason\"");
        var before = told(What.ASSET_REMOVED, NOOR);
        register.remove(id, "持ち主ではないと連絡がありました", DANA);
        rightNow.spread();
        assertThat(told(What.ASSET_REMOVED, NOOR)).isEqualTo(before + 1);
        assertThat(told(What.ASSET_REMOVED, OTTO)).isZero();
        assertThat(page("/assets/" + id, NOOR)).contains("持ち主ではないと連絡がありました");
        assertThat(mvc.get().uri("/assets/" + id).with(as(OTTO)).exchange()).hasStatus(404);

        var own = registered(NOOR);
        register.remove(own, NOOR);
        rightNow.spread();
        assertThat(told(What.ASSET_REMOVED, NOOR)).as("who removes knows").isEqualTo(before + 1);
    }

    private UUID registered(Actor actor) {
        var id = register.register(
                Optional.empty(), "e" + UUID.randomUUID().toString().substring(0, 13) + ".example", "", actor);
        approvals.approve(List.of(id), DANA);
        return id;
    }

    private void tell() {
        watch.run();
        rightNow.spread();
    }

    private long told(What what, Actor actor) {
        return notifications.list(false, new Window(0, 200), actor).stream()
                .map(Row::shown)
                .filter(shown -> shown.outline().what() == what)
                .count();
    }

    private String page(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** As the owner of the database: time passes. */
    private void ends(UUID asset, String when) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var reader = owner.prepareStatement("select set_config('noroshi.person', ?, false)");
                var update = owner.prepareStatement("update asset.asset set expires_at = " + when + " where id = ?")) {
            reader.setString(1, DANA.person().toString());
            reader.execute();
            update.setObject(1, asset);
            update.executeUpdate();
        }
    }
}
