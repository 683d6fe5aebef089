package noroshi.provider;

import static noroshi.provider.BadServer.json;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A server whose clock ran ahead once is asked for everything that it adds afterwards. */
@WholeHouse
class ErringClocksTests {
    private static final String AHEAD = "2099-01-01T00:00:00Z";

    private final Partner partner;

    ErringClocksTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
    }

    /** An object, and what its server stamped it with. */
    private record Added(Instant at, String id) {}

    @ParameterizedTest
    @ValueSource(strings = {"", "X-TAXII-Date-Added-Last: 2098-12-31T23:00:00Z\r\n"})
    void whatIsAddedOnceItsClockIsRightIsFetched(String header) throws Exception {
        var collection = partner.collection();
        var early = id();
        try (var server = new BadServer(json(date(Instant.parse(AHEAD)) + header, page(indicator(early))))) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            assertThat(reached(provider)).isBefore(Instant.now().minus(Duration.ofMinutes(9)));

            var late = new Added(Instant.now(), id());
            server.behave(filtering(late));
            partner.ask(provider);
            assertThat(partner.held(collection)).containsExactly(early, late.id());
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().taken()).isZero();
            assertThat(partner.held(collection)).hasSize(2);
        }
    }

    @Test
    void aMomentToComeThatIsWrittenDownAlreadyHidesNothing() throws Exception {
        var collection = partner.collection();
        var missed = new Added(Instant.now().minus(Duration.ofDays(40)), id());
        try (var server = new BadServer(filtering(missed))) {
            var provider = partner.provider(server.address(), collection);
            partner.hasReached(provider, AHEAD);
            partner.ask(provider);
            assertThat(partner.held(collection)).containsExactly(missed.id());
            assertThat(reached(provider)).isBefore(Instant.now());
        }
    }

    /** Each page begins where the one before ended by the server's clock; only what is written down goes by ours. */
    @Test
    void aRoundGoesOnByTheServersClock() throws Exception {
        var collection = partner.collection();
        var hours = Stream.of(3, 4, 5)
                .map(hour -> new Added(Instant.now().plus(Duration.ofHours(hour)), id()))
                .toList();
        try (var server = new BadServer((request, out) -> {
            var rest = hours.stream()
                    .filter(each -> each.at().isAfter(after(request)))
                    .toList();
            var one = rest.getFirst();
            json(
                            date(Instant.now().plus(Duration.ofHours(6))) + "X-TAXII-Date-Added-Last: " + one.at()
                                    + "\r\n",
                            "{\"more\":" + (rest.size() > 1) + "," + objects(indicator(one.id())) + "}")
                    .answer(request, out);
        })) {
            var provider = partner.provider(server.address(), collection);
            partner.ask(provider);
            assertThat(partner.rounds(provider).getFirst().fault()).isEmpty();
            assertThat(partner.held(collection)).hasSize(3);
            assertThat(reached(provider)).isBefore(Instant.now());
        }
    }

    private Instant reached(UUID provider) throws Exception {
        return Instant.parse(partner.shown(provider).progress().addedAfter());
    }

    /** Its clock is right, and it says what it added after the moment asked for. */
    private static BadServer.Behaviour filtering(Added added) {
        return (request, out) -> json(
                        date(Instant.now()), added.at().isAfter(after(request)) ? page(indicator(added.id())) : "{}")
                .answer(request, out);
    }

    private static Instant after(String request) {
        var asked = request.replaceFirst(".*[?&]added_after=([^& ]*).*", "$1").replace("%3A", ":");
        return asked.equals(request) ? Instant.MIN : Instant.parse(asked);
    }

    private static String page(String object) {
        return "{" + objects(object) + "}";
    }

    private static String date(Instant at) {
        return "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)) + "\r\n";
    }
}
