package noroshi.intel.blocklist;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.STRANGERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;
import noroshi.intel.life.Papers;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Products load their organisation's share of a block list, and scripts confirm. */
@WholeHouse
class BlockingByMachineTests {
    @Autowired
    Blocklists blocklists;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Tokens tokens;

    @Autowired
    MockMvcTester mvc;

    @Test
    void machinesLoadTheirOwnShareAndConfirm() {
        var one = Papers.name();
        var form = new Spelling.Form(IndicatorType.DOMAIN, one);
        var list = blocklists.make(new NewBlocklist("偽サイトの遮断", "", Tlp.GREEN, List.of(form)), ED);
        blocklists.push(list, Set.of(RAILWAY), ED);
        var loading = token(RAILWAY, Scope.LISTS);
        var writing = token(RAILWAY, Scope.WRITE);
        var file = "/lists/blocklists/" + list + "/domain.txt";
        assertThat(mvc.get().uri(file).header("Authorization", loading))
                .hasStatusOk()
                .bodyText()
                .contains(one);
        assertThat(mvc.get().uri("/lists/blocklists/" + list + "/rpz.zone").header("Authorization", loading))
                .hasStatusOk()
                .bodyText()
                .contains(one + " CNAME");
        assertThat(mvc.get().uri(file).header("Authorization", token(STRANGERS, Scope.LISTS)))
                .hasStatus(404);
        assertThat(mvc.get().uri(file)).hasStatus(401);
        var confirming = "/api/v1/blocklists/" + list + "/confirmations?product=resolver&state=REGISTERED";
        assertThat(mvc.post().uri(confirming).header("Authorization", token(STRANGERS, Scope.WRITE)))
                .hasStatus(404);
        assertThat(mvc.post().uri(confirming).header("Authorization", token(RAILWAY, Scope.READ)))
                .hasStatus(403);
        assertThat(mvc.post().uri(confirming).header("Authorization", writing)).hasStatusOk();
        assertThat(owes(list, MIKA)).isEmpty();
        blocklists.takeBackAll(list, "誤検知", ED);
        assertThat(mvc.get().uri(file).header("Authorization", loading))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(one);
    }

    private Optional<Standing.Owes> owes(UUID list, Actor actor) {
        return confirmations.received(list, actor).orElseThrow().standing().owes();
    }

    private String token(UUID organisation, Scope scope) {
        var wanted = new NewToken(organisation, "resolver", Set.of(scope), Duration.ofDays(1));
        return "Bearer " + tokens.create(wanted, ADA).text();
    }
}
