package noroshi.intel.taxii;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the running application as a machine does. */
final class Client {
    static final String TAXII = "application/taxii+json;version=2.1";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String token;

    Client(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** What came back. */
    record Answer(int status, HttpResponse<byte[]> response) {
        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        Optional<String> header(String name) {
            return response.headers().firstValue(name);
        }

        List<String> ids() {
            return json().path("objects").values().stream()
                    .map(object -> object.path("id").asString())
                    .toList();
        }

        String next() {
            return json().path("next").asString("");
        }

        boolean more() {
            return json().path("more").asBoolean(false);
        }

        String first() {
            return header("X-TAXII-Date-Added-First").orElse("");
        }

        String last() {
            return header("X-TAXII-Date-Added-Last").orElse("");
        }
    }

    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Answer post(String path, String body, String... headers) {
        return post(path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer post(String path, byte[] body, String... headers) {
        var named = Arrays.asList(headers).contains("Content-Type");
        var request = request(path, headers).POST(BodyPublishers.ofByteArray(body));
        return send(named ? request : request.header("Content-Type", TAXII));
    }

    /** Brings objects; the answer is their status. */
    Answer bring(String collection, String... objects) {
        return post(collection + "objects/", "{\"objects\":[" + String.join(",", objects) + "]}");
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var escaped = path.replace("[", "%5B").replace("]", "%5D");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + escaped));
        var names = new ArrayList<String>();
        for (var i = 0; i < headers.length; i += 2) {
            names.add(headers[i]);
            if (!headers[i + 1].isEmpty()) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        if (!names.contains("Accept")) {
            request.header("Accept", TAXII);
        }
        if (!names.contains("Authorization")) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
