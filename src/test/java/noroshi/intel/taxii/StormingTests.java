package noroshi.intel.taxii;

import static noroshi.intel.taxii.Client.TAXII;
import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Wrong credentials by the hundred from the network in which rightful machines stand too. */
@RunningHouse
class StormingTests {
    private static final int ROUNDS = 3;
    private static final int EACH = 150;

    @Autowired
    Machines machines;

    /** Others come from the same network next. */
    @AfterEach
    void calm() {
        await().until(() -> guess("Bearer nor_" + UUID.randomUUID()).status() == 401);
    }

    private Client.Answer guess(String authorization) {
        return new Client(machines.port(), "").get("/taxii2/", "Authorization", authorization);
    }

    private static String basic(String token) {
        var pair = RAILWAY + ":" + token;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void wrongTokensLockNobodyOut() throws Exception {
        var collection = machines.railways();
        var rightful = machines.of(RAILWAY);
        var token = machines.token(RAILWAY);
        assertThat(rightful.get(collection + "objects/").status()).isEqualTo(200);
        var answers = new ArrayList<Client.Answer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var round = 0; round < ROUNDS; round++) {
                var guesses = new ArrayList<Callable<Client.Answer>>();
                for (var i = 0; i < EACH; i++) {
                    var wrong = "nor_" + UUID.randomUUID();
                    guesses.add(() -> guess("Bearer " + wrong));
                    guesses.add(() -> guess(basic(wrong)));
                }
                var running = guesses.stream().map(threads::submit).toList();
                for (var i = 0; i < 20; i++) {
                    assertThat(rightful.get(collection + "objects/").status()).isEqualTo(200);
                    assertThat(guess(basic(token)).status()).isEqualTo(200);
                }
                for (var each : running) {
                    answers.add(each.get());
                }
            }
        }
        assertThat(answers).extracting(Client.Answer::status).containsOnly(401, 429);
        for (var answer : answers) {
            assertThat(answer.header("Content-Type")).contains(TAXII);
            assertThat(answer.json().path("http_status").asString()).isEqualTo(Integer.toString(answer.status()));
            assertThat(answer.header("Retry-After").isPresent()).isEqualTo(answer.status() == 429);
            assertThat(answer.header("WWW-Authenticate").isPresent()).isEqualTo(answer.status() == 401);
        }
        assertThat(List.of(
                        rightful.get(collection).status(), guess(basic(token)).status()))
                .containsOnly(200);
    }
}
