package noroshi.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.asset.AssetOwners;
import noroshi.asset.AssetValue;

/** What organisations registered: as many URLs and addresses as the data say, all reserved for examples. */
final class Holdings {
    private static final List<String> PAGES = List.of(
            "www.",
            "",
            "mail.",
            "recruit.",
            "reserve.",
            "www.:news/",
            "www.:event/",
            "api.",
            "vpn.",
            "shop.",
            "www.:contact/",
            "static.",
            "m.",
            "www.:en/",
            "support.",
            "login.",
            "www.:ticket/",
            "blog.",
            "info.",
            "www.:ir/");
    private static final String IPV4 = "192.0.2.";
    private static final int HOSTS = 254;
    private static final Duration AGO = Duration.ofDays(40);
    private static final Duration HOLDS = Duration.ofDays(365);
    private static final int STILL_WAITING = 3;

    private final World world;
    private final Map<String, Kept> urls = new HashMap<>();
    private final Map<String, Kept> addresses = new HashMap<>();
    private final List<Kept> all = new ArrayList<>();
    private int given;

    /** One asset of an organisation. */
    record Kept(UUID id, Person asker, AssetValue value, Instant askedAt, boolean waiting) {}

    Holdings(World world) {
        this.world = world;
        var number = 0;
        for (var line : Papers.read("assets")) {
            number++;
            var asker = speaker(line.text("organisation"));
            var at = Calendar.start(world.calendar().firstDay()).minus(AGO).plus(Duration.ofHours(number));
            for (int i = 0; i < line.number("urls"); i++) {
                keep(urls, asker, url(asker.organisation().domain(), i), at, false);
            }
            for (int i = 0; i < line.number("addresses"); i++) {
                keep(addresses, asker, address(number, i), at, false);
            }
            if (number <= STILL_WAITING) {
                var late = Calendar.start(world.calendar().lastDay()).plus(Duration.ofHours(9L + number));
                keep(
                        new HashMap<>(),
                        asker,
                        "https://new." + asker.organisation().domain() + "/",
                        late,
                        true);
            }
        }
    }

    private Person speaker(String organisation) {
        return world.people().stream()
                .filter(person ->
                        person.window() && person.organisation().code().equals(organisation))
                .findFirst()
                .orElseThrow();
    }

    private static String url(String domain, int number) {
        var parts = PAGES.get(number % PAGES.size()).split(":", 2);
        var path = parts.length > 1 ? parts[1] : "";
        var round = number / PAGES.size();
        return "https://" + parts[0] + domain + "/" + path + (round == 0 ? "" : "s" + round + "/");
    }

    /** Two networks of examples are left to those who attack, so that lists have something to block; who comes later has IPv6. */
    private String address(int organisation, int number) {
        if (given < HOSTS) {
            return IPV4 + ++given;
        }
        return "2001:db8:%x::%x".formatted(organisation, number + 1);
    }

    private void keep(Map<String, Kept> first, Person asker, String typed, Instant at, boolean waiting) {
        var value = AssetOwners.read(typed);
        var kept =
                new Kept(Ids.of("asset", asker.organisation().code() + "/" + value.value()), asker, value, at, waiting);
        all.add(kept);
        first.putIfAbsent(asker.organisation().code(), kept);
    }

    /** The first URL or address of an organisation. */
    Kept first(String organisation, boolean url) {
        return Objects.requireNonNull((url ? urls : addresses).get(organisation), organisation);
    }

    void put(Connection database) throws SQLException {
        var watch = world.person("dana");
        try (var table = new Table(
                database,
                "asset.asset",
                "id",
                "organisation",
                "kind",
                "value",
                "shown",
                "host",
                "hosts",
                "network",
                "state",
                "asked_by",
                "asked_at",
                "decided_by",
                "decided_at",
                "expires_at")) {
            for (var kept : all) {
                var value = kept.value();
                var decided =
                        Optional.of(kept.askedAt().plus(Duration.ofHours(5))).filter(at -> !kept.waiting());
                table.row(
                        kept.id(),
                        kept.asker().organisation().id(),
                        value.kind(),
                        value.value(),
                        value.shown(),
                        value.host(),
                        value.hosts(),
                        value.network(),
                        kept.waiting() ? "waiting" : "registered",
                        kept.asker().id(),
                        kept.askedAt(),
                        decided.map(at -> watch.id()),
                        decided,
                        decided.map(at -> at.plus(HOLDS)));
            }
        }
    }
}
