package noroshi.intel.lists;

import static noroshi.testing.Cast.ADA;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Machines of organisations that load lists. */
@TestComponent
class Loading {
    private final Tokens tokens;
    private final MockMvcTester mvc;
    private final Map<UUID, String> known = new ConcurrentHashMap<>();

    Loading(Tokens tokens, MockMvcTester mvc) {
        this.tokens = tokens;
        this.mvc = mvc;
    }

    String token(UUID organisation, Scope scope) {
        var token = new NewToken(organisation, "resolver", Set.of(scope), Duration.ofDays(1));
        return tokens.create(token, ADA).text();
    }

    String token(UUID organisation) {
        return known.computeIfAbsent(organisation, id -> token(id, Scope.LISTS));
    }

    String load(String list, UUID organisation) throws Exception {
        return ask(list, token(organisation), "").getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    MockHttpServletResponse ask(String list, String token, String known) {
        var request = mvc.get().uri("/lists/" + list).header("Authorization", "Bearer " + token);
        return (known.isEmpty() ? request : request.header("If-None-Match", known))
                .exchange()
                .getResponse();
    }
}
