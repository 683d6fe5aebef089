package noroshi.provider;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.Question;
import noroshi.shared.Acting;
import noroshi.testing.Cast;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A feed of MISP on a server of the test, which is followed as a provider. */
abstract class FollowedFeed {
    static final long THEN = 1_780_000_000L;

    final Partner partner;
    final Exchange exchange;
    final Providers providers;
    final MockMvcTester mvc;
    final Map<String, String> files = new ConcurrentHashMap<>();
    final Map<String, Long> listed = new ConcurrentHashMap<>();
    final Map<String, BadServer.Behaviour> oddities = new ConcurrentHashMap<>();
    BadServer server;
    UUID collection;
    UUID provider;

    FollowedFeed(ApplicationContext context, MockMvcTester mvc) {
        partner = new Partner(context);
        exchange = context.getBean(Exchange.class);
        providers = context.getBean(Providers.class);
        this.mvc = mvc;
    }

    @BeforeEach
    void serve() throws Exception {
        server = new BadServer((request, out) -> {
            var name = request.split(" ", 3)[1].replaceFirst(".*/", "");
            var body = name.equals("manifest.json") ? manifest() : files.getOrDefault(name, "");
            var odd = oddities.get(name);
            if (odd != null) {
                odd.answer(request, out);
                return;
            }
            var status = body.isEmpty() ? 404 : body.equals("broken") ? 500 : 200;
            BadServer.answer(status, "Content-Type: text/plain\r\n", body).answer(request, out);
        });
        collection = partner.collection();
        provider = Acting.as(Cast.ADA, () -> providers.create(wanted(Optional.empty()), Cast.ADA));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    NewProvider wanted(Optional<UUID> pushed) {
        return new NewProvider(
                "フィード",
                "",
                "",
                List.of(),
                server.address().replace("taxii2/api/collections/c/", "feed"),
                SignIn.KEY,
                "Authorization",
                "secret",
                15,
                10,
                Optional.of(collection),
                pushed,
                NewProvider.Certificates.USUAL,
                Speaks.MISP);
    }

    private String manifest() {
        return listed.entrySet().stream()
                .map(each -> "\"%s\":{\"info\":\"i\",\"timestamp\":\"%d\",\"Orgc\":{\"name\":\"CERT\"}}"
                        .formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    void list(String event, long at, String body) {
        listed.put(event, at);
        files.put(event + ".json", body);
    }

    static String event(String id, long at, String... attributes) {
        return """
                {"Event":{"uuid":"%s","info":"Campaign","timestamp":"%d","date":"2026-05-28","Orgc":{"name":"CERT"},
                "Tag":[{"name":"tlp:green"}],"Attribute":[%s]}}""".formatted(id, at, String.join(",", attributes));
    }

    static String attribute(String id, long at, String value, String more) {
        return """
                {"uuid":"%s","type":"domain","category":"Network activity","to_ids":true,"timestamp":"%d","value":"%s"%s}""".formatted(id, at, value, more);
    }

    static String uuid() {
        return UUID.randomUUID().toString();
    }

    Round ask() throws Exception {
        partner.ask(provider);
        return partner.rounds(provider).getFirst();
    }

    long askedFor(String event) {
        return server.asked().stream().filter(line -> line.contains(event)).count();
    }

    String standing() throws Exception {
        var all = new Question(Long.MIN_VALUE, 2000, List.of(), List.of(), List.of(), Question.LAST, List.of());
        return Acting.as(
                Cast.ADA,
                () -> new String(
                        exchange.objects(exchange.collection(collection, Cast.ADA), all, Cast.ADA)
                                .body(),
                        StandardCharsets.UTF_8));
    }
}
