package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import noroshi.intel.cut.Cut;
import org.junit.jupiter.api.Test;

/** While others write and a person lets words out, no poller at a provider loses an object or gets a version of one twice. */
class PollingAsProviderTests extends Outwards {
    private static final Duration LENGTH = Duration.ofSeconds(4);

    /** An object and the version that it was seen in. */
    private record Seen(String id, String modified) {}

    @Test
    void nothingIsLostOrRepeated() throws Exception {
        var collection = collection(READERS);
        machines.token(PROVIDER);
        machines.token(RAILWAY);
        machines.token(POWER);
        var indicators = ConcurrentHashMap.<String>newKeySet();
        var threats = ConcurrentHashMap.<String>newKeySet();
        var over = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var byDate = threads.submit(poller(collection, answer -> "&added_after=" + answer.last(), over));
            var byNext = threads.submit(poller(
                    collection,
                    answer -> answer.more() ? "&next=" + answer.next() : "&added_after=" + answer.last(),
                    over));
            var deadline = System.nanoTime() + LENGTH.toNanos();
            var writers = List.of(
                    threads.submit(writer(collection, RAILWAY, indicators, threats, deadline)),
                    threads.submit(writer(collection, POWER, indicators, threats, deadline)));
            while (System.nanoTime() < deadline) {
                outward.run();
                letSomeOut(collection);
            }
            for (var writer : writers) {
                assertThat(writer.get()).isPositive();
            }
            outward.run();
            letSomeOut(collection);
            outward.run();
            over.set(true);
            for (var poller : List.of(byDate, byNext)) {
                var seen = poller.get();
                assertThat(new HashSet<>(seen)).as("repeated").hasSameSizeAs(seen);
                var ids = seen.stream().map(Seen::id).toList();
                assertThat(ids).as("lost").containsAll(indicators);
                assertThat(ids).as("let out").containsAll(walk(collection));
            }
        }
        var all = walk(collection);
        assertThat(all).doesNotHaveDuplicates().containsAll(indicators);
        assertThat(all.stream().filter(threats::contains))
                .as("some were let out")
                .isNotEmpty();
        assertThat(machines.of(POWER)
                        .get(path(collection) + "manifest/?limit=2000")
                        .ids())
                .doesNotHaveDuplicates()
                .containsAll(threats);
    }

    private void letSomeOut(UUID collection) {
        cuts.list(ED).stream()
                .filter(cut -> cut.recipient().equals(collection) && cut.standing() == Cut.Standing.WAITS)
                .limit(10)
                .forEach(cut -> cuts.release(cut.id(), cut.cut(), ED));
    }

    private Callable<Integer> writer(
            UUID collection, UUID organisation, Set<String> indicators, Set<String> threats, long deadline) {
        return () -> {
            var rounds = 0;
            while (System.nanoTime() < deadline) {
                var wordy = wordy(GREEN);
                var threat = threat();
                var answer = machines.of(organisation).bring(path(collection), wordy, threat);
                assertThat(answer.json().path("success_count").asInt())
                        .as(answer.text())
                        .isEqualTo(2);
                indicators.add(idOf(wordy));
                threats.add(idOf(threat));
                rounds++;
            }
            return rounds;
        };
    }

    private Callable<List<Seen>> poller(UUID collection, Function<Client.Answer, String> goOn, AtomicBoolean over) {
        return () -> {
            var seen = new ArrayList<Seen>();
            var after = "";
            while (true) {
                var last = over.get();
                var answer = read(collection, "?limit=7" + after);
                assertThat(answer.status()).isEqualTo(200);
                answer.json()
                        .path("objects")
                        .values()
                        .forEach(object -> seen.add(new Seen(
                                object.path("id").asString(),
                                object.path("modified").asString())));
                if (!answer.ids().isEmpty()) {
                    after = goOn.apply(answer);
                } else if (last) {
                    return seen;
                }
            }
        };
    }

    private List<String> walk(UUID collection) {
        var ids = new ArrayList<String>();
        var answer = read(collection, "?limit=50");
        ids.addAll(answer.ids());
        while (answer.more()) {
            answer = read(collection, "?limit=50&next=" + answer.next());
            ids.addAll(answer.ids());
        }
        return ids;
    }
}
