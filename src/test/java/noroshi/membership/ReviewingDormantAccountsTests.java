package noroshi.membership;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.STRANGERS;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Window;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Accounts that nobody uses are found, asked about, kept or suspended. */
@WholeHouse
class ReviewingDormantAccountsTests {
    private static final Window ALL_OF_THEM = new Window(0, 200);

    @Autowired
    Dormancy dormancy;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    Environment environment;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whoHasNotComeForLongIsListedForThoseWhoLookAfterThem() throws Exception {
        var sleeper = sleeper();

        assertThat(listed(ADA, sleeper)).isTrue();
        assertThat(listed(RIN, sleeper)).isTrue();
        assertThat(listed(OTTO, sleeper)).isFalse();
        assertThatThrownBy(() -> dormancy.people(ALL_OF_THEM, MIKA)).isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/members/dormant").with(as(MIKA))).hasStatus(404);
        assertThat(mvc.get().uri("/members/dormant").with(as(RIN))).hasStatusOk();
    }

    @Test
    void theCentreAsksAndTheOrganisationAnswers() throws Exception {
        var sleeper = sleeper();
        var before = dormancy.waiting(RIN);

        dormancy.remind(sleeper, RAILWAY, ADA);
        dormancy.remind(sleeper, RAILWAY, ADA);

        assertThat(dormancy.waiting(RIN)).isEqualTo(before + 1);
        assertThat(dormancy.waiting(OTTO)).isZero();
        assertThat(mvc.get().uri("/").with(as(RIN))).bodyText().contains("/members/dormant");
        assertThatThrownBy(() -> dormancy.keep(sleeper, RAILWAY, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> dormancy.remind(sleeper, RAILWAY, RIN)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> dormancy.remind(sleeper, STRANGERS, ADA)).isInstanceOf(NotFound.class);
        dormancy.keep(sleeper, RAILWAY, RIN);
        assertThat(dormancy.waiting(RIN)).isEqualTo(before);
    }

    @Test
    void whoWasKeptIsNotAskedAboutAgainBeforeAsMuchTimeHasGoneBy() throws Exception {
        var sleeper = sleeper();
        dormancy.remind(sleeper, RAILWAY, ADA);
        assertThat(mvc.delete()
                        .uri("/members/" + sleeper + "/reminder")
                        .param("organisation", RAILWAY.toString())
                        .with(as(RIN)))
                .hasStatus(303);
        assertThat(listed(RIN, sleeper)).isFalse();
        assertThat(listed(ADA, sleeper)).isFalse();
        asOwner("select kept_by from membership.kept where person = '" + sleeper + "'", RIN.person());

        change(
                "update membership.kept set kept_at = now() - interval '100 days', kept_until = now() - interval '1 hour'"
                        + " where person = '" + sleeper + "'");
        assertThat(listed(ADA, sleeper)).isTrue();
        dormancy.keep(sleeper, RAILWAY, RIN);
        assertThat(listed(ADA, sleeper)).isFalse();
    }

    @Test
    void thoseWhoAdministerThemAreToldAndTheSleeperOnce() throws Exception {
        var sleeper = sleeper();
        dormancy.remind(sleeper, RAILWAY, ADA);
        dormancy.remind(sleeper, RAILWAY, ADA);
        onItsWay.untilTold();
        assertThat(told("PERSON_ASKED", sleeper)).containsOnly(RIN.person()).hasSize(2);
        assertThat(told("PERSON_REMINDED", sleeper)).containsExactly(sleeper);
        assertThat(mvc.get().uri("/notifications").with(as(RIN))).bodyText().contains("まだ参加しているか");
        var asked = sleeper();
        onItsWay.heldBack(() -> {
            dormancy.remind(asked, RAILWAY, ADA);
            dormancy.keep(asked, RAILWAY, RIN);
        });
        assertThat(told("PERSON_ASKED", asked)).as("answered meanwhile").isEmpty();
        assertThat(told("PERSON_REMINDED", asked)).isEmpty();
    }

    @Test
    void theyAreSuspendedOrRemovedFromTheList() throws Exception {
        var suspended = sleeper();
        var removed = sleeper();
        assertThat(mvc.get().uri("/members/dormant").with(as(RIN)))
                .bodyText()
                .contains("/members/" + suspended + "/standing", "/members/" + removed + "/standing", "withdrawn");
        assertThat(stand(suspended, "suspended", OTTO)).isEqualTo(404);
        assertThat(stand(suspended, "suspended", MIKA)).isEqualTo(403);
        assertThat(listed(RIN, suspended)).isTrue();
        assertThat(stand(suspended, "suspended", RIN)).isEqualTo(303);
        assertThat(stand(removed, "withdrawn", RIN)).isEqualTo(303);
        assertThat(listed(ADA, suspended)).isFalse();
        assertThat(listed(ADA, removed)).isFalse();
        asOwner("select count(*) from membership.seat where until is null and person = '" + removed + "'", 0L);
    }

    @Test
    void organisationsOfWhichNobodyComesAreAskedAndSuspended() throws Exception {
        var asleep = organisation();
        sits(sleeper(), asleep, "{MEMBER_USER,ORG_ADMIN}");
        var list = "/members/dormant?of=organisations";
        assertThat(mvc.get().uri(list).with(as(ADA)))
                .bodyText()
                .contains("/organisations/" + asleep + "/reminder")
                .doesNotContain("/organisations/" + RAILWAY + "/reminder");
        assertThat(mvc.get().uri(list).with(as(RIN))).bodyText().doesNotContain(asleep.toString());
        assertThatThrownBy(() -> dormancy.organisations(ALL_OF_THEM, RIN)).isInstanceOf(NotFound.class);
        assertThat(mvc.post().uri("/organisations/" + asleep + "/reminder").with(as(RIN)))
                .hasStatus(403);
        assertThat(mvc.post()
                        .uri("/organisations/" + UUID.randomUUID() + "/reminder")
                        .with(as(ADA)))
                .hasStatus(404);
        assertThat(mvc.post().uri("/organisations/" + asleep + "/reminder").with(as(ADA)))
                .hasStatus(303);
        onItsWay.untilTold();
        asOwner("""
                select count(*) from notification.item i
                 where i.what = 'ORGANISATION_ASKED' and i.subject = '%s'
                   and i.person in (select person from membership.seat where organisation = i.subject)
                """.formatted(asleep), 1L);
        assertThat(organisations())
                .filteredOn(it -> it.organisation().id().equals(asleep))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.askedAt()).isPresent();
                    assertThat(it.lastSeen()).isPresent();
                });
        assertThat(mvc.post()
                        .uri("/organisations/" + asleep + "/standing")
                        .param("status", "suspended")
                        .with(as(ADA)))
                .hasStatus(303);
        assertThat(organisations()).noneMatch(it -> it.organisation().id().equals(asleep));
    }

    @Test
    void oneOfManyIsFoundOnALaterPage() throws Exception {
        for (int i = 0; i < 51; i++) {
            sleeper();
        }
        assertThat(mvc.get().uri("/members/dormant").with(as(ADA))).bodyText().contains("page=2");
        assertThat(mvc.get().uri("/members/dormant?page=2").with(as(ADA)))
                .bodyText()
                .contains("page=1", "/reminder");
    }

    private int stand(UUID person, String status, Actor actor) {
        return mvc.post()
                .uri("/members/" + person + "/standing")
                .param("status", status)
                .with(as(actor))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private List<Dormant> everybody(Actor actor) {
        return dormancy.people(ALL_OF_THEM, actor);
    }

    private List<DormantOrganisation> organisations() {
        return dormancy.organisations(ALL_OF_THEM, ADA);
    }

    private List<UUID> told(String what, UUID about) throws Exception {
        try (var owner = owner();
                var query = owner.prepareStatement("""
                        select i.person from notification.item i
                          join notification.happening h on h.id = i.happening
                         where i.what = ? and h.person = ?
                        """)) {
            query.setString(1, what);
            query.setObject(2, about);
            var rows = query.executeQuery();
            var people = new ArrayList<UUID>();
            while (rows.next()) {
                people.add(rows.getObject(1, UUID.class));
            }
            return people;
        }
    }

    private void asOwner(String query, Object expected) throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getObject(1)).isEqualTo(expected);
        }
    }

    private void change(String update) throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            assertThat(statement.executeUpdate(update)).isPositive();
        }
    }

    private Connection owner() throws Exception {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }

    /** An organisation two years old; it is gone when the test is over. */
    private UUID organisation() throws Exception {
        var id = UUID.randomUUID();
        change("""
                insert into membership.organisation (id, code, name, name_en, part, status, joined_on, created_at)
                values ('%s', '%s', '眠り会', 'Sleepers', 'MEMBER', 'active', '2020-01-01', now() - interval '2 years')
                """.formatted(id, "d" + id));
        return id;
    }

    private void sits(UUID person, UUID organisation, String roles) throws Exception {
        change("""
                insert into membership.seat (person, organisation, roles, since, until)
                values ('%s', '%s', '%s', now() - interval '2 years', now() + interval '1 day')
                """.formatted(person, organisation, roles));
    }

    /** Nobody who sleeps stays behind for the tests that count people. */
    @AfterEach
    void wakeUp() throws Exception {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.executeUpdate("""
                    update membership.seat set until = now()
                     where (until is null or until > now())
                       and person in (select id from membership.person where name = '眠り')
                    """);
            statement.executeUpdate("update membership.organisation set status = 'suspended' where name = '眠り会'");
        }
    }

    private boolean listed(Actor actor, UUID person) {
        return everybody(actor).stream().anyMatch(each -> each.person().id().equals(person));
    }

    /** Somebody at the railway who came last half a year ago. */
    private UUID sleeper() throws Exception {
        var id = UUID.randomUUID();
        change("""
                insert into membership.person (id, login, name, created_at, last_seen_at)
                values ('%s', '%s', '眠り', now() - interval '2 years', now() - interval '200 days')
                """.formatted(id, "s" + id));
        change("""
                insert into membership.seat (person, organisation, roles, since)
                values ('%s', '%s', '{MEMBER_USER}', now() - interval '2 years')
                """.formatted(id, RAILWAY));
        return id;
    }
}
