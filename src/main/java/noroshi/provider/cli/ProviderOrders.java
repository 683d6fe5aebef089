package noroshi.provider.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.cli.Command;
import noroshi.membership.Members;
import noroshi.membership.Person;
import noroshi.provider.NewProvider;
import noroshi.provider.Provider;
import noroshi.provider.Providers;
import noroshi.provider.Round;
import noroshi.provider.SignIn;
import noroshi.provider.Speaks;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code provider …}. */
@Configuration(proxyBeanMethods = false)
class ProviderOrders {
    private static final Window LATEST = new Window(0, 5);

    private interface Work {
        Object answer(JsonNode arguments, Actor actor);
    }

    /** A command in the name of an administrator; the Centre's first one, when nobody is named. */
    private record Order(String name, Members members, Work work) implements Command {
        @Override
        public JsonNode handle(JsonNode arguments, InputStream file) throws IOException {
            var login = text(arguments, "as");
            var actor = (login.isEmpty() ? members.administrator("cli") : named(login))
                    .orElseThrow(() -> new RuleBroken("membership.cli.no-administrator"));
            try {
                return Acting.as(actor, () -> JsonMapper.shared().<JsonNode>valueToTree(work.answer(arguments, actor)));
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        private Optional<Actor> named(String login) {
            return members.byLogin(login)
                    .map(Person::id)
                    .flatMap(person -> members.actor(person, "cli"))
                    .filter(found -> found.is(Role.ADMINISTRATOR));
        }
    }

    @Bean
    Command providerCreate(Members members, Providers providers) {
        return new Order(
                "provider create",
                members,
                (arguments, actor) -> shown(providers, providers.create(provider(arguments), actor), actor));
    }

    @Bean
    Command providerList(Members members, Providers providers) {
        return new Order(
                "provider list",
                members,
                (arguments, actor) ->
                        providers.list(actor).stream().map(ProviderOrders::line).toList());
    }

    @Bean
    Command providerShow(Members members, Providers providers) {
        return new Order(
                "provider show", members, (arguments, actor) -> shown(providers, id(text(arguments, "id")), actor));
    }

    @Bean
    Command providerAsk(Members members, Providers providers) {
        return new Order("provider ask", members, (arguments, actor) -> {
            var id = id(text(arguments, "id"));
            providers.ask(id, actor);
            return shown(providers, id, actor);
        });
    }

    @Bean
    Command providerPause(Members members, Providers providers) {
        return new Order("provider pause", members, (arguments, actor) -> paused(providers, arguments, true, actor));
    }

    @Bean
    Command providerResume(Members members, Providers providers) {
        return new Order("provider resume", members, (arguments, actor) -> paused(providers, arguments, false, actor));
    }

    private static Map<String, Object> paused(Providers providers, JsonNode arguments, boolean paused, Actor actor) {
        var id = id(text(arguments, "id"));
        providers.pause(id, paused, actor);
        return shown(providers, id, actor);
    }

    private static NewProvider provider(JsonNode arguments) {
        return new NewProvider(
                text(arguments, "name"),
                text(arguments, "contact"),
                text(arguments, "terms"),
                arguments.path("tags").values().stream()
                        .map(tag -> tag.asString(""))
                        .toList(),
                text(arguments, "address"),
                Arrays.stream(SignIn.values())
                        .filter(each ->
                                each.name().equals(text(arguments, "signIn").toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new RuleBroken("provider.rule.sign-in")),
                text(arguments, "account"),
                text(arguments, "secret"),
                arguments.path("minutes").asInt(0),
                arguments.path("pageSize").asInt(0),
                Optional.of(text(arguments, "into"))
                        .filter(text -> !text.isEmpty())
                        .map(ProviderOrders::id),
                Optional.of(text(arguments, "from"))
                        .filter(text -> !text.isEmpty())
                        .map(ProviderOrders::id),
                new NewProvider.Certificates(text(arguments, "certificate"), text(arguments, "authorities"), false),
                speaks(text(arguments, "speaks")));
    }

    private static Speaks speaks(String text) {
        return text.isEmpty()
                ? Speaks.TAXII
                : Arrays.stream(Speaks.values())
                        .filter(each -> each.name().equals(text.toUpperCase(Locale.ROOT)))
                        .findFirst()
                        .orElseThrow(() -> new RuleBroken("provider.rule.speaks"));
    }

    private static Map<String, Object> shown(Providers providers, UUID id, Actor actor) {
        var shown = line(providers.show(id, actor));
        shown.put(
                "rounds",
                providers.rounds(id, LATEST, actor).stream()
                        .map(ProviderOrders::line)
                        .toList());
        return shown;
    }

    private static Map<String, Object> line(Provider provider) {
        var line = new LinkedHashMap<String, Object>();
        line.put("id", provider.id().toString());
        line.put("name", provider.name());
        line.put("speaks", provider.speaks().name().toLowerCase(Locale.ROOT));
        line.put("address", provider.address());
        line.put("health", provider.health().name().toLowerCase(Locale.ROOT));
        line.put("failures", provider.progress().failures());
        line.put("reached", provider.progress().addedAfter());
        line.put(
                "certificateUntil",
                provider.tls().until().map(Instant::toString).orElse(""));
        return line;
    }

    private static Map<String, Object> line(Round round) {
        var line = new LinkedHashMap<String, Object>();
        line.put("kind", round.kind().name().toLowerCase(Locale.ROOT));
        line.put("began", round.beganAt().toString());
        line.put("pages", round.pages());
        line.put("received", round.received());
        line.put("taken", round.taken());
        line.put("known", round.known());
        line.put("failed", round.failed());
        line.put("withheld", round.withheld());
        line.put("more", round.more());
        line.put("fault", List.of(round.fault(), String.join(" ", round.arguments())));
        return line;
    }

    private static String text(JsonNode arguments, String name) {
        return arguments.path(name).asString("");
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new NotFound();
        }
    }
}
