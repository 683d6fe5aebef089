package noroshi.asset;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Name servers and a web server on this machine; they answer as long as the context that asks them lives. */
@WholeHouse
@Import(ProofTests.Sites.class)
abstract class ProofTests {
    static final DnsPeer NAMES = new DnsPeer();
    static final WebPeer WEB = new WebPeer();

    @Autowired
    AssetRegister register;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    AssetOwners owners;

    @Autowired
    AssetProofs proofs;

    @Autowired
    LookForProofs job;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Environment environment;

    /** A site is asked at the port that every site has; where tests run, nobody may listen there. */
    @TestConfiguration
    static class Sites {
        @Bean
        @Primary
        WellKnown sites(AssetSettings settings) {
            return new WellKnown(settings) {
                @Override
                int port(boolean secure) {
                    return secure ? super.port(true) : WEB.port();
                }
            };
        }
    }

    @DynamicPropertySource
    static void outside(DynamicPropertyRegistry properties) {
        properties.add("noroshi.asset.proof.resolver", NAMES::address);
        properties.add("noroshi.asset.proof.internal", () -> "127.0.0.1");
        properties.add("noroshi.asset.proof.patience", () -> "PT2S");
    }

    ProofOutcome checkLater(UUID id, Actor actor) {
        asOwner("update asset.proof set checked_at = now() - interval '1 minute' where checked_at is not null");
        return proofs.check(id, actor);
    }

    static String fresh() {
        return "c" + UUID.randomUUID().toString().substring(0, 13) + ".co.jp";
    }

    List<UUID> ownersOf(String value) {
        return owners.of(AssetOwners.read(value), DANA).stream()
                .map(Asset::organisation)
                .toList();
    }

    String page(UUID id, Actor actor) throws Exception {
        return body("/assets/" + id, actor);
    }

    String body(String address, Actor actor) throws Exception {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    int countAsOwner(String sql) {
        try (var owner = owner();
                var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void asOwner(String sql) {
        try (var owner = owner();
                var statement = owner.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() throws SQLException {
        return DriverManager.getConnection(
                environment.getRequiredProperty("spring.flyway.url"),
                environment.getRequiredProperty("spring.flyway.user"),
                environment.getRequiredProperty("spring.flyway.password"));
    }
}
