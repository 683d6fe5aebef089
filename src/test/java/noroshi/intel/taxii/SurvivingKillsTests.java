package noroshi.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import noroshi.bench.Feed;
import noroshi.testing.Platform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kill -9 of platform and database while machines bring: what was acknowledged is there, and sending again doubles nothing. */
@Tag("journey")
class SurvivingKillsTests {
    private static final int WRITERS = 4;
    private static final int OBJECTS = 5;
    private static final int ENVELOPES = 120;

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String[]> unanswered = new ConcurrentLinkedQueue<>();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubled(@TempDir Path folder) throws Exception {
        try (var house = new Platform(folder)) {
            nothingAcknowledgedIsLostAndNothingIsDoubled(house);
        }
    }

    private void nothingAcknowledgedIsLostAndNothingIsDoubled(Platform house) throws Exception {
        house.start();
        String collection;
        try (var owner = house.asOwner()) {
            Feed.settle(owner);
            collection = Feed.collection(owner);
        }
        bringAndMeanwhile(house, collection, () -> {
            house.kill();
            house.postgres().destroyForcibly();
        });
        restartAndCompare(house, collection);
        bringAndMeanwhile(house, collection, () -> house.postgres().destroyForcibly());
        house.kill();
        restartAndCompare(house, collection);
    }

    private void restartAndCompare(Platform house, String collection) throws Exception {
        house.start();
        assertThat(walk(house, collection)).containsAll(acknowledged).doesNotHaveDuplicates();
        for (var objects = unanswered.poll(); objects != null; objects = unanswered.poll()) {
            assertThat(client(house).bring(collection, objects).status()).isEqualTo(202);
            acknowledge(objects);
        }
        assertThat(walk(house, collection)).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    private interface Blow {
        void strike() throws Exception;
    }

    private void bringAndMeanwhile(Platform house, String collection, Blow blow) throws Exception {
        var client = client(house);
        var over = new AtomicBoolean();
        var writers = new ArrayList<FutureTask<Boolean>>();
        for (var i = 0; i < WRITERS; i++) {
            var writer = new FutureTask<>(() -> bring(client, collection, over), true);
            writers.add(writer);
            Thread.ofVirtual().start(writer);
        }
        var enough = acknowledged.size() + ENVELOPES * OBJECTS;
        Platform.await(() -> acknowledged.size() >= enough);
        blow.strike();
        Thread.sleep(2_000);
        over.set(true);
        for (var writer : writers) {
            assertThat(writer.get()).isTrue();
        }
    }

    private void bring(Client client, String collection, AtomicBoolean over) {
        while (!over.get()) {
            var objects = IntStream.range(0, OBJECTS).mapToObj(Feed::document).toArray(String[]::new);
            if (taken(client, collection, objects)) {
                acknowledge(objects);
            } else {
                unanswered.add(objects);
                LockSupport.parkNanos(200_000_000);
            }
        }
    }

    private static boolean taken(Client client, String collection, String... objects) {
        try {
            return client.bring(collection, objects).status() == 202;
        } catch (IllegalStateException broken) {
            assertThat(broken).hasCauseInstanceOf(IOException.class);
            return false;
        }
    }

    private void acknowledge(String... objects) {
        Arrays.stream(objects).map(Stix::idOf).forEach(acknowledged::add);
    }

    private static List<String> walk(Platform house, String collection) throws Exception {
        var found = new ArrayList<String>();
        var client = client(house);
        var query = "objects/?limit=500&match[version]=all";
        for (var next = query; !next.isEmpty(); ) {
            var page = client.get(collection + next);
            assertThat(page.status()).isEqualTo(200);
            found.addAll(page.ids());
            next = page.next().isEmpty() ? "" : query + "&next=" + page.next();
        }
        assertThat(new HashSet<>(found)).hasSameSizeAs(found);
        return found;
    }

    private static Client client(Platform house) throws Exception {
        return new Client(house.address().getPort(), Feed.TOKEN);
    }
}
