package noroshi.community;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** When the last lead of an invited community is gone, somebody can still answer who asks to be let in. */
@WholeHouse
class GoingOnWithoutLeadsTests {
    private static final Wording WORDS = new Wording("会", "Circle");

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    @Autowired
    Leaderless leaderless;

    @Autowired
    Environment environment;

    @Autowired
    MockMvcTester mvc;

    @Test
    void theCentreNamesOneOfThoseWhoAreLeft() throws Exception {
        var code = "g" + UUID.randomUUID().toString().substring(0, 8);
        var id = communities.found(
                new NewCommunity(
                        code, Community.Kind.INVITED, new Profile(WORDS, WORDS, WORDS, WORDS, 1), KEI.person()),
                ADA);
        admissions.invite(id, "mika", ADA);
        admissions.ask(code, "入りたいです", SORA);
        assertThat(found(id)).as("Kei leads").isFalse();
        assertThatThrownBy(() -> leaderless.appoint(id, MIKA.person(), ADA)).isInstanceOf(NotFound.class);

        moved(id, KEI);

        assertThat(leaderless.list(ADA)).anySatisfy(each -> {
            assertThat(each.id()).isEqualTo(id);
            assertThat(each.requests()).isOne();
            assertThat(each.candidates()).containsExactlyInAnyOrder(MIKA.person(), SORA.person());
        });
        assertThat(leaderless.waiting(ADA)).isPositive();
        assertThat(mvc.get().uri("/communities/leaderless").with(as(ADA)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains("/communities/" + id + "/appointment")
                .doesNotContain("community.leaderless");
        for (var other : new Actor[] {OTTO, DANA, MIKA, KEI}) {
            assertThatThrownBy(() -> leaderless.list(other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> leaderless.appoint(id, MIKA.person(), other))
                    .isInstanceOf(NotFound.class);
            assertThat(leaderless.waiting(other)).isZero();
        }
        assertThatThrownBy(() -> leaderless.appoint(id, OTTO.person(), ADA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> leaderless.appoint(id, ADA.person(), ADA)).isInstanceOf(NotFound.class);

        leaderless.appoint(id, MIKA.person(), ADA);

        assertThat(found(id)).isFalse();
        admissions.admit(id, SORA.person(), MIKA);
        assertThat(communities.show(id, SORA).place()).isEqualTo(Place.MEMBER);
    }

    private boolean found(UUID id) {
        return leaderless.list(ADA).stream().anyMatch(each -> each.id().equals(id));
    }

    /** As a move does it, as the owner of the database. */
    private void moved(UUID community, Actor who) throws SQLException {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var update = owner.prepareStatement("""
                        update membership.belonging set until = greatest(since, now())
                         where principal = ? and person = ? and until is null
                        """)) {
            update.setObject(1, community);
            update.setObject(2, who.person());
            update.executeUpdate();
        }
    }
}
