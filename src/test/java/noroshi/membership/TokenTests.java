package noroshi.membership;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class TokenTests {
    @Autowired
    Tokens tokens;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    private static NewToken reading(UUID organisation) {
        return new NewToken(organisation, "SIEM", Set.of(Scope.READ), Duration.ofDays(90));
    }

    @Test
    void aTokenSpeaksForAServiceAccountWithOneSeat() {
        var secret = tokens.create(reading(RAILWAY), RIN);
        assertThat(secret.text()).startsWith("nor_");
        var bearer = tokens.bearer(secret).orElseThrow();
        assertThat(bearer.actor().organisation()).isEqualTo(RAILWAY);
        assertThat(bearer.actor().roles()).containsExactly(Role.MEMBER_USER);
        assertThat(bearer.actor().via()).isEqualTo("api");
        assertThat(bearer.actor().person()).isNotEqualTo(RIN.person());
    }

    @Test
    void onlyAdministratorsOfTheOrganisationMakeThem() {
        assertThatThrownBy(() -> tokens.create(reading(RAILWAY), MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> tokens.create(reading(RAILWAY), OTTO)).isInstanceOf(NotAllowed.class);
        assertThat(tokens.create(reading(RAILWAY), ADA)).isNotNull();
        assertThatThrownBy(() -> tokens.create(new NewToken(RAILWAY, "x", Set.of(), Duration.ofDays(1)), RIN))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() ->
                        tokens.create(new NewToken(RAILWAY, "x", Set.of(Scope.READ), Duration.ofDays(10_000)), RIN))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void readingIsNotWriting() {
        assertThat(Scope.offered()).containsExactly(Scope.READ, Scope.WRITE, Scope.TAXII, Scope.LISTS);
        var reads = tokens.create(reading(RAILWAY), RIN);
        var writes = tokens.create(new NewToken(RAILWAY, "x", Set.of(Scope.WRITE), Duration.ofDays(1)), RIN);
        var nowhere =
                "/api/v1/blocklists/00000000-0000-4000-8000-000000000000/confirmations?product=p&state=REGISTERED";
        assertThat(mvc.post().uri(nowhere).header("Authorization", "Bearer " + reads.text()))
                .hasStatus(403);
        assertThat(mvc.post().uri(nowhere).header("Authorization", "Bearer " + writes.text()))
                .hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/search?q=log").header("Authorization", "Bearer " + writes.text()))
                .hasStatus(403);
    }

    @Test
    void aRevokedOrExpiredTokenOpensNothing() {
        var secret = tokens.create(reading(RAILWAY), RIN);
        var id = tokens.of(RAILWAY, RIN).getLast().id();
        assertThatThrownBy(() -> tokens.revoke(id, OTTO)).isInstanceOf(NotFound.class);
        tokens.revoke(id, RIN);
        assertThat(tokens.bearer(secret)).isEmpty();
        var other = tokens.create(reading(RAILWAY), RIN);
        jdbc.sql("update membership.token set ends_at = now() where revoked_at is null")
                .update();
        assertThat(tokens.bearer(other)).isEmpty();
    }

    @Test
    void aTokenDiesWithItsSeat() {
        var secret = tokens.create(reading(RAILWAY), RIN);
        var account = tokens.bearer(secret).orElseThrow().actor().person();
        people.endSeat(people.seats(account).getFirst().id(), RIN);
        assertThat(tokens.bearer(secret)).isEmpty();
    }

    @Test
    void aTokenOpensTheInterfacesForMachinesOnly() {
        var header = "Bearer " + tokens.create(reading(RAILWAY), RIN).text();
        assertThat(mvc.get().uri("/settings").header("Authorization", header)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/api/nothing").header("Authorization", header))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/api/nothing").header("Authorization", header))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/taxii2/").header("Authorization", header)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(mvc.get().uri("/api/nothing").header("Authorization", "Bearer nor_wrong"))
                .hasStatus(HttpStatus.UNAUTHORIZED);
    }
}
