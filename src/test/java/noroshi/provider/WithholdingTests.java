package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.warning.WarningLists;
import noroshi.shared.Acting;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What keeps a value from being published keeps it from going to providers. */
@WholeHouse
class WithholdingTests {
    private final Partner partner;
    private final Providers providers;
    private final Exchange exchange;
    private final WarningLists warnings;

    WithholdingTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
        providers = context.getBean(Providers.class);
        exchange = context.getBean(Exchange.class);
        warnings = context.getBean(WarningLists.class);
    }

    @Test
    void whatAWarningListNamesDoesNotLeave() throws Exception {
        var harmless = "h" + UUID.randomUUID() + ".test";
        var harmful = "x" + UUID.randomUUID() + ".test";
        var list =
                "{\"name\": \"l%s\", \"type\": \"string\", \"list\": [\"%s\"]}".formatted(UUID.randomUUID(), harmless);
        warnings.load(list.getBytes(StandardCharsets.UTF_8), Cast.ED);
        var collection = partner.collection();
        var body = "{"
                + objects(
                        indicator(id()).replace("bad.example", harmless),
                        indicator(id()).replace("bad.example", harmful))
                + "}";
        Acting.as(
                Cast.ADA,
                () -> exchange.bring(
                        exchange.collection(collection, Cast.ADA), body.getBytes(StandardCharsets.UTF_8), Cast.ADA));
        try (var server = new BadServer(json("", "{}"))) {
            var provider = Acting.as(
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
            partner.ask(provider);
            var round = partner.rounds(provider).getFirst();
            assertThat(round.fault()).isEmpty();
            assertThat(round.taken()).isEqualTo(1);
            assertThat(round.withheld()).isEqualTo(1);
        }
    }
}
