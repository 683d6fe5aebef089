package noroshi.intel.taxii;

import static noroshi.testing.Cast.RAILWAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While eight writers write, no poller loses an object or gets one twice, whichever way it polls. */
@RunningHouse
class PollingTests {
    private static final int WRITERS = 8;
    private static final Duration LENGTH = Duration.ofSeconds(5);

    @Autowired
    Machines machines;

    private interface Way {
        String after(Client.Answer answer);
    }

    @Test
    void nothingIsLostOrRepeated() throws Exception {
        var collection = machines.railways();
        machines.token(RAILWAY);
        var written = ConcurrentHashMap.<String>newKeySet();
        var over = new AtomicBoolean();
        var deadline = System.nanoTime() + LENGTH.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var pollers = new ArrayList<Future<List<String>>>();
            pollers.add(threads.submit(poller(collection, "objects/?limit=50", byDate("objects/?limit=50"), over)));
            pollers.add(threads.submit(poller(collection, "manifest/?limit=7", byDate("manifest/?limit=7"), over)));
            pollers.add(threads.submit(poller(
                    collection,
                    "objects/?limit=20&match[type]=indicator",
                    byDate("objects/?limit=20&match[type]=indicator"),
                    over)));
            pollers.add(threads.submit(poller(collection, "objects/?limit=30", byNext("objects/?limit=30"), over)));
            var writers = new ArrayList<Future<Integer>>();
            for (var i = 0; i < WRITERS; i++) {
                var size = i % 4 == 0 ? 40 : i % 4 + 1;
                writers.add(threads.submit(() -> write(collection, size, written, deadline)));
            }
            for (var writer : writers) {
                assertThat(writer.get()).isPositive();
            }
            over.set(true);
            for (var poller : pollers) {
                var seen = poller.get();
                assertThat(new HashSet<>(seen)).as("repeated").hasSameSizeAs(seen);
                assertThat(Set.copyOf(seen)).as("lost").isEqualTo(written);
            }
        }
    }

    private int write(String collection, int size, Set<String> written, long deadline) {
        var client = machines.of(RAILWAY);
        var envelopes = 0;
        while (System.nanoTime() < deadline) {
            var objects = new String[size];
            for (var i = 0; i < size; i++) {
                objects[i] = Stix.indicator();
            }
            assertThat(client.bring(collection, objects)
                            .json()
                            .path("success_count")
                            .asInt())
                    .isEqualTo(size);
            for (var object : objects) {
                written.add(Stix.idOf(object));
            }
            envelopes++;
        }
        return envelopes;
    }

    private static Way byDate(String query) {
        return answer -> answer.last().isEmpty() ? "" : query + "&added_after=" + answer.last();
    }

    /** Follows next as long as there is one; between pages it goes on from the last date. */
    private static Way byNext(String query) {
        return answer -> answer.next().isEmpty() ? byDate(query).after(answer) : query + "&next=" + answer.next();
    }

    private Callable<List<String>> poller(String collection, String start, Way way, AtomicBoolean over) {
        return () -> {
            var client = machines.of(RAILWAY);
            var seen = new ArrayList<String>();
            var query = start;
            while (true) {
                var last = over.get();
                var answer = client.get(collection + query);
                assertThat(answer.status()).isEqualTo(200);
                seen.addAll(answer.ids());
                var next = way.after(answer);
                query = next.isEmpty() ? query : next;
                if (last && answer.ids().isEmpty()) {
                    return seen;
                }
            }
        };
    }
}
