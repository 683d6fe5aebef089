package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.shared.Acting;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Providers are fetched from exactly once for each object, and what cannot be taken is kept apart. */
@WholeHouse
class FetchingFromProvidersTests {
    private final Partner partner;
    private final Providers providers;

    FetchingFromProvidersTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
        providers = context.getBean(Providers.class);
    }

    @Test
    void whatCannotBeTakenIsKeptApartWithItsReasonAndTheRestIsTaken() throws Exception {
        var collection = partner.collection();
        var good = id();
        var red = indicator(id()).replace(Partner.GREEN, "marking-definition--e828b379-4e03-4974-9ac4-e53a884c97c1");
        var wrong = indicator(id()).replaceFirst("indicator--", "malware--");
        try (var server = new BadServer(json(
                "",
                "{" + objects(red, "42", indicator(good), wrong, indicator(good).replace("bad", "other")) + "}"))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            partner.ask(provider);
            var round = partner.rounds(provider).getFirst();
            assertThat(round.fault()).isEmpty();
            assertThat(round.failed()).isEqualTo(4);
            assertThat(round.known()).isEqualTo(1);
            assertThat(partner.held(collection)).containsExactly(good);
            var kept = partner.quarantined(provider);
            assertThat(kept).hasSize(4).allSatisfy(row -> {
                assertThat(row.times()).isEqualTo(2);
                assertThat(row.reason()).isNotBlank();
                assertThat(row.raw().isEmpty())
                        .as("of what is RED no byte is kept")
                        .isEqualTo(row.reason().equals("intel.taxii.red"));
            });
            assertThat(kept).anySatisfy(row -> assertThat(row.raw()).isEqualTo(wrong));
        }
    }

    @Test
    void whatIsRevokedStaysSoAndANewerVersionIsKeptApart() throws Exception {
        var collection = partner.collection();
        var id = id();
        var over = indicator(id).replaceFirst("(\"modified\":\")2020", "\"revoked\":true,$12021");
        var alive = indicator(id).replaceFirst("(\"modified\":\")2020", "$12022");
        try (var server = new BadServer(json("", "{" + objects(indicator(id), over) + "}"))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            server.behave(json("", "{" + objects(alive) + "}"));
            partner.ask(provider);
            assertThat(partner.quarantined(provider)).singleElement().satisfies(row -> {
                assertThat(row.reason()).isEqualTo("intel.taxii.revoked");
                assertThat(row.raw()).isEqualTo(alive);
            });
        }
    }

    @Test
    void resumingIsExactHoweverTheServerCounts() throws Exception {
        var ids = IntStream.range(0, 25).mapToObj(n -> id()).toList();
        for (var way : List.of("date", "offset", "no-next", "ignores-limit")) {
            var collection = partner.collection();
            try (var server = new BadServer((request, out) -> serve(ids, way, request, out))) {
                var provider = partner.provider(server.address(), collection);
                partner.ask(provider);
                assertThat(partner.rounds(provider).getFirst().fault()).as(way).isEmpty();
                assertThat(partner.held(collection)).as(way).containsExactlyInAnyOrderElementsOf(ids);
                partner.ask(provider);
                assertThat(partner.rounds(provider).getFirst().taken()).as(way).isZero();
                assertThat(partner.held(collection)).as(way).hasSize(25);
            }
        }
    }

    /** Ten a page; object n was added at second n. */
    private static void serve(List<String> ids, String way, String request, OutputStream out)
            throws IOException, InterruptedException {
        var query = Arrays.stream(
                        request.split(" ")[1].replaceFirst(".*\\?", "").split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        var start = Optional.ofNullable(query.get("added_after"))
                .map(text -> (int) (Instant.parse(text.replace("%3A", ":")).getEpochSecond() - 1_780_000_000L) + 1)
                .orElse(0);
        if (way.equals("offset")) {
            start += Integer.parseInt(query.getOrDefault("next", "0"));
        }
        var end = way.equals("ignores-limit") ? ids.size() : Math.min(ids.size(), start + 10);
        var some = ids.subList(Math.min(start, end), end);
        var more = end < ids.size();
        var next = way.equals("offset") ? ",\"next\":" + end : way.equals("date") ? ",\"next\":\"n" + end + "\"" : "";
        var last = "X-TAXII-Date-Added-Last: " + Instant.ofEpochSecond(1_780_000_000L + end - 1) + "\r\n";
        if (way.equals("date") && query.containsKey("next")) {
            start = Integer.parseInt(query.get("next").substring(1));
            end = Math.min(ids.size(), start + 10);
            some = ids.subList(start, end);
            more = end < ids.size();
            next = ",\"next\":\"n" + end + "\"";
            last = "X-TAXII-Date-Added-Last: " + Instant.ofEpochSecond(1_780_000_000L + end - 1) + "\r\n";
        }
        json(
                        some.isEmpty() ? "" : last,
                        some.isEmpty()
                                ? "{}"
                                : "{\"more\":" + more + (more ? next : "") + ","
                                        + objects(some.stream()
                                                .map(Partner::indicator)
                                                .toArray(String[]::new))
                                        + "}")
                .answer(request, out);
    }

    @Test
    void aClockThatErrsNeitherSkipsNorGoesBack() throws Exception {
        var collection = partner.collection();
        try (var server = new BadServer(
                json("X-TAXII-Date-Added-Last: 2999-01-01T00:00:00Z\r\n", "{" + objects(indicator(id())) + "}"))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            var reached = Instant.parse(partner.shown(provider).progress().addedAfter());
            assertThat(reached).isBefore(Instant.now());
            server.behave(
                    json("X-TAXII-Date-Added-Last: 1999-01-01T00:00:00Z\r\n", "{" + objects(indicator(id())) + "}"));
            partner.ask(provider);
            assertThat(Instant.parse(partner.shown(provider).progress().addedAfter()))
                    .isAfterOrEqualTo(reached);
            assertThat(partner.held(collection)).hasSize(2);
        }
    }

    @Test
    void everyWayOfSigningInIsSent() throws Exception {
        try (var server = new BadServer(json("", "{}"))) {
            for (var way : List.of(SignIn.BASIC, SignIn.BEARER, SignIn.KEY, SignIn.NONE)) {
                var provider = partner.provider(server.address(), partner.collection(), way);
                partner.ask(provider);
                assertThat(partner.rounds(provider).getFirst().fault()).isEmpty();
            }
            assertThat(server.asked().stream().filter(line -> !line.startsWith("GET")))
                    .containsExactly(
                            "Authorization: Basic WC1LZXk6c2VjcmV0", "Authorization: Bearer secret", "X-Key: secret");
        }
    }

    @Test
    void aTimeIsFetchedAgainWithoutGoingBack() throws Exception {
        var collection = partner.collection();
        var object = indicator(id());
        try (var server =
                new BadServer(json("X-TAXII-Date-Added-Last: 2026-07-01T00:00:00Z\r\n", "{" + objects(object) + "}"))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            var reached = partner.shown(provider).progress().addedAfter();
            Acting.as(
                    Cast.ADA,
                    () -> providers.replay(
                            provider,
                            Instant.parse("2026-01-01T00:00:00Z"),
                            Instant.parse("2026-02-01T00:00:00Z"),
                            Cast.ADA));
            var round = partner.rounds(provider).getFirst();
            assertThat(round.kind()).isEqualTo(Round.Kind.REPLAY);
            assertThat(round.known()).isEqualTo(1);
            assertThat(server.asked().getLast()).doesNotContain("2026-07");
            assertThat(partner.shown(provider).progress().addedAfter()).isEqualTo(reached);
        }
    }

    @Test
    void secretsAreSealedAndWantedAgainForAnotherAddress() throws Exception {
        var provider = partner.provider("http://127.0.0.1:9/", partner.collection());
        assertThat(partner.secret(provider)).doesNotContain("secret").isNotBlank();
        var elsewhere = new NewProvider(
                "P",
                "",
                "",
                List.of(),
                "http://127.0.0.1:10/",
                SignIn.BEARER,
                "",
                "",
                15,
                10,
                Optional.empty(),
                Optional.empty());
        Acting.as(
                Cast.ADA,
                () -> assertThatThrownBy(() -> providers.change(provider, elsewhere, Seen.UNSAID, Cast.ADA))
                        .isInstanceOf(RuleBroken.class));
    }

    @Test
    void onlyAdministratorsSetUpAndTheStrangerSeesNothing() throws Exception {
        var provider = partner.provider("http://127.0.0.1:9/", partner.collection());
        for (var stranger : List.of(Cast.OTTO, Cast.MIKA, Cast.DANA)) {
            Acting.as(
                    stranger,
                    () -> assertThatThrownBy(() -> providers.show(provider, stranger))
                            .isInstanceOf(NotAllowed.class));
        }
        Acting.as(
                Cast.ED,
                () -> assertThatThrownBy(() -> providers.pause(provider, true, Cast.ED))
                        .isInstanceOf(NotAllowed.class));
        assertThat(partner.rowsSeenBy(Cast.OTTO)).isZero();
        assertThat(partner.rowsSeenBy(Cast.ED)).isPositive();
    }
}
