package noroshi.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeenTests {
    private static final Seen BEFORE = Seen.of("ab", "c");
    private static final Seen NOW = Seen.of("a", "bc");

    @Test
    void oneWordMoreInTheNextPartIsSomethingElse() {
        assertThat(BEFORE).isEqualTo(Seen.of("ab", "c")).isNotEqualTo(NOW);
        assertThat(BEFORE.digest()).matches("[0-9a-f]{36}");
    }

    @Test
    void whoeverSaysWhatTheySawChangesNothingElse() {
        assertThatThrownBy(() -> BEFORE.requireStill(NOW))
                .isInstanceOfSatisfying(
                        RuleBroken.class,
                        refusal -> assertThat(Seen.stale(refusal)).isTrue());
        assertThatThrownBy(() -> new Seen("made up").requireStill(NOW)).isInstanceOf(RuleBroken.class);
        assertThatCode(() -> NOW.requireStill(NOW)).doesNotThrowAnyException();
        assertThatCode(() -> Seen.UNSAID.requireStill(NOW)).doesNotThrowAnyException();
    }

    @Test
    void onlyWhoIsShownItHasSeenIt() {
        assertThat(BEFORE.after(new RuleBroken("site.stale"), NOW)).isEqualTo(NOW);
        assertThat(BEFORE.after(new RuleBroken("community.name-missing"), NOW)).isEqualTo(BEFORE);
    }
}
