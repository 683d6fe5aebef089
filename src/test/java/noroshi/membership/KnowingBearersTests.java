package noroshi.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import noroshi.membership.KnownBearers.Good;
import noroshi.membership.KnownBearers.TooOften;
import noroshi.membership.KnownBearers.Wrong;
import noroshi.shared.Changes;
import noroshi.testing.Cast;
import org.junit.jupiter.api.Test;

/** Wrong tokens are looked up a few times a second, and whoever has a right one notices nothing of them. */
class KnowingBearersTests {
    private static final String HERE = "c0000201";
    private static final String ELSEWHERE = "c6336401";

    private final AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2026-07-24T11:00:00Z"));
    private final Set<String> good = new HashSet<>(Set.of("nor_right"));
    private final List<String> looked = Collections.synchronizedList(new ArrayList<>());
    private final Changes changes = new Changes();
    private Runnable meanwhile = () -> {};
    private final KnownBearers bearers;

    KnowingBearersTests() {
        InstantSource source = time::get;
        bearers = new KnownBearers(new Counted(), changes, source.withZone(ZoneOffset.UTC));
    }

    /** Remembers what was looked up. */
    private final class Counted extends Tokens {
        @SuppressWarnings("NullAway") // nothing else of it is asked
        Counted() {
            super(null, null, null, null);
        }

        @Override
        public Optional<Bearer> bearer(Secret secret) {
            looked.add(secret.text());
            meanwhile.run();
            return good.contains(secret.text())
                    ? Optional.of(new Bearer(Cast.MIKA, Set.of(Scope.TAXII)))
                    : Optional.empty();
        }
    }

    private KnownBearers.Answer ask(String token, String network) {
        return bearers.of(new Secret(token), () -> network);
    }

    private void later(long millis) {
        time.updateAndGet(now -> now.plusMillis(millis));
    }

    @Test
    void aStormOfGuessesIsLookedUpAFewTimesASecond() {
        for (var second = 0; second < 3; second++) {
            looked.clear();
            var answers = new ArrayList<KnownBearers.Answer>();
            for (var i = 0; i < 500; i++) {
                answers.add(ask("nor_" + second + "-" + i, HERE));
            }
            assertThat(looked).as("second " + second).hasSize(Guesses.MOST);
            assertThat(answers.getFirst()).isInstanceOf(Wrong.class);
            assertThat(answers.getLast()).isInstanceOf(TooOften.class);
            later(1_000);
        }
    }

    /** Each comes while the one before it is being looked up. */
    @Test
    void aStormThatArrivesTogetherIsLookedUpAFewTimesToo() {
        var number = new AtomicInteger();
        var answers = new ArrayList<KnownBearers.Answer>();
        meanwhile = () -> {
            var next = number.incrementAndGet();
            if (next < 500) {
                answers.add(ask("nor_" + next, HERE));
            }
        };
        answers.add(ask("nor_0", HERE));
        assertThat(looked).hasSize(Guesses.MOST);
        assertThat(answers).hasAtLeastOneElementOfType(TooOften.class);
    }

    @Test
    void theSameWrongOneManyTimesAtOnceIsLookedUpOnce() throws Exception {
        assertThat(ask("nor_right", HERE)).isInstanceOf(Good.class);
        good.clear();
        changes.stored();
        looked.clear();
        var others = new ArrayList<Thread>();
        meanwhile = () -> {
            meanwhile = () -> {};
            for (var i = 0; i < 8; i++) {
                others.add(Thread.ofPlatform().start(() -> ask("nor_right", HERE)));
            }
            for (var each : others) {
                while (each.isAlive() && each.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
            }
        };
        assertThat(ask("nor_right", HERE)).isInstanceOf(Wrong.class);
        for (var each : others) {
            each.join();
        }
        assertThat(looked).containsExactly("nor_right");
    }

    /** Also when all begin anew behind one address. */
    @Test
    void goodOnesCountForNothing() {
        for (var i = 0; i < 100; i++) {
            good.add("nor_" + i);
            assertThat(ask("nor_" + i, HERE)).isInstanceOf(Good.class);
        }
        assertThat(ask("nor_wrong", HERE)).isInstanceOf(Wrong.class);
    }

    @Test
    void whatWasWrongIsAskedAgainOnceSomethingIsStored() {
        assertThat(ask("nor_new", HERE)).isInstanceOf(Wrong.class);
        good.add("nor_new");
        assertThat(ask("nor_new", HERE)).as("remembered").isInstanceOf(Wrong.class);
        changes.stored();
        assertThat(ask("nor_new", HERE)).isInstanceOf(Good.class);
        good.clear();
        meanwhile = changes::stored;
        later(500);
        assertThat(ask("nor_new", HERE)).isInstanceOf(Wrong.class);
        good.add("nor_new");
        assertThat(ask("nor_new", HERE)).as("stored while it was looked up").isInstanceOf(Good.class);
    }

    /** As when an account is suspended for a while, beside machines that bring wrong tokens all the time. */
    @Test
    void aTokenThatIsGoodAgainIsLetInAtOnce() {
        assertThat(ask("nor_right", HERE)).isInstanceOf(Good.class);
        good.clear();
        changes.stored();
        assertThat(ask("nor_right", HERE)).isInstanceOf(Wrong.class);
        for (var second = 0; second < 4; second++) {
            later(1_000);
            for (var i = 0; i < 100; i++) {
                ask("nor_" + i, HERE);
            }
        }
        good.add("nor_right");
        changes.stored();
        assertThat(ask("nor_right", HERE)).isInstanceOf(Good.class);
    }

    @Test
    void whereItCameFromIsAskedOnlyOfOneThatIsNotRemembered() {
        assertThat(ask("nor_right", HERE)).isInstanceOf(Good.class);
        var asked = new AtomicInteger();
        assertThat(bearers.of(new Secret("nor_right"), () -> HERE + asked.incrementAndGet()))
                .isInstanceOf(Good.class);
        assertThat(asked).hasValue(0);
    }

    @Test
    void aTokenThatWasGoodIsLookedUpWhateverElseComesFromItsNetwork() {
        assertThat(ask("nor_right", HERE)).isInstanceOf(Good.class);
        later(5_000);
        for (var i = 0; i < 500; i++) {
            ask("nor_" + i, HERE);
            assertThat(ask("nor_right", HERE)).as("guess " + i).isInstanceOf(Good.class);
        }
        assertThat(looked.stream().filter("nor_right"::equals)).hasSize(2);
        good.clear();
        later(500);
        assertThat(ask("nor_right", HERE)).as("ended").isNotInstanceOf(Good.class);
    }

    /** A machine that was set up wrongly repeats itself: that is no guessing, and leaves room for one that is new. */
    @Test
    void theSameWrongTokenAgainIsNoGuess() {
        for (var i = 0; i < 500; i++) {
            ask("nor_stale", HERE);
        }
        assertThat(looked).containsExactly("nor_stale");
        assertThat(ask("nor_stale", HERE)).isInstanceOf(TooOften.class);
        assertThat(ask("nor_right", HERE)).isInstanceOf(Good.class);
        later(600);
        good.add("nor_stale");
        assertThat(ask("nor_stale", HERE)).as("good by now").isInstanceOf(Good.class);
    }

    @Test
    void otherNetworksNoticeNothing() {
        for (var i = 0; i < 500; i++) {
            ask("nor_" + i, HERE);
        }
        assertThat(ask("nor_right", HERE)).as("new, and guessed beside").isInstanceOf(TooOften.class);
        assertThat(ask("nor_right", ELSEWHERE)).isInstanceOf(Good.class);
        assertThat(ask("nor_wrong", ELSEWHERE)).isInstanceOf(Wrong.class);
        later(1_000);
        assertThat(ask("nor_right", HERE)).isInstanceOf(Good.class);
    }
}
