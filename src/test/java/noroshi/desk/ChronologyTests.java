package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.desk.Contradiction.Rule;
import org.junit.jupiter.api.Test;

class ChronologyTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOW = Instant.parse("2026-07-23T01:05:00Z");

    private static Chronology told(String occurred, String noticed, String span) {
        var telling = new Telling("", Map.of("occurred", occurred, "noticed", noticed, "effect_span", span));
        return Chronology.of(telling, "", Telling.NOTHING, Chronology.UNKNOWN, NOW, TOKYO);
    }

    private static List<Rule> rules(Chronology of) {
        return of.contradictions(Optional.empty(), NOW).stream()
                .map(Contradiction::rule)
                .toList();
    }

    @Test
    void whatCannotBeIsFound() {
        assertThat(rules(told("7/23 9:40", "7/23 9:10", ""))).containsExactly(Rule.NOTICED_BEFORE);
        assertThat(rules(told("7/23 9:40", "", "9:10〜9:50"))).containsExactly(Rule.BEGAN_BEFORE);
        assertThat(rules(told("7/23 9:40", "", "9:10まで"))).containsExactly(Rule.ENDED_BEFORE);
        assertThat(rules(told("", "", "9:50〜8:10"))).containsExactly(Rule.ENDED_BEFORE_BEGIN);
        assertThat(rules(told("7/23 18:00", "", ""))).containsExactly(Rule.FUTURE);
        assertThat(rules(told("", "2027-07-23 9:40", ""))).containsExactly(Rule.FUTURE);
    }

    @Test
    void whatCanBeIsLeftAlone() {
        assertThat(rules(told("7/23 9:40", "7/23 9:40", "9:40〜10:00"))).isEmpty();
        assertThat(rules(told("7/23 9:40 ごろ", "9:30", ""))).isEmpty();
        assertThat(rules(told("7/23", "7/23 0:10", ""))).isEmpty();
        assertThat(rules(told("昨夜から", "不明", "調査中"))).isEmpty();
        assertThat(rules(told("10:08", "", "9:50〜18:00（見込み）"))).isNotEmpty();
        assertThat(rules(told("10:08", "", "10:08〜18:00（見込み）"))).isEmpty();
    }

    @Test
    void clocksOfOtherZonesAreComparedAsMoments() {
        assertThat(rules(told("7/23 00:40 UTC", "7/23 9:50", ""))).isEmpty();
        assertThat(rules(told("7/23 00:55 UTC", "7/23 9:50 JST", ""))).containsExactly(Rule.NOTICED_BEFORE);
        assertThat(rules(told("7/23 9:40 UTC", "", ""))).containsExactly(Rule.FUTURE);
        var winter = ZoneId.of("Europe/Paris");
        var told = new Telling("", Map.of("occurred", "2026-03-29 01:50", "noticed", "2026-03-29 03:10"));
        var times = Chronology.of(told, "", Telling.NOTHING, Chronology.UNKNOWN, NOW, winter)
                .times();
        assertThat(Duration.between(from(times, Moment.OCCURRED), from(times, Moment.NOTICED)))
                .as("the clocks were put forward in between")
                .isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void anUpdateIsHeldAgainstTheReport() {
        var later = NOW.plus(Duration.ofDays(1));
        var was = new Telling("", Map.of("occurred", "9:40"));
        var before = told("9:40", "", "");
        var telling = new Telling("", Map.of("occurred", "9:40", "noticed", "本日 9:50"));
        var update = Chronology.of(telling, "7/22 18:00 現在の状況", was, before, later, TOKYO);
        assertThat(update.times().get(Moment.OCCURRED)).isEqualTo(before.times().get(Moment.OCCURRED));
        var found = update.contradictions(Optional.of(NOW), later);
        assertThat(found).extracting(Contradiction::rule).containsExactly(Rule.AFTER_REPORT, Rule.OLDER_THAN_REPORT);
        assertThat(found).extracting(Contradiction::of).containsExactly(Moment.NOTICED, Moment.AS_OF);
    }

    /** Of what was told before times were read nobody knows any more what 9:40 meant. */
    @Test
    void whatStandsUnreadIsNotReadAsIfItWereOfToday() {
        var later = NOW.plus(Duration.ofDays(90));
        var was = new Telling("", Map.of("occurred", "昨夜11時", "noticed", "9:40", "effect_span", "9:10〜9:50"));
        var same = Chronology.of(was, "", was, Chronology.UNKNOWN, later, TOKYO);
        assertThat(same.times()).isEmpty();
        var told = new Telling("", Map.of("occurred", "昨夜11時", "noticed", "7/23 9:40", "effect_span", "9:10〜9:50"));
        var changed = Chronology.of(told, "", was, Chronology.UNKNOWN, later, TOKYO);
        assertThat(changed.times()).containsOnlyKeys(Moment.NOTICED);
    }

    private static Instant from(Map<Moment, WrittenTime> times, Moment moment) {
        return Optional.ofNullable(times.get(moment)).orElseThrow().from();
    }
}
