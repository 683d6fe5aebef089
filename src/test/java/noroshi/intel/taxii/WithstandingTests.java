package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionOperations;

/** One machine that errs, dawdles or means ill does not take the collection away from the others. */
@RunningHouse
class WithstandingTests {
    private static final List<UUID> BOTH = List.of(RAILWAY, POWER);

    @Autowired
    Machines machines;

    @Autowired
    LedgerStore ledger;

    @Autowired
    TransactionOperations transaction;

    private static String ofType(String type) {
        return """
                {"type":"%s","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "modified":"%s","object_marking_refs":["%s"]}""".formatted(type, id(type), DAY, GREEN);
    }

    @Test
    void manyTypesOfOnesOwnLeaveRoomForThoseOfStixAndOfOthers() {
        var collection = machines.collection(BOTH, BOTH);
        var types = IntStream.range(0, 520).mapToObj(n -> ofType("x-type-" + n)).toArray(String[]::new);
        var status = machines.of(RAILWAY).bring(collection, types).json();
        assertThat(status.path("success_count").asInt()).isEqualTo(50);
        assertThat(status.path("failures").get(0).path("message").asString()).contains("50 types");
        var again = machines.of(RAILWAY)
                .bring(collection, ofType("x-type-0"), ofType("x-type-99"))
                .json();
        assertThat(again.path("success_count").asInt())
                .as("of a type it began, but of no other")
                .isEqualTo(1);
        var power = machines.of(POWER);
        assertThat(power.bring(collection, marked(GREEN))
                        .json()
                        .path("success_count")
                        .asInt())
                .isEqualTo(1);
        assertThat(power.bring(collection, ofType("x-other"), ofType("x-type-0"))
                        .json()
                        .path("success_count")
                        .asInt())
                .as("there is room for others")
                .isEqualTo(2);
        var own = ofType("x-own").replaceFirst(",\"object_marking_refs.*]", "");
        assertThat(power.bring(collection, own).json().path("success_count").asInt())
                .isEqualTo(1);
    }

    @Test
    void aVersionOfTheFarFutureBuriesNobodysObject() {
        var collection = machines.collection(BOTH, BOTH);
        var green = ",\"object_marking_refs\":[\"" + GREEN + "\"]";
        var id = id("indicator");
        machines.of(RAILWAY).bring(collection, indicator(id, DAY, green));
        var soon = Instant.now().plus(20, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
        var status = machines.of(POWER)
                .bring(
                        collection,
                        indicator(id, "2999-01-01T00:00:00Z", green),
                        indicator(id("indicator"), soon.toString(), green))
                .json();
        assertThat(status.path("failure_count").asInt()).isEqualTo(1);
        assertThat(status.path("failures").get(0).path("message").asString()).contains("future");
        assertThat(machines.of(RAILWAY).get(collection + "objects/" + id + "/").text())
                .contains(DAY)
                .doesNotContain("2999-01-01");
    }

    @Test
    void whoSendsSlowlyHoldsNoRoomThatOthersNeed() throws IOException {
        var collection = machines.collection(BOTH, BOTH);
        var slow = new ArrayList<Socket>();
        try {
            for (var i = 0; i < 8; i++) {
                slow.add(announce(collection));
            }
            var sent = machines.of(POWER).bring(collection, marked(GREEN));
            assertThat(sent.status()).isEqualTo(202);
        } finally {
            for (var socket : slow) {
                socket.close();
            }
        }
    }

    /** Announces ten megabytes and sends one kilobyte of them. */
    private Socket announce(String collection) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), machines.port());
        var begun = head(collection, "Content-Length: 10000000") + "{\"objects\":[" + " ".repeat(1024);
        socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    @Test
    void aBodyThatBreaksOffIsAnsweredAsTheSpecificationSays() throws IOException {
        var collection = machines.collection(BOTH, BOTH);
        var announced = head(collection, "Content-Length: 500") + "{\"objects\":[";
        var chunked = head(collection, "Transfer-Encoding: chunked") + "zz\r\n{}\r\n0\r\n\r\n";
        for (var request : List.of(announced, chunked)) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), machines.port())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
                socket.shutdownOutput();
                assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("HTTP/1.1 400")
                        .contains(
                                Client.TAXII,
                                "\"http_status\":\"400\"",
                                "The body ended before all of it had arrived.");
            }
        }
    }

    private String head(String collection, String length) {
        return "POST " + collection + "objects/ HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + machines.token(RAILWAY) + "\r\nContent-Type: " + Client.TAXII + "\r\n" + length
                + "\r\nConnection: close\r\n\r\n";
    }

    @Test
    void aPageUnderNewRightsHoldsEachObjectOnce() throws InterruptedException {
        var collection = machines.id(BOTH, BOTH, Tlp.AMBER_STRICT);
        var path = "/taxii2/general/collections/" + collection + "/";
        var id = id("indicator");
        machines.of(RAILWAY).bring(path, indicator(id, DAY, ",\"object_marking_refs\":[\"" + GREEN + "\"]"));
        Thread.sleep(600);
        assertThat(machines.of(RAILWAY).get(path + "objects/").ids()).containsExactly(id);
        machines.of(RAILWAY).bring(path, indicator(id, DAY));
        for (var i = 0; i < 2; i++) {
            assertThat(machines.of(RAILWAY).get(path + "objects/").ids()).containsExactly(id);
            Thread.sleep(600);
        }
    }

    @Test
    void aMethodThatIsNotForAnAddressIsToldWhichAre() {
        var collection = machines.railways();
        var object = collection + "objects/" + id("indicator") + "/";
        assertAllows("PUT", collection + "objects/", "GET, HEAD, POST");
        assertAllows("POST", object, "GET, HEAD, DELETE");
        assertAllows("DELETE", object + "versions/", "GET, HEAD");
        assertAllows("POST", collection + "manifest/", "GET, HEAD");
        assertAllows("POST", "/taxii2/", "GET, HEAD");
        assertThat(machines.of(RAILWAY)
                        .method("POST", "/taxii2/no/such/address/")
                        .status())
                .isEqualTo(404);
    }

    private void assertAllows(String method, String path, String methods) {
        var answer = machines.of(RAILWAY).method(method, path);
        assertThat(answer.status()).as(path).isEqualTo(405);
        assertThat(answer.header("Allow")).as(path).contains(methods);
    }

    @Test
    void theDoorsTakeNoShelvesOfOtherCollections() {
        var own = machines.id(List.of(RAILWAY), List.of(RAILWAY), Tlp.AMBER_STRICT);
        var others = machines.id(List.of(POWER), List.of(POWER), Tlp.AMBER_STRICT);
        machines.of(RAILWAY).bring("/taxii2/general/collections/" + own + "/", marked(GREEN));
        machines.of(POWER).bring("/taxii2/general/collections/" + others + "/", marked(GREEN), indicator());
        var machine = MIKA.person();
        var lanes = ledger.lanes(others);
        assertThat(lanes).hasSize(2);
        var shared = lanes.entrySet().stream()
                .filter(each -> each.getKey().keeper().isEmpty())
                .findFirst()
                .orElseThrow()
                .getValue();
        var additions = new Additions();
        var text = marked(GREEN).getBytes(StandardCharsets.UTF_8);
        additions.add(
                shared, id("indicator"), 1, 0, RAILWAY, noroshi.shared.Tlp.GREEN, new Piece(text, 0, text.length));
        additions.accounts.add(machine);
        refused(() -> ledger.add(own, 1, additions, new Short[] {0}, Instant.EPOCH, List.of()));
        var position = ledger.stand(others).position();
        refused(() -> ledger.move(own, List.of(machine), List.of(new History.Move(shared.shelf(), position, 0, 3))));
        refused(() -> ledger.raw(own, shared.shelf(), position));
        refused(() -> ledger.open(own, new Lane.Key(Optional.of(POWER), false, "2.1", "indicator"), MIKA));
        var another = new noroshi.shared.Actor(machine, POWER, java.util.Set.of(), "api");
        refused(() -> ledger.open(own, new Lane.Key(Optional.empty(), false, "2.1", "x-own"), another));
    }

    private void refused(Runnable act) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> act.run()))
                .isInstanceOfAny(DataAccessException.class, NullPointerException.class);
    }
}
