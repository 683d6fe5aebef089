package noroshi;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import noroshi.insight.EventKind;
import noroshi.insight.Events;
import noroshi.insight.NewEvent;
import noroshi.membership.Profiles;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.Seen;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionOperations;

/** Two people change the same thing: the second is told, keeps what they typed, and decides. */
@WholeHouse
class StaleEditsTests {
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{36})\"");
    private static final String TOLD = "書いている間に、ここの内容が変わりました";
    private static final String NOW = "いまの内容";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Profiles profiles;

    @Autowired
    Events events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionOperations transaction;

    @Test
    void aCommunityDescribedByTwo() {
        var community = Map.of(
                "code",
                "estuary",
                "lead",
                "noor",
                "kind",
                "open",
                "name",
                "河口",
                "nameEn",
                "Estuary",
                "meaning",
                "参加者",
                "meaningEn",
                "members",
                "colour",
                "1");
        var there = made("/communities", community, ADA);
        twice(
                new Form(HttpMethod.PUT, there, there + "/edit", community),
                NOOR,
                Map.of("charter", "先の約束", "colour", "2"),
                ADA,
                Map.of("charter", "後の<b>約束"),
                List.of("f-charter-now", "先の約束", "後の&lt;b&gt;約束", "f-colour-now"),
                List.of("f-name-now", "f-goal-now"));
    }

    @Test
    void anEventOfTheCalendar() {
        var there = event("三者会合");
        twice(
                new Form(HttpMethod.PUT, there, there, marker("三者会合")),
                ADA,
                Map.of("date", "2012-03-05"),
                ED,
                Map.of("labelJa", "四者会合"),
                List.of("f-date-now", "2012年3月5日", "f-labelJa-now", "三者会合", "value=\"四者会合\""),
                List.of("f-labelEn-now", "f-end-now"));
    }

    @Test
    void aProviderAndItsSecret() {
        var provider = Map.of(
                "name",
                "先方",
                "address",
                "http://127.0.0.1:9/",
                "signIn",
                "BEARER",
                "secret",
                "first-secret",
                "minutes",
                "60",
                "pageSize",
                "100",
                "speaks",
                "TAXII");
        var there = made("/intel/providers", provider, ADA);
        var bare = new HashMap<>(provider);
        bare.remove("secret");
        var form = new Form(HttpMethod.PUT, there, there + "/edit", bare);
        twice(
                form,
                ADA,
                Map.of("contact", "soc@partner.example"),
                ADA,
                Map.of("terms", "後の条件", "secret", "typed-secret"),
                List.of("f-contact-now", "soc@partner.example", "後の条件", "もう一度入力してください"),
                List.of("typed-secret", "first-secret", "f-name-now"));
        var seen = seen(form, ADA);
        assertThat(send(form, Map.of("secret", "second-secret"), seen, ADA)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(send(form, Map.of("secret", "third-secret"), seen, ADA))
                .as("a secret is something that somebody saved, too")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void onesOwnProfileInTwoWindows() {
        var before = profiles.mine(SORA);
        var form = new Form(
                HttpMethod.POST,
                "/settings/profile",
                "/settings",
                Map.of("name", before.name(), "locale", "ja", "level", "general", "theme", "system"));
        try {
            twice(
                    form,
                    SORA,
                    Map.of("titleJa", "課長", "theme", "dark"),
                    SORA,
                    Map.of("titleJa", "部長"),
                    List.of("f-titleJa-now", "課長", "部長", "f-theme-now"),
                    List.of("f-name-now", "f-locale-now"));
        } finally {
            profiles.save(before, Seen.UNSAID, SORA);
        }
    }

    @Test
    void whoeverWaitedForTheFirstIsToldToo() throws Exception {
        var there = event("同時");
        var form = new Form(HttpMethod.PUT, there, there, marker("同時"));
        var seen = seen(form, ED);
        var first = new NewEvent(EventKind.MARKER, LocalDate.parse("2012-03-06"), Optional.empty(), "先", "First");
        var id = UUID.fromString(there.substring(there.lastIndexOf('/') + 1));
        try (var other = Executors.newSingleThreadExecutor()) {
            var second = Acting.as(
                    ADA,
                    () -> Objects.requireNonNull(transaction.<Future<MvcTestResult>>execute(_ -> {
                        events.change(id, first, Seen.UNSAID, ADA);
                        var ours = jdbc.sql("select pg_backend_pid()")
                                .query(Integer.class)
                                .single();
                        var waiting = other.submit(() -> send(form, Map.of("labelJa", "後"), seen, ED));
                        await().until(() -> jdbc.sql("""
                                select exists (
                                    select from pg_locks where not granted and :ours = any(pg_blocking_pids(pid)))
                                """)
                                .param("ours", ours)
                                .query(Boolean.class)
                                .single());
                        return waiting;
                    })));
            assertThat(second.get()).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(Acting.as(ADA, () -> events.show(id, ADA)).what()).isEqualTo(first);
    }

    @Test
    void whatIsWrongOtherwiseDoesNotCountAsSeen() {
        var there = event("見落とし");
        var form = new Form(HttpMethod.PUT, there, there, marker("見落とし"));
        var seen = seen(form, ADA);
        assertThat(send(form, Map.of("labelJa", "先"), seen, ADA)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(send(form, Map.of("labelJa", ""), seen, ED))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("name=\"seen\" value=\"" + seen + "\"")
                .doesNotContain(TOLD);
    }

    /** @param typed what the form says when nothing is changed */
    private record Form(HttpMethod method, String there, String page, Map<String, String> typed) {}

    private void twice(
            Form form,
            Actor first,
            Map<String, String> one,
            Actor second,
            Map<String, String> other,
            List<String> shown,
            List<String> notShown) {
        var seen = seen(form, second);
        assertThat(send(form, one, seen, first)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(send(form, one, seen, second)).as("the same once more").hasStatus(HttpStatus.SEE_OTHER);
        var refused = send(form, other, seen, second);
        assertThat(refused)
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains(TOLD, NOW)
                .contains(shown)
                .doesNotContain(notShown)
                .doesNotContain(seen);
        assertThat(send(form, other, seen, second)).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(send(form, other, digest(refused), second))
                .as("knowing what stood there")
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(send(form, one, "", first)).as("who does not say").hasStatus(HttpStatus.SEE_OTHER);
    }

    private String event(String name) {
        assertThat(send(new Form(HttpMethod.POST, "/insight/events", "", marker(name)), Map.of(), "", ADA))
                .hasStatus(HttpStatus.SEE_OTHER);
        var list = body(mvc.get().uri("/insight/events").with(as(ADA)).exchange());
        var row = Pattern.compile("href=\"(/insight/events/[0-9a-f-]{36})\" aria-label=\"[^\"]*" + name)
                .matcher(list);
        assertThat(row.find()).isTrue();
        return row.group(1);
    }

    private static Map<String, String> marker(String name) {
        return Map.of("kind", "MARKER", "date", "2012-03-04", "labelJa", name, "labelEn", "Meeting");
    }

    private String made(String list, Map<String, String> typed, Actor who) {
        var answer = send(new Form(HttpMethod.POST, list, "", typed), Map.of(), "", who);
        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER);
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    private String seen(Form form, Actor who) {
        return digest(mvc.get().uri(form.page()).with(as(who)).exchange());
    }

    private static String digest(MvcTestResult page) {
        var found = SEEN.matcher(body(page));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private MvcTestResult send(Form form, Map<String, String> changed, String seen, Actor who) {
        var all = new HashMap<>(form.typed());
        all.putAll(changed);
        var request = mvc.method(form.method()).uri(form.there()).with(as(who));
        all.forEach(request::param);
        return (seen.isEmpty() ? request : request.param("seen", seen)).exchange();
    }
}
