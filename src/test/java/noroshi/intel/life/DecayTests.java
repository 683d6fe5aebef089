package noroshi.intel.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;

/** Half of the confidence is left after each half-life, by type. */
class DecayTests {
    private static final Instant NOW = Instant.parse("2026-07-20T00:00:00Z");
    private static final Decay DECAY =
            new Decay(new LifeSettings(Map.of(IndicatorType.IPV4, Duration.ofDays(10)), 50, 25));

    @Test
    void halfIsLeftAfterEachHalfLife() {
        assertThat(score(IndicatorType.IPV4, said(0, 80))).isEqualTo(80);
        assertThat(score(IndicatorType.IPV4, said(10, 80))).isEqualTo(40);
        assertThat(score(IndicatorType.IPV4, said(20, 80))).isEqualTo(20);
        assertThat(score(IndicatorType.SHA256, said(20, 80)))
                .as("hashes stay true")
                .isGreaterThan(75);
    }

    @Test
    void whoStatesNothingCountsAsConfigured() {
        assertThat(score(IndicatorType.IPV4, saying(NOW, Optional.empty(), Optional.empty(), Optional.empty())))
                .isEqualTo(50);
    }

    @Test
    void howLongSomethingIsSureEnough() {
        var enough = DECAY.enough(IndicatorType.IPV4, Optional.of(80));
        assertThat(enough).isBetween(Duration.ofDays(16), Duration.ofDays(18));
        var said = saying(NOW.minus(enough), Optional.of(80), Optional.empty(), Optional.empty());
        assertThat(DECAY.score(IndicatorType.IPV4, said, NOW.minusSeconds(60))).isEqualTo(25);
        assertThat(DECAY.score(IndicatorType.IPV4, said, NOW.plusSeconds(60))).isEqualTo(24);
        assertThat(DECAY.enough(IndicatorType.IPV4, Optional.of(10))).isZero();
    }

    @Test
    void whatDoesNotHoldCountsNothing() {
        assertThat(score(IndicatorType.IPV4, until(NOW))).isZero();
        assertThat(score(IndicatorType.IPV4, until(NOW.plusSeconds(1)))).isEqualTo(80);
        assertThat(score(IndicatorType.IPV4, withdrawn())).isZero();
    }

    @Test
    void theStandingFollowsTheSources() {
        assertThat(standing(said(0, 80))).isEqualTo(Standing.LIVE);
        assertThat(standing(said(40, 80))).isEqualTo(Standing.STALE);
        assertThat(standing(until(NOW))).isEqualTo(Standing.EXPIRED);
        assertThat(standing(withdrawn())).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing(withdrawn(), until(NOW))).isEqualTo(Standing.EXPIRED);
        assertThat(standing(withdrawn(), said(0, 80))).isEqualTo(Standing.LIVE);
    }

    @Test
    void aHalfLifeOfNothingIsRefused() {
        assertThatThrownBy(() -> new LifeSettings(Map.of(IndicatorType.URL, Duration.ZERO), 50, 25))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int score(IndicatorType type, Saying saying) {
        return DECAY.score(type, saying, NOW);
    }

    private static Standing standing(Saying... sayings) {
        return Life.of(UUID.randomUUID(), IndicatorType.IPV4, "198.51.100.7", List.of(sayings), DECAY, NOW)
                .standing();
    }

    private static Saying said(int daysAgo, int confidence) {
        return saying(NOW.minus(Duration.ofDays(daysAgo)), Optional.of(confidence), Optional.empty(), Optional.empty());
    }

    private static Saying until(Instant end) {
        return saying(NOW, Optional.of(80), Optional.of(end), Optional.empty());
    }

    private static Saying withdrawn() {
        var withdrawal = new Saying.Withdrawal(NOW, Saying.How.REVOKED, "");
        return saying(NOW, Optional.of(80), Optional.empty(), Optional.of(withdrawal));
    }

    private static Saying saying(
            Instant at, Optional<Integer> confidence, Optional<Instant> until, Optional<Saying.Withdrawal> withdrawal) {
        return new Saying(
                UUID.randomUUID(),
                new Saying.Place.InTopic(UUID.randomUUID()),
                "",
                Optional.empty(),
                Tlp.GREEN,
                confidence,
                true,
                "",
                at,
                at,
                at,
                until,
                withdrawal,
                List.of());
    }
}
