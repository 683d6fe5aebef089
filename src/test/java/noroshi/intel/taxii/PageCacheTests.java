package noroshi.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageCacheTests {
    private static final UUID COLLECTION = UUID.randomUUID();
    private static final PageCache.Moment NOW = new PageCache.Moment(1, 1);

    private final PageCache pages = new PageCache();

    @Test
    void keepsWhatIsAskedForTwice() {
        var key = key(7);
        var page = page(1000, true);
        pages.keep(key, Eye.STRANGER, page, NOW);
        assertThat(pages.find(key, Eye.STRANGER, NOW)).as("asked for once").isEmpty();
        pages.keep(key, Eye.STRANGER, page, NOW);
        assertThat(pages.find(key, Eye.STRANGER, NOW)).containsSame(page);
    }

    @Test
    void theLastPageHoldsUntilTheNextCommitAndIsThenKeptAtOnce() {
        var key = key(7);
        pages.keep(key, Eye.STRANGER, page(1000, false), NOW);
        pages.keep(key, Eye.STRANGER, page(1000, false), NOW);
        assertThat(pages.find(key, Eye.STRANGER, NOW)).isPresent();
        var later = new PageCache.Moment(1, 2);
        assertThat(pages.find(key, Eye.STRANGER, later)).isEmpty();
        var newer = page(1100, false);
        pages.keep(key, Eye.STRANGER, newer, later);
        assertThat(pages.find(key, Eye.STRANGER, later)).containsSame(newer);
    }

    @Test
    void aWalkPushesOutNothingThatEverybodyAsksFor() {
        var wanted = key(-1);
        pages.keep(wanted, Eye.STRANGER, page(1000, true), NOW);
        pages.keep(wanted, Eye.STRANGER, page(1000, true), NOW);
        IntStream.range(0, 200).forEach(step -> pages.keep(key(step), Eye.STRANGER, page(1_000_000, true), NOW));
        assertThat(pages.find(wanted, Eye.STRANGER, NOW)).isPresent();
    }

    @Test
    void nothingOutgrowsItsRoom() {
        IntStream.range(0, 200).forEach(step -> {
            pages.keep(key(step), Eye.STRANGER, page(1_000_000, true), NOW);
            pages.keep(key(step), Eye.STRANGER, page(1_000_000, true), NOW);
        });
        var kept = IntStream.range(0, 200)
                .filter(step -> pages.find(key(step), Eye.STRANGER, NOW).isPresent())
                .count();
        assertThat(kept).isBetween(20L, 40L);
        assertThat(pages.find(key(199), Eye.STRANGER, NOW)).as("the newest").isPresent();
        assertThat(pages.find(key(0), Eye.STRANGER, NOW)).as("the eldest").isEmpty();
    }

    @Test
    void whileAChoiceIsFollowedAPageWithNamesIsNobodyElses() {
        var source = UUID.randomUUID();
        var page = Envelope.of(new Found<>(List.of(row(source, 1), row(source, 2)), true, List.of(1)));
        assertThat(page.suits(new Eye(UUID.randomUUID(), 1))).isFalse();
        assertThat(page.suits(Eye.STRANGER)).isTrue();
    }

    private static Found.Raw row(UUID source, int veil) {
        return new Found.Raw(1, new byte[] {'{', '}'}, source, Optional.empty(), 2, veil);
    }

    private static PageCache.Key key(long after) {
        return new PageCache.Key(
                COLLECTION,
                List.of(1),
                new Question(after, 100, List.of(), List.of(), List.of(), Question.ALL, List.of()),
                false);
    }

    private static Envelope page(int bytes, boolean more) {
        var row = new Found.Raw(1, new byte[bytes], COLLECTION, Optional.empty(), bytes, 0);
        return Envelope.of(new Found<>(List.of(row), more, List.of(1)));
    }
}
