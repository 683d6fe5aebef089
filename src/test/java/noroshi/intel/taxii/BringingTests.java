package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Sections 5.5 (add objects), 4.3 (status), 5.7 (delete an object), and everything hostile that can be brought. */
@RunningHouse
class BringingTests {
    @Autowired
    Machines machines;

    private Client client() {
        return machines.of(RAILWAY);
    }

    @Test
    void theStatusSaysWhatBecameOfEachObject() {
        var collection = machines.railways();
        var good = indicator();
        var bad = good.replaceFirst("indicator--", "malware--");
        var sent = client().bring(collection, good, bad, "42", marked(RED));
        assertThat(sent.status()).isEqualTo(202);
        assertThat(sent.header("Content-Type")).contains(Client.TAXII);
        var status = sent.json();
        assertThat(status.path("status").asString()).isEqualTo("complete");
        assertThat(status.path("total_count").asInt()).isEqualTo(4);
        assertThat(status.path("success_count").asInt()).isEqualTo(1);
        assertThat(status.path("failure_count").asInt()).isEqualTo(3);
        assertThat(status.path("pending_count").asInt(-1)).isZero();
        assertThat(status.path("request_timestamp").asString()).matches(".*\\.\\d{6}Z");
        assertThat(status.path("successes").get(0).path("id").asString()).isEqualTo(idOf(good));
        assertThat(status.path("successes").get(0).path("version").asString()).isEqualTo(DAY);
        assertThat(status.path("failures")).allSatisfy(failure -> {
            assertThat(failure.path("id").asString()).isNotBlank();
            assertThat(failure.path("version").asString()).isNotBlank();
            assertThat(failure.path("message").asString()).isNotBlank().doesNotContain("intel.");
        });
        var again = client().get("/taxii2/general/status/" + status.path("id").asString() + "/");
        assertThat(again.json()).isEqualTo(status);
        assertThat(machines.of(POWER)
                        .get("/taxii2/general/status/" + status.path("id").asString() + "/")
                        .status())
                .isEqualTo(404);
        assertThat(client().get("/taxii2/general/status/nonsense/").status()).isEqualTo(404);
        assertThat(client().get(collection + "objects/").ids()).containsExactly(idOf(good));
    }

    @Test
    void theSameAgainIsASuccessAndOtherContentAContradiction() {
        var collection = machines.railways();
        var id = id("indicator");
        client().bring(collection, indicator(id, DAY));
        var spelled = indicator(id, DAY).replace("\",\"", "\" , \"").replace("bad.example", "bad\\u002eexample");
        var again = client().bring(collection, indicator(id, DAY), spelled).json();
        assertThat(again.path("success_count").asInt()).isEqualTo(2);
        assertThat(client().get("/taxii2/general/status/" + again.path("id").asString())
                        .json())
                .isEqualTo(again);
        var other = client().bring(collection, indicator(id, DAY, ",\"name\":\"other\""))
                .json();
        assertThat(other.path("failure_count").asInt()).isEqualTo(1);
        assertThat(other.path("failures").get(0).path("message").asString()).contains("other content");
        var objects = client().get(collection + "objects/?match[version]=all");
        assertThat(objects.text()).isEqualTo("{\"more\":false,\"objects\":[" + indicator(id, DAY) + "]}");
    }

    @Test
    void twiceInOneEnvelopeIsOnce() {
        var collection = machines.railways();
        var id = id("indicator");
        var status = client().bring(
                        collection, indicator(id, DAY), indicator(id, DAY), indicator(id, DAY, ",\"name\":\"x\""))
                .json();
        assertThat(status.path("success_count").asInt()).isEqualTo(2);
        assertThat(status.path("failure_count").asInt()).isEqualTo(1);
        assertThat(client().get(collection + "objects/").ids()).containsExactly(id);
    }

    @Test
    void whoMayNotWriteIsForbiddenAndWhoMayNotReadToo() {
        var reading = machines.collection(List.of(RAILWAY), List.of(POWER));
        assertThat(client().bring(reading, indicator()).status()).isEqualTo(403);
        assertThat(machines.of(POWER).bring(reading, marked(GREEN)).status()).isEqualTo(202);
        for (var what : List.of("objects/", "manifest/", "objects/" + id("indicator") + "/")) {
            assertThat(machines.of(POWER).get(reading + what).status()).as(what).isEqualTo(403);
        }
        assertThat(machines.of(POWER)
                        .delete(reading + "objects/" + id("indicator") + "/")
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/taxii+json;version=2.0",
                "text/plain",
                "application/stix+json;version=2.1",
                "nonsense"
            })
    void otherMediaTypesAreRefused(String type) {
        var answer = client().post(machines.railways() + "objects/", "{\"objects\":[]}", "Content-Type", type);
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.json().path("http_status").asString()).isEqualTo("415");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/taxii+json", "application/taxii+json; version=\"2.1\"; charset=utf-8"})
    void spellingsOfTheMediaTypeAreAccepted(String type) {
        var answer = client().post(
                        machines.railways() + "objects/", "{\"objects\":[" + indicator() + "]}", "Content-Type", type);
        assertThat(answer.status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "hello",
                "{\"objects\":{}}",
                "{\"objects\":\"x\"}",
                "{}",
                "{\"objects\":[]",
                "{\"objects\":[]} x",
                "<xml/>",
                "{\"objects\":[1],\"objects\":[2]}"
            })
    void whatIsNoEnvelopeIsUnprocessable(String body) {
        var answer = client().post(machines.railways() + "objects/", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("description").asString()).isNotBlank().doesNotContain("intel.");
    }

    @Test
    void hostileObjectsFailAloneWithAReason() {
        var collection = machines.railways();
        var good = indicator();
        var hostile = List.of(
                "{}",
                "[]",
                "\"x\"",
                "null",
                "{\"type\":\"indicator\"}",
                indicator().replace("\"type\":", "\"type\":\"x\",\"type\":"),
                indicator("indicator--not-a-uuid", DAY),
                indicator().replace("\"type\":\"indicator\"", "\"type\":\"../../etc\""),
                indicator(id("indicator"), "2026-02-31T00:00:00Z"),
                indicator(id("indicator"), "1999-01-01T00:00:00Z"),
                indicator().replace("\"2.1\"", "\"9.9\""),
                indicator(id("indicator"), DAY, ",\"x\":1e999999"),
                indicator(id("indicator"), DAY, ",\"x\":\"\\ud800\""),
                indicator().replace("\"pattern\":", "\"patern\":"),
                indicator(id("indicator"), DAY, ",\"confidence\":1000"));
        var all = new java.util.ArrayList<>(hostile);
        all.add(good);
        var status = client().bring(collection, all.toArray(String[]::new)).json();
        assertThat(status.path("failure_count").asInt()).as(status.toString()).isEqualTo(hostile.size());
        assertThat(client().get(collection + "objects/").ids()).containsExactly(idOf(good));
    }

    @Test
    void unknownPropertiesAndWrongPatternsAreKept() {
        var collection = machines.railways();
        var odd = List.of(
                indicator(id("indicator"), DAY, ",\"x_anything\":{\"deep\":[1,2,{}]}"),
                indicator(id("indicator"), DAY, ",\"y\":\"\\u0000\""),
                indicator(id("indicator"), DAY).replace("[domain-name:value = 'bad.example']", "[[[ no pattern"));
        var status = client().bring(collection, odd.toArray(String[]::new)).json();
        assertThat(status.path("success_count").asInt()).as(status.toString()).isEqualTo(odd.size());
        assertThat(client().get(collection + "objects/").text())
                .isEqualTo("{\"more\":false,\"objects\":[" + String.join(",", odd) + "]}");
    }

    @Test
    @Timeout(20)
    void bombsAreRefusedInBoundedTime() {
        var collection = machines.railways() + "objects/";
        var deep = "{\"objects\":[{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}]}";
        assertThat(client().post(collection, deep).status()).isEqualTo(422);
        assertThat(client().post(collection, "[".repeat(100_000)).status()).isEqualTo(422);
        var long1 = "{\"objects\":[{\"a\":\"" + "x".repeat(11 * 1024 * 1024) + "\"}]}";
        assertThat(client().post(collection, long1).status()).isEqualTo(413);
        var invalid = ("{\"objects\":[" + indicator() + "]}").getBytes(StandardCharsets.UTF_8);
        invalid[30] = (byte) 0xC3;
        invalid[31] = (byte) 0x28;
        assertThat(client().post(collection, invalid).status()).isEqualTo(422);
        assertThat(client().get(collection).text()).isEqualTo("{}");
    }

    @Test
    void packedBodiesAreReadAndBombsAreNot() throws IOException {
        var collection = machines.railways();
        var body = "{\"objects\":[" + indicator() + "]}";
        assertThat(client().post(
                                collection + "objects/",
                                packed(body.getBytes(StandardCharsets.UTF_8)),
                                "Content-Encoding",
                                "gzip")
                        .status())
                .isEqualTo(202);
        var bomb = client().post(collection + "objects/", packed(new byte[30_000_000]), "Content-Encoding", "gzip");
        assertThat(bomb.status()).isEqualTo(413);
        assertThat(bomb.header("Content-Type")).contains(Client.TAXII);
        assertThat(bomb.json().path("http_status").asString()).isEqualTo("413");
        assertThat(client().post(collection + "objects/", body, "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(422);
        assertThat(client().post(collection + "objects/", body, "Content-Encoding", "br")
                        .status())
                .isEqualTo(415);
    }

    private static byte[] packed(byte[] body) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        }
        return out.toByteArray();
    }
}
