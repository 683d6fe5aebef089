package noroshi.intel.taxii.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import noroshi.shared.Acting;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Machines that want too much at once are told when to come again, and the others notice nothing. */
@WholeHouse
class HoldingBackTests {
    @Autowired
    RootController roots;

    @Autowired
    TaxiiAdvice advice;

    @Test
    void tooManyRequestsInASecondAreToldWhenToComeAgain() throws Exception {
        var now = Clock.fixed(Instant.parse("2026-07-24T11:00:00Z"), ZoneOffset.UTC);
        var gate = new TaxiiGate(new Pace(now, 3));
        var site = MockMvcTester.create(MockMvcBuilders.standaloneSetup(roots)
                .setControllerAdvice(advice)
                .addInterceptors(gate)
                .build());
        for (var i = 0; i < 3; i++) {
            Acting.as(
                    Cast.MIKA,
                    () -> assertThat(site.perform(get("/taxii2/no/such"))).hasStatus(404));
        }
        Acting.as(
                Cast.MIKA,
                () -> assertThat(site.perform(get("/taxii2/no/such")))
                        .hasStatus(429)
                        .hasHeader("Retry-After", "1")
                        .hasHeader("Content-Type", Wire.TAXII));
        Acting.as(
                Cast.NOOR,
                () -> assertThat(site.perform(get("/taxii2/no/such"))).hasStatus(404));
    }

    @Test
    void aNewSecondBeginsANewCount() {
        var now = new AtomicReference<>(Instant.parse("2026-07-24T11:00:00Z"));
        InstantSource source = now::get;
        var pace = new Pace(source.withZone(ZoneOffset.UTC), 1);
        var account = UUID.randomUUID();
        assertThat(pace.allows(account)).isTrue();
        assertThat(pace.allows(account)).isFalse();
        now.updateAndGet(it -> it.plusSeconds(1));
        assertThat(pace.allows(account)).isTrue();
    }

    @Test
    void oneMachineTakesNoMoreThanItsPart() {
        var room = new Room(100, 60, Duration.ZERO);
        var greedy = UUID.randomUUID();
        try (var first = room.of(greedy);
                var second = room.of(greedy);
                var other = room.of(UUID.randomUUID())) {
            assertThat(first.take(50)).isTrue();
            assertThat(second.take(20)).isFalse();
            assertThat(second.take(10)).isTrue();
            assertThat(other.take(40)).isTrue();
            assertThat(other.take(1)).as("all is taken").isFalse();
            first.close();
            assertThat(second.take(50)).isTrue();
        }
    }

    @Test
    @Timeout(60)
    void whoWaitsGoesOnWhenAnotherIsDone() throws Exception {
        var room = new Room(100, 100, Duration.ofSeconds(120));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var second = room.of(UUID.randomUUID())) {
            var first = room.of(UUID.randomUUID());
            assertThat(first.take(100)).isTrue();
            var waiting = threads.submit(() -> second.take(10));
            Thread.sleep(100);
            assertThat(waiting.isDone()).isFalse();
            first.close();
            assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
