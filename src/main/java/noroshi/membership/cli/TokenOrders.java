package noroshi.membership.cli;

import static noroshi.membership.cli.Given.text;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.cli.Command;
import noroshi.membership.Members;
import noroshi.membership.NewToken;
import noroshi.membership.Scope;
import noroshi.membership.Token;
import noroshi.membership.Tokens;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Answers {@code token …}. */
@Configuration(proxyBeanMethods = false)
class TokenOrders {
    @Bean
    Command tokenList(Members members, Tokens tokens, Codes codes) {
        return new Given(
                "token list",
                members,
                (arguments, file, actor) ->
                        tokens.of(codes.organisation(text(arguments, "organisation")), actor).stream()
                                .map(TokenOrders::line)
                                .toList());
    }

    private static Map<String, Object> line(Token each) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", each.id().toString());
        line.put("account", each.account());
        line.put("label", each.label());
        line.put("scopes", each.scopes().stream().sorted().map(Scope::name).collect(Collectors.joining(" ")));
        line.put("until", each.endsAt().toString());
        line.put("lastUsed", each.usedAt().map(Object::toString).orElse(""));
        return line;
    }

    @Bean
    Command tokenCreate(Members members, Tokens tokens, Codes codes) {
        return new Given("token create", members, (arguments, file, actor) -> {
            var account = text(arguments, "account");
            var organisation = codes.organisationOf(account, text(arguments, "organisation"));
            var label = text(arguments, "label").isEmpty() ? account : text(arguments, "label");
            var days = Duration.ofDays(arguments.path("days").asInt());
            var token = new NewToken(organisation, label, scopes(text(arguments, "scopes")), days);
            if (account.isEmpty()) {
                return Map.of("token", tokens.create(token, actor).text());
            }
            var answer = new LinkedHashMap<String, Object>();
            answer.put("token", tokens.createFor(account, token, actor).text());
            answer.put("account", account);
            answer.put("organisation", codes.codeOfAccount(account));
            return answer;
        });
    }

    private static Set<Scope> scopes(String list) {
        return Arrays.stream(list.split(",", -1))
                .map(name -> Scope.offered().stream()
                        .filter(scope -> scope.name().equalsIgnoreCase(name.strip()))
                        .findFirst()
                        .orElseThrow(() -> new RuleBroken("membership.token.scopes")))
                .collect(Collectors.toSet());
    }

    @Bean
    Command tokenRevoke(Members members, Tokens tokens) {
        return new Given("token revoke", members, (arguments, file, actor) -> {
            tokens.revoke(id(text(arguments, "id")), actor);
            return Map.of("id", text(arguments, "id"), "status", "revoked");
        });
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }
}
