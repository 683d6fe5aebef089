package noroshi.topic;

import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.session;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import noroshi.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What the server itself takes apart before anything of ours sees it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "noroshi.provider.begins=P1D")
@Import(World.class)
class ManyPartsTests {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int PARTS = 300;

    @LocalServerPort
    int port;

    @Test
    void aFormOfHundredsOfPartsIsTakenWhole() throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var cookies = "session=" + session(MIKA.person());
            var page = client.send(ask("/topics/new", cookies).build(), BodyHandlers.ofString());
            var token = TOKEN.matcher(page.body());
            assertThat(token.find()).isTrue();
            for (var set : page.headers().allValues("Set-Cookie")) {
                cookies += "; " + set.split(";", 2)[0];
            }
            var sent = send(client, cookies, token.group(1));
            assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
            var there = sent.headers().firstValue("Location").orElseThrow();
            var topic = client.send(ask(there, cookies).build(), BodyHandlers.ofString());
            assertThat(topic.body()).contains("多くの宛先を選んだ話題");
        }
    }

    private HttpResponse<String> send(HttpClient client, String cookies, String token)
            throws IOException, InterruptedException {
        var form = new StringBuilder();
        part(form, "_csrf", token);
        part(form, "title", "多くの宛先を選んだ話題");
        part(form, "body", "本文");
        part(form, "tlp", "AMBER");
        for (int n = 0; n < PARTS; n++) {
            part(form, "audience", "community:" + RAIL);
        }
        part(form, "step", "post");
        form.append("--parts--\r\n");
        return client.send(
                ask("/topics", cookies)
                        .header("Content-Type", "multipart/form-data; boundary=parts")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder ask(String path, String cookies) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port).resolve(path))
                .header("Cookie", cookies);
    }

    private static void part(StringBuilder form, String name, String value) {
        form.append("--parts\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n");
    }
}
