package noroshi.provider;

import static noroshi.provider.BadServer.answer;
import static noroshi.provider.Partner.id;
import static noroshi.provider.Partner.indicator;
import static noroshi.provider.Partner.objects;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.taxii.Exchange;
import noroshi.shared.Acting;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A partner that is not through with what it was brought is asked later, and what it refused then is known. */
@WholeHouse
class HearingLaterTests {
    private static final String TYPE = "Content-Type: application/taxii+json;version=2.1\r\n";
    private static final String PENDING = """
            {"id":"7a9","status":"pending","total_count":2,"success_count":0,"failure_count":0,"pending_count":2}""";

    @Autowired
    private MockMvcTester mvc;

    private final Partner partner;
    private final Providers providers;
    private final Exchange exchange;
    private final SentRecord record;
    private volatile BadServer.Behaviour taking = answer(202, TYPE, PENDING);
    private volatile BadServer.Behaviour status = answer(200, TYPE, PENDING);
    private BadServer server;
    private UUID collection;
    private UUID provider;

    HearingLaterTests(@Autowired ApplicationContext context) {
        partner = new Partner(context);
        providers = context.getBean(Providers.class);
        exchange = context.getBean(Exchange.class);
        record = context.getBean(SentRecord.class);
    }

    @BeforeEach
    void serve() throws Exception {
        server = new BadServer((request, out) -> (request.startsWith("POST") ? taking : status).answer(request, out));
        collection = partner.collection();
        provider = Acting.as(
                Cast.ADA,
                () -> providers.create(
                        new NewProvider(
                                "P",
                                "",
                                "",
                                List.of(),
                                server.address(),
                                SignIn.NONE,
                                "",
                                "",
                                15,
                                10,
                                Optional.empty(),
                                Optional.of(collection)),
                        Cast.ADA));
    }

    @AfterEach
    void close() throws Exception {
        server.close();
    }

    private void bring(String... objects) throws Exception {
        var envelope = ("{" + objects(objects) + "}").getBytes(StandardCharsets.UTF_8);
        Acting.as(Cast.ADA, () -> exchange.bring(exchange.collection(collection, Cast.ADA), envelope, Cast.ADA));
    }

    private Round ask() throws Exception {
        partner.ask(provider);
        return partner.rounds(provider).getFirst();
    }

    private List<Delivery> out() throws Exception {
        return Acting.as(Cast.ADA, () -> providers.deliveries(provider, Cast.ADA));
    }

    private boolean holds(String id) throws Exception {
        return Acting.as(Cast.ADA, () -> record.held(provider, id, Cast.CENTRE).isPresent());
    }

    private long brought() {
        return server.asked().stream().filter(line -> line.startsWith("POST")).count();
    }

    @Test
    void whatIsRefusedLaterIsCountedAndKeptWithItsReason() throws Exception {
        var good = id();
        var bad = id();
        bring(indicator(good), indicator(bad));
        var round = ask();
        assertThat(round.fault()).isEmpty();
        assertThat(round.taken()).as("nobody knows yet").isZero();
        assertThat(holds(bad)).isTrue();
        assertThat(mvc.get().uri("/intel/providers/" + provider).with(as(Cast.ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("結果を待っているもの", "7a9");
        ask();
        assertThat(out()).as("still pending").hasSize(1);
        assertThat(server.asked()).contains("GET /taxii2/api/status/7a9/ HTTP/1.1");
        status = answer(200, TYPE, """
                {"id":"7a9","status":"complete","total_count":2,"success_count":1,"failure_count":1,"pending_count":0,
                 "failures":[{"id":"%s","message":"not of our kind"}]}""".formatted(bad));
        var later = ask();
        assertThat(later.taken()).isEqualTo(1);
        assertThat(later.failed()).isEqualTo(1);
        assertThat(out()).isEmpty();
        assertThat(partner.quarantined(provider))
                .singleElement()
                .satisfies(row -> assertThat(row.arguments()).containsExactly("not of our kind"));
        assertThat(holds(good)).isTrue();
        assertThat(holds(bad)).as("what it refused is not there").isFalse();
        assertThat(ask().taken()).as("counted once").isZero();
        assertThat(brought()).isEqualTo(1);
    }

    @Test
    void whatItNeverSaysIsGivenUpInWords() throws Exception {
        bring(indicator(id()));
        ask();
        status = answer(404, "", "");
        for (var asked = 0; asked < 3; asked++) {
            assertThat(out().getFirst().givenUpAt()).isEmpty();
            assertThat(ask().fault()).isEmpty();
        }
        assertThat(out().getFirst().givenUpAt()).isPresent();
        assertThat(mvc.get().uri("/intel/providers/" + provider).with(as(Cast.ADA)))
                .bodyText()
                .contains("結果は分かりません")
                .doesNotContain("まだ結果がない件数");
        var asked = server.asked().size();
        ask();
        assertThat(server.asked()).as("it is not asked again").hasSize(asked);
    }

    @Test
    void aStatusThatCannotBeAskedForHoldsUpNothingNew() throws Exception {
        bring(indicator(id()));
        ask();
        status = answer(500, "", "");
        bring(indicator(id()));
        assertThat(ask().fault()).isEqualTo("provider.fault.status");
        assertThat(brought()).isEqualTo(2);
        assertThat(out()).hasSize(2);
        taking = answer(202, TYPE, PENDING.replace("7a9", "../../x"));
        bring(indicator(id()));
        ask();
        assertThat(server.asked()).noneMatch(line -> line.contains("x/ HTTP"));
        assertThat(out().getFirst().givenUpAt()).isPresent();
    }

    private void bringAs(String id) throws Exception {
        taking = answer(202, TYPE, PENDING.replace("7a9", id));
        bring(indicator(id()));
        ask();
    }

    @Test
    void whatCannotBeAskedForDoesNotPileUp() throws Exception {
        for (var envelope = 0; envelope < 22; envelope++) {
            bringAs("../../" + envelope);
        }
        assertThat(out()).hasSize(20);
    }

    /** What always fails, and stands in front, is nobody else's loss. */
    @Test
    void aFaultKeepsNobodyFromAskingForTheNext() throws Exception {
        var broken = answer(500, "", "");
        var complete = answer(200, TYPE, "{\"status\":\"complete\",\"success_count\":1}");
        var fails = List.of("1st", "2nd", "3rd");
        for (var id : List.of("last", "3rd", "2nd", "well", "1st")) {
            bringAs(id); // and asks for those before, the one before first
        }
        status =
                (request, out) -> (fails.stream().anyMatch(request::contains) ? broken : complete).answer(request, out);
        var round = ask();
        assertThat(round.fault()).isEqualTo("provider.fault.status");
        assertThat(round.taken()).isEqualTo(1);
        assertThat(out()).extracting(Delivery::statusId).doesNotContain("well").hasSize(4);
        assertThat(ask().taken())
                .as("where the one before ended the next begins")
                .isEqualTo(1);
        assertThat(out()).extracting(Delivery::statusId).containsExactlyInAnyOrderElementsOf(fails);
    }

    @Test
    void whoeverWantsAPauseIsAskedNoMore() throws Exception {
        bringAs("1st");
        bringAs("2nd");
        status = answer(429, "Retry-After: 300\r\n", "");
        var before = server.asked().size();
        assertThat(ask().fault()).isEqualTo("provider.fault.busy");
        assertThat(server.asked()).hasSize(before + 1);
    }

    @Test
    void thatSomethingIsTakenBackIsSaidAgainOnlyWhereItWasRefused() throws Exception {
        var object = id();
        bring(indicator(object));
        taking = answer(202, TYPE, "{\"id\":\"1\",\"status\":\"complete\"}");
        ask();
        taking = answer(202, TYPE, PENDING);
        var stricter = indicator(object)
                .replace(Partner.GREEN, "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82")
                .replace("\"modified\":\"2020-01-01", "\"modified\":\"2021-01-01");
        bring(stricter);
        ask();
        assertThat(brought()).isEqualTo(2);
        assertThat(holds(object)).as("it has not said that it dropped it").isTrue();
        status = answer(200, TYPE, "{\"id\":\"7a9\",\"status\":\"complete\",\"success_count\":1}");
        ask();
        assertThat(holds(object)).isFalse();
        assertThat(out()).isEmpty();
    }
}
