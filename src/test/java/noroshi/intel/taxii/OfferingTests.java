package noroshi.intel.taxii;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import noroshi.membership.Scope;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sections 1.6 (protocol), 3.2 and 3.6 (headers, errors), 4.1 and 4.2 (discovery, API root), 5.1 and 5.2 (collections). */
@RunningHouse
class OfferingTests {
    @Autowired
    Machines machines;

    @Autowired
    Collections collections;

    @Test
    void discoveryLeadsToRootsAndCollections() {
        var client = machines.of(RAILWAY);
        var id = machines.id(List.of(RAILWAY), List.of(), Tlp.GREEN);
        for (var path : List.of("/taxii2/", "/taxii2")) {
            var discovery = client.get(path);
            assertThat(discovery.status()).isEqualTo(200);
            assertThat(discovery.json().path("title").asString()).isNotBlank();
            assertThat(discovery.json().path("default").asString())
                    .isEqualTo(discovery.json().path("api_roots").get(0).asString());
            assertThat(discovery.json().path("default").asString())
                    .endsWith("/taxii2/general/")
                    .startsWith("http://127.0.0.1:" + machines.port());
        }
        var root = client.get("/taxii2/general/").json();
        assertThat(root.path("versions").get(0).asString()).isEqualTo(Client.TAXII);
        assertThat(root.path("max_content_length").asInt()).isEqualTo(10 * 1024 * 1024);
        var listed = client.get("/taxii2/general/collections/").json().path("collections");
        assertThat(listed.findValuesAsString("id")).contains(id.toString());
        var one = client.get("/taxii2/general/collections/" + id).json();
        assertThat(one.path("can_read").asBoolean()).isTrue();
        assertThat(one.path("can_write").asBoolean(true)).isFalse();
        assertThat(one.path("title").asString()).isEqualTo("Test");
        assertThat(one.path("media_types").get(0).asString()).isEqualTo("application/stix+json;version=2.1");
        assertThat(id.version()).isEqualTo(4);
    }

    @Test
    void aCommunitysCollectionStandsInItsOwnRoot() {
        var id = collections.create(
                new NewCollection(
                        Optional.of(Cast.RAIL),
                        "Rail",
                        "",
                        "rail-" + System.nanoTime(),
                        Tlp.AMBER,
                        List.of(POWER),
                        List.of()),
                Cast.ADA);
        var client = machines.of(POWER);
        var roots = client.get("/taxii2/").json().path("api_roots").values().stream()
                .map(each -> each.asString())
                .toList();
        assertThat(roots).anyMatch(root -> root.endsWith("/taxii2/" + Cast.RAIL + "/"));
        assertThat(client.get("/taxii2/" + Cast.RAIL + "/collections/")
                        .json()
                        .path("collections")
                        .findValuesAsString("id"))
                .contains(id.toString());
        assertThat(client.get("/taxii2/general/collections/" + id + "/").status())
                .isEqualTo(404);
        assertThat(machines.of(SPORTS).get("/taxii2/" + Cast.RAIL + "/").status())
                .isEqualTo(404);
        assertThat(machines.of(SPORTS)
                        .get("/taxii2/" + Cast.RAIL + "/collections/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAliasStandsForTheId() {
        var alias = "alias-" + System.nanoTime();
        collections.create(
                new NewCollection(
                        Optional.empty(), "A", "For tests", alias, Tlp.AMBER, List.of(RAILWAY), List.of(RAILWAY)),
                Cast.ADA);
        var answer = machines.of(RAILWAY).get("/taxii2/general/collections/" + alias + "/");
        assertThat(answer.json().path("alias").asString()).isEqualTo(alias);
        assertThat(answer.json().path("description").asString()).isEqualTo("For tests");
        assertThat(machines.of(RAILWAY)
                        .get("/taxii2/general/collections/" + alias + "/objects/")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/taxii+json;version=2.1",
                "application/taxii+json; version=2.1",
                "application/taxii+json ; version=\"2.1\"",
                "application/taxii+json;version=2.1;charset=utf-8",
                "APPLICATION/TAXII+JSON; VERSION=2.1",
                "application/taxii+json",
                "application/*",
                "*/*",
                "application/json, text/plain, */*",
                "text/html , application/taxii+json; version=2.1 ;q=0.5",
                "application/vnd.oasis.taxii+json; version=2.0, application/taxii+json;version=2.1",
                ""
            })
    void acceptsWhatClientsAsk(String accept) {
        var answer = machines.of(RAILWAY).get("/taxii2/", "Accept", accept);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("application/taxii+json;version=2.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/taxii+json;version=2.0",
                "application/taxii+json;version=3",
                "application/taxii+json;version=\"2.1, 2.2\"",
                "application/vnd.oasis.taxii+json; version=2.0",
                "application/json",
                "text/html",
                "application/taxii+json;version=2.1;q=0",
                "application/stix+json;version=2.1"
            })
    void whatWeDoNotSpeakIsNotAcceptable(String accept) {
        for (var path : List.of("/taxii2/", "/taxii2/general/", machines.railways() + "objects/")) {
            var answer = machines.of(RAILWAY).get(path, "Accept", accept);
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.json().path("http_status").asString()).isEqualTo("406");
        }
    }

    @Test
    void errorsAreErrorMessages() {
        var client = machines.of(RAILWAY);
        for (var path : List.of("/taxii2/nowhere/", "/taxii2/general/nothing/", "/taxii2/a/b/c/d/e/f/g/")) {
            var answer = client.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("Content-Type")).contains(Client.TAXII);
            assertThat(answer.json().path("title").asString()).isNotBlank();
            assertThat(answer.json().path("http_status").asString()).isEqualTo("404");
        }
        assertThat(client.delete(machines.railways() + "manifest/").status()).isEqualTo(405);
        assertThat(client.method("PUT", "/taxii2/").status()).isEqualTo(405);
        assertThat(client.get("/taxii2/nowhere/", "Accept-Language", "ja")
                        .json()
                        .path("title")
                        .asString())
                .isEqualTo("見つかりません");
    }

    @Test
    void onlyTokensForTaxiiOpenAnything() {
        var client = machines.of(RAILWAY);
        for (var header :
                List.of("", "Bearer nor_wrong", "Basic !!!", "Basic " + coded("siem", "nor_wrong"), "Digest x")) {
            var answer = client.get("/taxii2/", "Authorization", header);
            assertThat(answer.status()).as(header).isEqualTo(401);
            assertThat(answer.response().headers().allValues("WWW-Authenticate"))
                    .hasSize(2);
            assertThat(answer.json().path("http_status").asString()).isEqualTo("401");
        }
        var reading = machines.token(RAILWAY, Scope.READ);
        assertThat(client.get("/taxii2/", "Authorization", "Bearer " + reading).status())
                .isEqualTo(403);
        assertThat(client.get("/taxii2/", "Authorization", "", "Cookie", "session=test-session-x")
                        .status())
                .isEqualTo(401);
        for (var header : List.of(
                "Bearer " + machines.token(RAILWAY), "bearer " + machines.token(RAILWAY),
                "Basic " + coded("siem", machines.token(RAILWAY)), "Basic " + coded("", machines.token(RAILWAY)))) {
            assertThat(client.get("/taxii2/", "Authorization", header).status()).isEqualTo(200);
        }
    }

    private static String coded(String name, String password) {
        return Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rawBracketsAndLongAddressesAreRead() throws IOException {
        var collection = machines.railways();
        var object = Stix.malware();
        machines.of(RAILWAY).bring(collection, object, Stix.indicator());
        assertThat(raw(collection + "objects/?match[type]=malware"))
                .startsWith("HTTP/1.1 200")
                .contains(Stix.idOf(object))
                .doesNotContain("\"indicator\"");
        var ids = new StringBuilder(Stix.idOf(object));
        while (ids.length() < 5_000) {
            ids.append(',').append(Stix.id("indicator"));
        }
        assertThat(raw(collection + "objects/?match[id]=" + ids))
                .startsWith("HTTP/1.1 200")
                .contains(Stix.idOf(object));
    }

    private String raw(String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", machines.port())) {
            socket.getOutputStream()
                    .write(("GET " + path
                                    + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAccept: */*\r\nAuthorization: Bearer "
                                    + machines.token(RAILWAY) + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void pagesArePackedForWhoUnpacks() throws IOException {
        var collection = machines.railways();
        machines.of(RAILWAY).bring(collection, Stix.indicator(), Stix.indicator(), Stix.indicator(), Stix.indicator());
        var plain = machines.of(RAILWAY).get(collection + "objects/");
        var packed = machines.of(RAILWAY).get(collection + "objects/", "Accept-Encoding", "gzip, deflate");
        assertThat(packed.header("Content-Encoding")).contains("gzip");
        try (var unpacked = new java.util.zip.GZIPInputStream(
                new java.io.ByteArrayInputStream(packed.response().body()))) {
            assertThat(unpacked.readAllBytes()).isEqualTo(plain.response().body());
        }
        assertThat(machines.of(RAILWAY)
                        .get(collection + "objects/", "Accept-Encoding", "gzip;q=0")
                        .header("Content-Encoding"))
                .isEmpty();
    }
}
