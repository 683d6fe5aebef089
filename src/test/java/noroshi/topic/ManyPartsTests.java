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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import noroshi.testing.World;
import org.junit.jupiter.api.AfterEach;
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

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void aFormOfHundredsOfPartsIsTakenWhole() throws Exception {
        var sent = send("多くの宛先を選んだ話題", StandardCharsets.UTF_8);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        var there = sent.headers().firstValue("Location").orElseThrow();
        assertThat(ask(ask(there, "session=" + session(MIKA.person()))).body()).contains("多くの宛先を選んだ話題");
    }

    @Test
    void whatIsNotUtf8IsRefusedAndNothingOfItIsKept() throws Exception {
        var sent = send("電力会社の件", Charset.forName("Shift_JIS"));
        assertThat(sent.statusCode()).isEqualTo(400);
        assertThat(ask(ask("/topics?own=true", "session=" + session(MIKA.person())))
                        .body())
                .doesNotContain("\uFFFD");
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String title, Charset charset) throws IOException, InterruptedException {
        var cookies = "session=" + session(MIKA.person());
        var page = ask(ask("/topics/new", cookies));
        var token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();
        for (var set : page.headers().allValues("Set-Cookie")) {
            cookies += "; " + set.split(";", 2)[0];
        }
        var form = new StringBuilder();
        part(form, "_csrf", token.group(1));
        part(form, "title", title);
        part(form, "body", "本文");
        part(form, "tlp", "AMBER");
        for (int n = 0; n < PARTS; n++) {
            part(form, "audience", "community:" + RAIL);
        }
        part(form, "step", "post");
        form.append("--parts--\r\n");
        return ask(ask("/topics", cookies)
                .header("Content-Type", "multipart/form-data; boundary=parts")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString(), charset)));
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
