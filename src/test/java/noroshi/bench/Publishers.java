package noroshi.bench;

import static noroshi.testing.Cast.*;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.shared.Actor;

/** Members who publish and report through the pages, and remember what they were told was received. */
final class Publishers {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Set<UUID> posted = ConcurrentHashMap.newKeySet();
    private final Set<UUID> reported = ConcurrentHashMap.newKeySet();

    /** Whom reports of a system propose. */
    static void settle(Connection owner) throws SQLException {
        try (var sql = owner.createStatement()) {
            sql.execute("insert into desk.system values ('booking', '予約', 'Booking')");
            for (var organisation : List.of(MINISTRY, AGENCY, POLICE)) {
                sql.execute(("insert into desk.party (trigger, code, organisation, damage, technical)"
                                + " values ('SYSTEM', 'booking', '%s', true, true)")
                        .formatted(organisation));
            }
        }
    }

    int acknowledged() {
        return posted.size() + reported.size();
    }

    /** How much of what was acknowledged is not there, or there more than once. */
    int missing(Connection owner) throws SQLException {
        return missing(owner, "select id from topic.topic where kind = 'POST'", posted)
                + missing(owner, "select once from desk.matter", reported);
    }

    private static int missing(Connection owner, String sql, Set<UUID> acknowledged) throws SQLException {
        var left = new HashSet<>(acknowledged);
        var more = 0;
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var id = rows.getObject(1, UUID.class);
                if (!left.remove(id) && acknowledged.contains(id)) {
                    more++;
                }
            }
        }
        return left.size() + more;
    }

    /** To the windows of two organisations, one after the other, until the platform is gone. */
    void post(URI address, AtomicBoolean over) {
        var audience =
                "&audience=" + encoded("organisation:" + RAILWAY) + "&audience=" + encoded("organisation:" + POWER);
        until(over, form(address, "topics/new", KEI), form -> {
            var answer = form.send("topics", "&title=Post+" + UUID.randomUUID() + "&body=Text&tlp=AMBER" + audience);
            if (answer.statusCode() == 303) {
                var path = answer.headers().firstValue("Location").orElseThrow();
                posted.add(UUID.fromString(path.replaceAll(".*/topics/([0-9a-f-]{36}).*", "$1")));
            }
            return answer;
        });
    }

    /** To the ministry, the agency and the police, and to the Centre as always. */
    void report(URI address, AtomicBoolean over) {
        var recipients = Stream.of(MINISTRY, AGENCY, POLICE)
                .map(it -> "&recipient=" + it + "&shown=" + it)
                .collect(Collectors.joining());
        until(over, form(address, "desk/new", SORA), form -> {
            var once = UUID.randomUUID();
            var answer = form.send(
                    "desk",
                    "&once=" + once + "&kind=REPORT&system=booking&tlp=AMBER&title=Report+" + once
                            + "&body=What+is+known&damage=Bookings+stopped&technical=192.0.2.7" + recipients);
            if (answer.statusCode() == 303) {
                reported.add(once);
            }
            return answer;
        });
    }

    private interface Act {
        HttpResponse<String> by(Form form) throws IOException, InterruptedException;
    }

    private interface Opening {
        Form open() throws IOException, InterruptedException;
    }

    private static void until(AtomicBoolean over, Opening opening, Act act) {
        try {
            var form = opening.open();
            while (!over.get()) {
                var answer = act.by(form);
                if (answer.statusCode() != 303 && answer.statusCode() < 500) {
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
                }
            }
        } catch (IOException killed) {
            // The next life of the platform is asked anew.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Opening form(URI address, String path, Actor actor) {
        return () -> {
            while (true) {
                var answer = client.send(
                        request(address.resolve(path), actor, "").build(), HttpResponse.BodyHandlers.ofString());
                var token = TOKEN.matcher(answer.body());
                if (token.find()) {
                    var cookie = answer.headers()
                            .firstValue("Set-Cookie")
                            .orElseThrow()
                            .split(";", 2)[0];
                    return new Form(address, actor, cookie, token.group(1));
                }
            }
        };
    }

    private static HttpRequest.Builder request(URI address, Actor actor, String cookies) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Cookie", cookies + "session=" + session(actor.person()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private final class Form {
        private final URI address;
        private final Actor actor;
        private final String cookie;
        private final String token;

        Form(URI address, Actor actor, String cookie, String token) {
            this.address = address;
            this.actor = actor;
            this.cookie = cookie;
            this.token = token;
        }

        HttpResponse<String> send(String path, String fields) throws IOException, InterruptedException {
            return client.send(
                    request(address.resolve(path), actor, cookie + "; ")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encoded(token) + fields))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
