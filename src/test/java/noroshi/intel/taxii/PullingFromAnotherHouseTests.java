package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.bench.Feed;
import noroshi.provider.NewProvider;
import noroshi.provider.Providers;
import noroshi.provider.Round;
import noroshi.provider.SignIn;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Two platforms: one fetches everything from the other and brings back what may leave; nothing is lost or doubled, TLP holds. */
@Tag("journey")
@RunningHouse
class PullingFromAnotherHouseTests {
    @Autowired
    Machines machines;

    @Autowired
    Providers providers;

    @Test
    void everythingComesOverAndOnlyWhatMayGoesBack(@TempDir Path folder) throws Exception {
        try (var other = new Platform(folder)) {
            other.start();
            everythingComesOverAndOnlyWhatMayGoesBack(other);
        }
    }

    private void everythingComesOverAndOnlyWhatMayGoesBack(Platform other) throws Exception {
        String theirs;
        String back;
        try (var owner = other.asOwner()) {
            Feed.settle(owner);
            theirs = Feed.collection(owner);
            back = Feed.collection(owner);
        }
        var ours = machines.id(List.of(CENTRE, RAILWAY), List.of(CENTRE), Tlp.AMBER_STRICT);
        var brought = new HashMap<String, String>();
        bring(other, theirs, brought, 1_200, GREEN);
        bring(other, theirs, brought, 300, AMBER);
        var provider = provider(other, theirs, Optional.of(ours), Optional.empty());
        assertThat(ask(provider).fault()).isEmpty();
        assertThat(held(ours, CENTRE)).isEqualTo(brought);

        bring(other, theirs, brought, 700, CLEAR);
        other.kill();
        assertThat(ask(provider).fault()).isNotEmpty();
        other.start();
        var moved = provider(other, theirs, Optional.of(ours), Optional.empty());
        assertThat(ask(moved).fault()).isEmpty();
        assertThat(ask(moved).taken()).isZero();
        assertThat(held(ours, CENTRE)).isEqualTo(brought);
        assertThat(held(ours, RAILWAY)).isEqualTo(brought);
        assertThat(machines.of(STRANGERS).get(path(ours) + "objects/").status()).isEqualTo(404);

        var strict = marked(STRICT);
        var free = marked(GREEN);
        machines.of(CENTRE).bring(path(ours), strict, free, marked(AMBER));
        var pushing = provider(other, back, Optional.empty(), Optional.of(ours));
        var round = ask(pushing);
        assertThat(round.fault()).isEmpty();
        assertThat(round.withheld()).isEqualTo(302);
        var there = walk(new Client(other.address().getPort(), Feed.TOKEN), back);
        assertThat(there).hasSize(1_901).containsKey(idOf(free)).doesNotContainKey(idOf(strict));
    }

    private static void bring(Platform other, String collection, Map<String, String> brought, int count, String marking)
            throws Exception {
        var client = new Client(other.address().getPort(), Feed.TOKEN);
        var objects = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var object = marked(marking);
            objects.add(object);
            brought.put(idOf(object), object);
        }
        assertThat(client.bring(collection, objects.toArray(String[]::new))
                        .json()
                        .path("success_count")
                        .asInt())
                .isEqualTo(count);
    }

    private UUID provider(Platform other, String path, Optional<UUID> pull, Optional<UUID> push) throws Exception {
        var wanted = new NewProvider(
                "The other house",
                "",
                "",
                List.of(),
                "http://127.0.0.1:" + other.address().getPort() + path,
                SignIn.BASIC,
                "any",
                Feed.TOKEN,
                15,
                250,
                pull,
                push);
        return Acting.as(ADA, () -> providers.create(wanted, ADA));
    }

    private Round ask(UUID provider) throws Exception {
        Acting.as(ADA, () -> providers.ask(provider, ADA));
        return Acting.as(
                ADA, () -> providers.rounds(provider, new Window(0, 1), ADA).getFirst());
    }

    private static String path(UUID collection) {
        return "/taxii2/general/collections/" + collection + "/";
    }

    private Map<String, String> held(UUID collection, UUID organisation) {
        return walk(machines.of(organisation), path(collection));
    }

    /** Every object as its bytes; twice the same would be noticed. */
    private static Map<String, String> walk(Client client, String path) {
        var found = new HashMap<String, String>();
        var query = "objects/?limit=400&match[version]=all";
        for (var next = query; !next.isEmpty(); ) {
            var page = client.get(path + next);
            for (var object : page.json().path("objects").values()) {
                assertThat(found.put(object.path("id").asString(), object.toString()))
                        .isNull();
            }
            next = page.next().isEmpty() ? "" : query + "&next=" + page.next();
        }
        return found;
    }
}
