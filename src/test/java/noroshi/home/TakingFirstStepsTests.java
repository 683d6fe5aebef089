package noroshi.home;

import static java.util.stream.Collectors.toSet;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.AssetRegister;
import noroshi.membership.Invitations;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.notification.Preference;
import noroshi.notification.Preferences;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // people come: a house of its own
class TakingFirstStepsTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Autowired
    FirstSteps steps;

    @Autowired
    Home home;

    @Autowired
    Invitations invitations;

    @Autowired
    Preferences preferences;

    @Autowired
    AssetRegister assets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void eachStepIsTickedByWhatIsThereAndTheListGoesWhenAllAre() {
        var asa = newcomer(Role.MEMBER_USER);
        assertThat(onHome(asa).orElseThrow().steps())
                .containsOnlyKeys(FirstStep.PASSKEY, FirstStep.NOTIFICATIONS, FirstStep.PRACTICE)
                .allSatisfy((step, done) -> assertThat(done).as(step.name()).isFalse());
        preferences.save(new Preference(Preference.Mail.DIRECT, true, 7, TOKYO, Optional.empty()), asa);
        assertThat(done(asa)).containsExactly(FirstStep.NOTIFICATIONS);
        steps.practise(asa);
        var first = steps.practised(asa);
        steps.practise(asa);
        assertThat(steps.practised(asa)).isPresent().isEqualTo(first);
        assertThat(done(asa)).containsExactlyInAnyOrder(FirstStep.NOTIFICATIONS, FirstStep.PRACTICE);
        passkey(asa);
        assertThat(onHome(asa)).isEmpty();
        assertThat(steps.beginning(asa).complete()).isTrue();
    }

    @Test
    void whoSpeaksForTheOrganisationRegistersItsAssets() {
        var asa = newcomer(Role.MEMBER_USER, Role.MEMBER_POC);
        assertThat(onHome(asa).orElseThrow().steps()).containsKey(FirstStep.ASSETS);
        assets.register(
                Optional.empty(), "steps-" + UUID.randomUUID().toString().substring(28) + ".example", "", asa);
        assertThat(done(asa)).containsExactly(FirstStep.ASSETS);
    }

    @Test
    void itIsPutAwayAndBroughtBackByEachForThemselves() {
        var asa = newcomer(Role.MEMBER_USER);
        steps.show(false, asa);
        assertThat(onHome(asa)).isEmpty();
        steps.show(true, asa);
        assertThat(onHome(asa)).isPresent();
        assertThat(onHome(MIKA)).isEmpty();
    }

    @Test
    void whoHasLongBeenHereIsLeftAloneUntilTheyAsk() {
        assertThat(onHome(OTTO)).isEmpty();
        assertThat(mvc.get().uri("/settings").with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .contains("はじめの一歩");
        assertThat(mvc.post().uri("/first-steps").with(as(OTTO)).param("shown", "true"))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/");
        assertThat(mvc.get().uri("/").with(as(OTTO))).hasStatusOk().bodyText().contains("確認の練習をする");
        assertThat(mvc.post().uri("/first-steps").with(as(OTTO)).param("shown", "false"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/").with(as(OTTO))).hasStatusOk().bodyText().doesNotContain("確認の練習をする");
    }

    @Test
    void practiceIsNobodyElsesAndCountsNowhere() {
        var asa = newcomer(Role.MEMBER_USER);
        assertThat(mvc.get().uri("/first-steps/practice?level=pro").with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .contains("203[.]0[.]113[.]7");
        steps.practise(asa);
        assertThat(steps.practised(OTTO)).isEmpty();
        assertThat(steps.practised(RIN)).isEmpty();
        assertThat(home.today(Level.GENERAL, TOKYO, asa).bulletins())
                .noneMatch(row -> row.title().contains("練習"));
    }

    private Optional<Beginning> onHome(Actor actor) {
        return home.today(Level.GENERAL, TOKYO, actor).beginning();
    }

    private Set<FirstStep> done(Actor actor) {
        var all = onHome(actor).orElseThrow().steps();
        return all.keySet().stream().filter(all::get).collect(toSet());
    }

    private void passkey(Actor actor) {
        jdbc.sql("""
                insert into membership.passkey (id, person, label, public_key, signatures, verified, backup_eligible,
                                                backed_up, transports, attestation, client_data, created_at, used_at)
                values (uuid_send(gen_random_uuid()), :person, '端末', '\\x01', 0, true, false, false, '{}', '\\x01', '\\x01',
                        now(), now())
                """).param("person", actor.person()).update();
    }

    private Actor newcomer(Role... roles) {
        var link = invitations.invite(
                new NewInvitation(RAILWAY, "新田 朝", UUID.randomUUID() + "@member.example", Set.of(roles)), RIN);
        var login = "n" + UUID.randomUUID().toString().substring(28);
        var person = invitations.take(link, new Newcomer(login, "新田 朝", "", Locale.JAPANESE));
        return new Actor(person, RAILWAY, Set.of(roles), "web");
    }
}
