package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.objects;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A provider that misbehaves costs bounded time and memory, says why on its page, and loses nothing once it is mended. */
@WholeHouse
class MisbehavingProvidersTests {
    private static final Duration LONGEST = Duration.ofSeconds(25);

    private final Partner partner;

    MisbehavingProvidersTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noroshi.provider.Misbehaviours#all")
    void isSurvived(String name, String fault, BadServer.Behaviour behaviour) throws Exception {
        var collection = partner.collection();
        try (var server = new BadServer(behaviour)) {
            var provider = partner.provider(server.address(), collection);
            var before = System.nanoTime();
            partner.ask(provider);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONGEST);
            var round = partner.rounds(provider).getFirst();
            assertThat(round.fault()).as(round.arguments().toString()).isEqualTo("provider.fault." + fault);
            var known = partner.shown(provider);
            assertThat(known.health()).isEqualTo(Provider.Health.FAILING);
            assertThat(known.progress().dueAt()).isAfter(Instant.now().plusSeconds(30));
            assertThat(known.progress().dueAt()).isBefore(Instant.now().plus(Duration.ofHours(25)));

            var good = Set.of(id(), id(), id());
            server.behave(json(
                    "X-TAXII-Date-Added-Last: 2026-07-01T00:00:00.000001Z\r\n",
                    "{\"more\":false,"
                            + objects(good.stream().map(Partner::indicator).toArray(String[]::new)) + "}"));
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().well()).isTrue();
            assertThat(partner.shown(provider).health()).isEqualTo(Provider.Health.WELL);
            assertThat(partner.held(collection)).containsAll(good);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 410})
    void whereAServerForgetsThatWeWereItIsAskedAgainFromWhatWeHave(int refusal) throws Exception {
        var collection = partner.collection();
        var forgetful = new Forgetful(70, refusal);
        try (var server = new BadServer(forgetful)) {
            var provider = partner.provider(server.address(), collection);
            forgetful.breakAt(60);
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().fault()).isEqualTo("provider.fault.status");
            assertThat(partner.held(collection)).hasSize(60);
            forgetful.beginAnew();
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().fault()).isEmpty();
            assertThat(partner.rounds(provider).getFirst().taken()).isEqualTo(10);
            assertThat(partner.held(collection)).containsExactlyElementsOf(forgetful.ids());
            assertThat(partner.shown(provider).health()).isEqualTo(Provider.Health.WELL);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500})
    void aServerThatDoesNotLetUsInOrFailsHasForgottenNothing(int status) throws Exception {
        var forgetful = new Forgetful(3, status);
        try (var server = new BadServer(forgetful)) {
            var provider = partner.provider(server.address(), partner.collection());
            forgetful.breakAt(2);
            partner.ask(provider);
            var left = partner.shown(provider).progress().next();
            assertThat(left).isNotEmpty();
            forgetful.beginAnew();
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().fault()).isNotEmpty();
            assertThat(partner.shown(provider).progress().next()).isEqualTo(left);
        }
    }

    @Test
    void anAddressOfOurOwnHouseIsNotCalled() throws Exception {
        for (var address : List.of(
                "http://localhost.localdomain.invalid/",
                "http://169.254.169.254/latest/",
                "http://10.0.0.1/",
                "http://[::1]:8080/",
                "http://[::ffff:10.0.0.1]/",
                "http://0.0.0.0/",
                "http://100.64.0.1/")) {
            var provider = partner.provider(address, partner.collection());
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().fault())
                    .as(address)
                    .isIn("provider.fault.internal", "provider.fault.unknown-host");
        }
    }

    @Test
    void aPlainServerIsNotTakenForAnEncryptedOne() throws Exception {
        try (var server = new BadServer(json("", "{}"))) {
            var provider = partner.provider(server.address().replace("http:", "https:"), partner.collection());
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().fault())
                    .isIn("provider.fault.certificate", "provider.fault.slow");
            assertThat(server.asked()).noneMatch(line -> line.contains("GET"));
        }
    }
}
