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

import java.sql.DriverManager;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Accounts that nobody uses are found, asked about, kept or suspended. */
@WholeHouse
class ReviewingDormantAccountsTests {
    @Autowired
    Dormancy dormancy;

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
        assertThatThrownBy(() -> dormancy.people(MIKA)).isInstanceOf(NotFound.class);
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

    /** Nobody who sleeps stays behind for the tests that count people. */
    @AfterEach
    void wakeUp() throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.prepareStatement("""
                        update membership.seat set until = now()
                         where person in (select id from membership.person where name = '眠り')
                        """)) {
            statement.executeUpdate();
        }
    }

    private boolean listed(Actor actor, UUID person) {
        return dormancy.people(actor).stream()
                .anyMatch(each -> each.person().id().equals(person));
    }

    /** Somebody at the railway who came last half a year ago. */
    private UUID sleeper() throws Exception {
        var id = UUID.randomUUID();
        try (var owner = DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"))) {
            try (var person = owner.prepareStatement("""
                    insert into membership.person (id, login, name, created_at, last_seen_at)
                    values (?, ?, '眠り', now() - interval '2 years', now() - interval '200 days')
                    """)) {
                person.setObject(1, id);
                person.setString(2, "s" + id);
                person.executeUpdate();
            }
            try (var seat = owner.prepareStatement("""
                    insert into membership.seat (person, organisation, roles, since, until)
                    values (?, ?, '{MEMBER_USER}', now() - interval '2 years', now() + interval '1 day')
                    """)) {
                seat.setObject(1, id);
                seat.setObject(2, RAILWAY);
                seat.executeUpdate();
            }
        }
        return id;
    }
}
