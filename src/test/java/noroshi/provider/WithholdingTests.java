package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** What keeps a value from being published keeps it from going to providers. */
@WholeHouse
class WithholdingTests {
    private final Partner partner;
    private final Providers providers;
    private final Exchange exchange;
    private final WarningLists warnings;
    private final AssetRegister assets;
    private final AssetApprovals approvals;
    private final SentRecord record;

    WithholdingTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
        providers = context.getBean(Providers.class);
        exchange = context.getBean(Exchange.class);
        warnings = context.getBean(WarningLists.class);
        assets = context.getBean(AssetRegister.class);
        approvals = context.getBean(AssetApprovals.class);
        record = context.getBean(SentRecord.class);
    }

    @Test
    void whatAWarningListNamesDoesNotLeave() throws Exception {
        var harmless = "h" + UUID.randomUUID() + ".test";
        var harmful = "x" + UUID.randomUUID() + ".test";
        warn(harmless);
        var collection = partner.collection();
        var sent = indicator(id()).replace("bad.example", harmful);
        bring(collection, indicator(id()).replace("bad.example", harmless), sent);
        try (var server = new BadServer(json("", "{}"))) {
            var provider = receiving(server, collection);
            partner.ask(provider);
            var round = partner.rounds(provider).getFirst();
            assertThat(round.fault()).isEmpty();
            assertThat(round.taken()).isEqualTo(1);
            assertThat(round.withheld()).isEqualTo(1);
            warn(harmful);
            bring(collection, takenBack(sent));
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().taken())
                    .as("that it is taken back reaches whoever got it")
                    .isEqualTo(1);
        }
    }

    @Test
    void thatAMembersOwnIsTakenBackReachesOnlyWhoWasBroughtIt() throws Exception {
        var own = "o" + UUID.randomUUID() + ".test";
        var other = "p" + UUID.randomUUID() + ".test";
        var collection = partner.collection();
        var sent = indicator(id()).replace("bad.example", own);
        var changed = indicator(id()).replace("bad.example", other);
        bring(collection, sent, changed);
        try (var server = new BadServer(json("", "{}"))) {
            var provider = receiving(server, collection);
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().taken()).isEqualTo(2);
            approvals.approve(List.of(assets.register(Optional.empty(), own, "", Cast.MIKA)), Cast.DANA);
            bring(collection, takenBack(indicator(id()).replace("bad.example", own)));
            bring(collection, takenBack(changed.replace(other, own)));
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst()).satisfies(round -> {
                assertThat(round.fault()).isEmpty();
                assertThat(round.taken())
                        .as("what it has is taken back in the versions it has; what it never had is not")
                        .isEqualTo(2);
                assertThat(round.withheld()).isEqualTo(2);
            });
            assertThat(holds(provider, sent)).isFalse();
            assertThat(holds(provider, changed)).isFalse();
            bring(collection, takenBack(sent));
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().taken())
                    .as("it was told already")
                    .isZero();
        }
    }

    @Test
    void whatBecomesAMembersOwnIsTakenBackFromWhoeverGotItAndOnce() throws Exception {
        var own = "q" + UUID.randomUUID() + ".test";
        var collection = partner.collection();
        var sent = indicator(id()).replace("bad.example", own);
        var other = indicator(id()).replace("bad.example", "r" + UUID.randomUUID() + ".test");
        bring(collection, sent, other);
        try (var server = new BadServer(json("", "{}"));
                var late = new BadServer(json("", "{}"))) {
            var provider = receiving(server, collection);
            partner.ask(provider);
            approvals.approve(List.of(assets.register(Optional.empty(), own, "", Cast.MIKA)), Cast.DANA);
            var newcomer = receiving(late, collection);
            partner.ask(newcomer);
            assertThat(partner.rounds(newcomer).getFirst().taken())
                    .as("never brought there")
                    .isEqualTo(1);
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().taken()).isEqualTo(1);
            assertThat(holds(provider, sent)).isFalse();
            assertThat(holds(provider, other)).isTrue();
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().taken()).isZero();
        }
    }

    @Test
    void theWordsThatTakeBackNameNothingNew() {
        var raw = indicator(id());
        var brought = new Brought(
                idOf(raw),
                Cast.CENTRE,
                Tlp.GREEN,
                Instant.parse("2020-01-01T00:00:00Z"),
                List.of(),
                raw.getBytes(StandardCharsets.UTF_8));
        var words = JsonMapper.shared().readTree(record.takingBack(List.of(brought)));
        var object = words.path("objects").path(0);
        assertThat(object.path("revoked").asBoolean()).isTrue();
        assertThat(object.path("pattern").asString()).contains("bad.example");
        assertThat(Instant.parse(object.path("modified").asString())).isAfter(brought.version());
    }

    private boolean holds(UUID provider, String indicator) throws Exception {
        return Acting.as(Cast.ADA, () -> record.held(provider, idOf(indicator), Cast.CENTRE))
                .isPresent();
    }

    private static String idOf(String indicator) {
        return JsonMapper.shared().readTree(indicator).path("id").asString();
    }

    private static String takenBack(String indicator) {
        return indicator
                .replace("\"modified\":\"2020-01-01", "\"modified\":\"2020-01-02")
                .replaceFirst("}$", ",\"revoked\":true}");
    }

    private UUID receiving(BadServer server, UUID collection) throws Exception {
        return Acting.as(
                Cast.ADA,
                () -> providers.create(
                        new NewProvider(
                                "P",
                                "",
                                "",
                                List.of(),
                                server.address(),
                                SignIn.BEARER,
                                "",
                                "secret",
                                15,
                                10,
                                Optional.empty(),
                                Optional.of(collection)),
                        Cast.ADA));
    }

    private void warn(String name) {
        var list = "{\"name\": \"l%s\", \"type\": \"string\", \"list\": [\"%s\"]}".formatted(UUID.randomUUID(), name);
        warnings.load(list.getBytes(StandardCharsets.UTF_8), Cast.ED);
    }

    private void bring(UUID collection, String... indicators) {
        var body = ("{" + objects(indicators) + "}").getBytes(StandardCharsets.UTF_8);
        Runnable work = () -> exchange.bring(exchange.collection(collection, Cast.ADA), body, Cast.ADA);
        Acting.as(Cast.ADA, work);
    }
}
