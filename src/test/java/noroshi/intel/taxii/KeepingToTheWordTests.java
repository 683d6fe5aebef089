package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a strict reader of the specification asks beside the usual: every kind of page, every refusal in its order. */
@RunningHouse
class KeepingToTheWordTests {
    private static final String NOWHERE = "/taxii2/general/collections/" + UUID.randomUUID() + "/";

    @Autowired
    Machines machines;

    private Client client() {
        return machines.of(RAILWAY);
    }

    private static String version(String id, int day) {
        return indicator(id, "2026-07-0" + day + "T00:00:00.000Z", ",\"name\":\"" + day + "\"");
    }

    /** A collection with five versions of one object, and the four kinds of page about them. */
    private List<String> pages() {
        var collection = machines.railways();
        var id = id("indicator");
        for (var day = 1; day <= 5; day++) {
            client().bring(collection, version(id, day));
        }
        return List.of(
                collection + "objects/?match[version]=all",
                collection + "manifest/?match[version]=all",
                collection + "objects/" + id + "/?match[version]=all",
                collection + "objects/" + id + "/versions/?");
    }

    private static List<String> entries(Client.Answer page) {
        return page.json().path(page.json().has("versions") ? "versions" : "objects").values().stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void everyKindOfPageSaysWhenItsEntriesWereAddedAndGoesOn() {
        for (var path : pages()) {
            var whole = client().get(path);
            assertThat(entries(whole)).as(path).hasSize(5);
            assertThat(List.of(whole.first(), whole.last())).as(path).allMatch(date -> date.matches(".*\\.\\d{6}Z"));
            var walked = new ArrayList<String>();
            var page = client().get(path + "&limit=2");
            assertThat(page.first()).as(path).isEqualTo(whole.first());
            while (page.more()) {
                walked.addAll(entries(page));
                var last = page.last();
                var after = client().get(path + "&limit=2&added_after=" + last);
                page = client().get(path + "&limit=2&next=" + page.next());
                assertThat(entries(after)).as(path + " by date").isEqualTo(entries(page));
                assertThat(page.first()).as(path).isGreaterThan(last);
            }
            walked.addAll(entries(page));
            assertThat(walked).as(path).isEqualTo(entries(whole));
            assertThat(page.last()).as(path).isEqualTo(whole.last());
            var nothing = client().get(path + "&added_after=" + whole.last());
            assertThat(nothing.text()).as(path).isEqualTo("{}");
            assertThat(nothing.first() + nothing.last()).as(path).isEmpty();
        }
    }

    @Test
    void aHeadIsThePageWithoutItsBody() {
        for (var path : pages()) {
            var whole = client().get(path);
            var head = client().method("HEAD", path);
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.response().body()).as(path).isEmpty();
            for (var name : List.of("Content-Type", "X-TAXII-Date-Added-First", "X-TAXII-Date-Added-Last", "ETag")) {
                assertThat(head.header(name)).as(path + " " + name).isEqualTo(whole.header(name));
            }
        }
        var options = client().method("OPTIONS", machines.railways() + "objects/");
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow").orElse("")).contains("GET", "HEAD", "POST");
    }

    @Test
    void whatAManifestNamesIsWhatItsCollectionHolds() {
        var collection = machines.railways();
        client().bring(collection, old(), indicator());
        var held = client().get(collection).json().path("media_types").values().stream()
                .map(each -> each.asString())
                .toList();
        assertThat(client().get(collection + "manifest/").json().path("objects").findValuesAsString("media_type"))
                .containsExactlyInAnyOrderElementsOf(held);
    }

    @Test
    void oneSpecificationVersionIsAskedForEverywhere() {
        var collection = machines.railways();
        var old = old();
        client().bring(collection, old, indicator());
        assertThat(client().get(collection + "manifest/?match[spec_version]=2.0")
                        .ids())
                .containsExactly(idOf(old));
        var object = collection + "objects/" + idOf(old) + "/";
        assertThat(client().get(object + "?match[spec_version]=2.0").ids()).containsExactly(idOf(old));
        assertThat(client().get(object + "?match[spec_version]=2.1").text()).isEqualTo("{}");
        assertThat(client().get(object + "versions/?match[spec_version]=2.1").text())
                .isEqualTo("{}");
        assertThat(client().delete(object + "?match[spec_version]=2.1").status())
                .isEqualTo(404);
        assertThat(client().delete(object + "?match[spec_version]=2.0").status())
                .isEqualTo(200);
        assertThat(client().get(object).status()).isEqualTo(404);
    }

    @Test
    void aVersionThatIsNotThereIsNothingOfAnObjectThatIs() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, version(id, 1));
        var object = collection + "objects/" + id + "/";
        assertThat(client().get(object + "?match[version]=2020-01-01T00:00:00Z").text())
                .isEqualTo("{}");
        assertThat(client().delete(object + "?match[version]=2020-01-01T00:00:00Z")
                        .status())
                .isEqualTo(404);
        assertThat(client().delete(object + "?match[version]=newest").status()).isEqualTo(400);
        assertThat(client().get(object).ids()).containsExactly(id);
    }

    @Test
    void whoIsUnknownLearnsNothingBeforeSayingWho() {
        var hidden = machines.collection(List.of(POWER), List.of(POWER));
        var unknown = new Client(machines.port(), "nor_unknown");
        for (var collection : List.of(hidden, NOWHERE)) {
            assertThat(List.of(
                            unknown.get(collection + "objects/", "Accept", "text/html")
                                    .status(),
                            unknown.get(collection + "objects/?limit=0").status(),
                            unknown.post(collection + "objects/", "x", "Content-Type", "text/plain")
                                    .status(),
                            unknown.delete(collection + "objects/" + id("indicator") + "/")
                                    .status()))
                    .as(collection)
                    .containsOnly(401);
        }
    }

    @Test
    void aStrangersCollectionAndNoneAreAnsweredAlike() {
        var hidden = machines.collection(List.of(POWER), List.of(POWER));
        var object = marked(GREEN);
        machines.of(POWER).bring(hidden, object);
        var there = answers(hidden, idOf(object));
        assertThat(there).allMatch(each -> each.startsWith("404 ") || each.startsWith("406 "));
        assertThat(there).isEqualTo(answers(NOWHERE, idOf(object)));
    }

    private List<String> answers(String collection, String id) {
        var found = new ArrayList<Client.Answer>();
        for (var what : List.of("", "objects/", "manifest/", "objects/" + id + "/", "objects/" + id + "/versions/")) {
            found.add(client().get(collection + what));
            found.add(client().get(collection + what + "?limit=0&match[version]=nonsense"));
            found.add(client().get(collection + what, "Accept", "text/html"));
        }
        found.add(client().bring(collection, marked(GREEN)));
        found.add(client().post(collection + "objects/", "x", "Content-Type", "text/plain"));
        found.add(client().delete(collection + "objects/" + id + "/?match[version]=nonsense"));
        return found.stream().map(each -> each.status() + " " + each.text()).toList();
    }

    @Test
    void anEmptyListIsTakenAndThatOfABundleToo() {
        var objects = machines.railways() + "objects/";
        var empty = client().post(objects, "{\"objects\":[]}");
        assertThat(empty.status()).isEqualTo(202);
        assertThat(empty.json().path("total_count").asInt(-1)).isZero();
        var bundle = "{\"type\":\"bundle\",\"id\":\"" + id("bundle") + "\",\"objects\":[" + indicator() + "]}";
        assertThat(client().post(objects, bundle).json().path("success_count").asInt())
                .as("the objects of a bundle are a list of objects too")
                .isEqualTo(1);
    }

    @Test
    void countsAddUpAndEachObjectIsNamed() {
        var nameless = indicator().replaceFirst("\"id\":\"[^\"]+\",", "");
        var good = indicator();
        var status = client().bring(machines.railways(), nameless, good, "[]").json();
        var successes = status.path("successes");
        var failures = status.path("failures");
        assertThat(status.path("success_count").asInt()).isEqualTo(1).isEqualTo(successes.size());
        assertThat(status.path("failure_count").asInt()).isEqualTo(2).isEqualTo(failures.size());
        assertThat(status.path("pending_count").asInt(-1)).isZero();
        assertThat(status.path("total_count").asInt()).isEqualTo(3);
        assertThat(failures.findValuesAsString("id")).containsExactly("objects[0]", "objects[2]");
        assertThat(UUID.fromString(status.path("id").asString()).version()).isEqualTo(4);
    }

    @Test
    void bodiesInPiecesAndAnnouncedOnesAreRead() throws IOException {
        var collection = machines.railways();
        var first = indicator();
        var second = indicator();
        var pieces = new StringBuilder();
        for (var piece : ("{\"objects\":[" + first + "]}").split("(?<=\\G.{100})")) {
            pieces.append(Integer.toHexString(piece.length()))
                    .append("\r\n")
                    .append(piece)
                    .append("\r\n");
        }
        assertThat(raw(collection, "Transfer-Encoding: chunked\r\n", pieces + "0\r\n\r\n"))
                .startsWith("HTTP/1.1 202");
        var body = "{\"objects\":[" + second + "]}";
        var announced = raw(collection, "Expect: 100-continue\r\nContent-Length: " + body.length() + "\r\n", body);
        assertThat(announced).startsWith("HTTP/1.1 100").contains("HTTP/1.1 202");
        assertThat(client().get(collection + "objects/").ids()).containsExactly(idOf(first), idOf(second));
    }

    /** Sends the body once the server wants it, where the head asks. */
    private String raw(String collection, String head, String body) throws IOException {
        try (var socket = new Socket("127.0.0.1", machines.port())) {
            var out = socket.getOutputStream();
            out.write(("POST " + collection
                            + "objects/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: */*\r\n"
                            + "Content-Type: " + Client.TAXII + "\r\nAuthorization: Bearer "
                            + machines.token(RAILWAY) + "\r\n" + head + "\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            var read = new ByteArrayOutputStream();
            if (head.startsWith("Expect")) {
                while (!read.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                    read.write(socket.getInputStream().read());
                }
            }
            out.write(body.getBytes(StandardCharsets.UTF_8));
            out.flush();
            read.writeBytes(socket.getInputStream().readAllBytes());
            return read.toString(StandardCharsets.UTF_8);
        }
    }
}
