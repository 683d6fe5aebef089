package noroshi.provider;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.NewCollection;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** What a partner is brought comes from what was brought to us, never from copies that are cut for providers. */
@WholeHouse
class BringingWholeTests {
    @Autowired
    Providers providers;

    @Autowired
    Collections collections;

    @Autowired
    Exchange exchange;

    @Autowired
    Environment environment;

    private final Actor both = new Actor(UUID.randomUUID(), CENTRE, Set.of(Role.ADMINISTRATOR), "web");

    private void owner(String sql) throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterEach
    void leaves() throws Exception {
        owner("update membership.seat set until = now() where person = '" + both.person() + "'");
    }

    private Round round(UUID provider, Actor actor) throws Exception {
        Acting.as(actor, () -> providers.ask(provider, actor));
        return Acting.as(actor, () -> providers.rounds(provider, new Window(0, 1), actor))
                .getFirst();
    }

    @Test
    void whoHasASeatAtAProviderTooIsToldThatTheRoundCannotRunForThem() throws Exception {
        owner("""
                insert into membership.person (id, login, name) values ('%1$s', 'b-%1$s', '両方の人');
                insert into membership.seat (person, organisation, roles, since)
                values ('%1$s', '%2$s', '{ADMINISTRATOR}', now() - interval '1 day'),
                       ('%1$s', '%3$s', '{MEMBER_USER}', now() - interval '1 day')
                """.formatted(both.person(), CENTRE, PROVIDER));
        var all = List.of(CENTRE, RAILWAY);
        var collection = Acting.as(
                ADA,
                () -> collections.create(
                        new NewCollection(Optional.empty(), "Out", "", "", Tlp.AMBER_STRICT, all, all), ADA));
        try (var partner = new Taker(() -> {})) {
            var provider = Acting.as(both, () -> providers.create(partner.of(collection), both));
            var envelope = ("{\"objects\":[" + Partner.indicator(Partner.id()) + "]}").getBytes(StandardCharsets.UTF_8);
            Runnable bring = () -> exchange.bring(exchange.collection(collection, RIN), envelope, RIN);
            Acting.as(RIN, bring);
            assertThat(round(provider, both).fault()).isEqualTo("provider.fault.seated");
            assertThat(partner.brought()).isEmpty();
            assertThat(round(provider, ADA).fault()).isEmpty();
            assertThat(partner.brought()).hasSize(1);
        }
    }
}
