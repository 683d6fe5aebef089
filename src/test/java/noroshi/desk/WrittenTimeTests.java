package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenTimeTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** 23 July, 10:05 in Tokyo; still the 23rd in Greenwich, at 1:05. */
    private static final Instant WRITTEN = Instant.parse("2026-07-23T01:05:00Z");

    private static WrittenTime read(String words) {
        return WrittenTime.read(words, WRITTEN, TOKYO).orElseThrow(() -> new AssertionError(words));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-07-23 09:40|2026-07-23T00:40:00Z",
                "2026-07-23T09:40:12|2026-07-23T00:40:00Z",
                "2026/7/23 9:40|2026-07-23T00:40:00Z",
                "２０２６年７月２３日　９時４０分|2026-07-23T00:40:00Z",
                "令和8年7月23日 午前9時40分|2026-07-23T00:40:00Z",
                "7/23 9:40|2026-07-23T00:40:00Z",
                "7月23日 9:40|2026-07-23T00:40:00Z",
                "7月23日午後9時半|2026-07-23T12:30:00Z",
                "23日 9:40、監視端末で|2026-07-23T00:40:00Z",
                "9:40|2026-07-23T00:40:00Z",
                "昨日 18:00|2026-07-22T09:00:00Z",
                "昨夜11時30分|2026-07-22T14:30:00Z",
                "昨夜1時5分|2026-07-22T16:05:00Z",
                "本日 9：40|2026-07-23T00:40:00Z",
                "一昨日の 0:10|2026-07-20T15:10:00Z",
                "7/22 25:30|2026-07-22T16:30:00Z",
                "23 July, 9:40|2026-07-23T00:40:00Z",
                "July 23rd, 2026 at 9:40 pm|2026-07-23T12:40:00Z",
                "9:40 a.m. on 23 Jul|2026-07-23T00:40:00Z",
                "yesterday, 18:00|2026-07-22T09:00:00Z",
                "2026-07-23T00:40:00Z|2026-07-23T00:40:00Z",
                "2026-07-23 00:40 UTC|2026-07-23T00:40:00Z",
                "7/23 00:40 (GMT)|2026-07-23T00:40:00Z",
                "2026-07-23 02:40 +0200|2026-07-23T00:40:00Z",
                "9:40 JST|2026-07-23T00:40:00Z",
                "2026-07-22 20:40 UTC-4|2026-07-23T00:40:00Z",
                "2026-07-23T00:40:00-04:00|2026-07-23T04:40:00Z",
                "2026-07-23T00:40-04:00|2026-07-23T04:40:00Z",
                "23 Jul 2026 00:40:12 -0400|2026-07-23T04:40:00Z",
                "2026-07-23 06:10 UTC+5:30|2026-07-23T00:40:00Z",
                "2026-07-23 06:10 (UTC +5:30)|2026-07-23T00:40:00Z",
                "JST 9:40|2026-07-23T00:40:00Z",
                "UTC 00:40|2026-07-23T00:40:00Z",
                "(UTC) 00:40|2026-07-23T00:40:00Z",
                "UTC: 00:40 に検知|2026-07-23T00:40:00Z",
                "UTC 7/23 00:40|2026-07-23T00:40:00Z",
                "7/22 UTC-4 20:40|2026-07-23T00:40:00Z",
                "GMT 2026-07-23, 00:40|2026-07-23T00:40:00Z",
                "日本時間の午前9時40分|2026-07-23T00:40:00Z",
                "7/23 noon UTC|2026-07-23T12:00:00Z",
                "UTC 7/23 正午|2026-07-23T12:00:00Z",
                "7/23 9:40 予約の画面が開けない|2026-07-23T00:40:00Z",
                "契約 7/23 9:40 から|2026-07-23T00:40:00Z",
                "予約9:40の分から|2026-07-23T00:40:00Z",
                "7/23 9:40、開けないところが約20か所|2026-07-23T00:40:00Z",
                "7/23 9:40, about 20,000 people|2026-07-23T00:40:00Z",
                "7/22 夜の10時5分|2026-07-22T13:05:00Z",
                "7/22 夜7:05|2026-07-22T10:05:00Z",
                "7/23 夜1時5分|2026-07-22T16:05:00Z",
                "7/23 深夜0時5分|2026-07-22T15:05:00Z",
            })
    void theUsualWaysAreRead(String words, Instant from) {
        assertThat(read(words).from()).isEqualTo(from);
        assertThat(read(words).until()).isEqualTo(from.plus(Duration.ofMinutes(1)));
        assertThat(read(words).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "不明",
                "昼ごろ",
                "調査中",
                "7/23 9:40 以前",
                "before 9:40",
                "3時間前から",
                "192.168.10.12 が落ちたとき",
                "23/7 9:40",
                "7/21 9:00、7/22 9:00、7/23 9:00",
                "版 10.2.1",
                "7/23 夜12時",
                "深夜12:10",
                "7/23 9:40 EDT",
                "7/23 9:40 CST",
                "CST 9:40",
                "EDT 7/23 9:40",
                "UTC 9:40 JST",
                "2026-07-23 00:40 -04:00",
                "2026-07-23T00:40+99:00",
                "7/23 9:40（現地時間）",
            })
    void whatCannotBeReadStaysWords(String words) {
        assertThat(WrittenTime.read(words, WRITTEN, TOKYO)).isEmpty();
    }

    @Test
    void aboutIsNoMinute() {
        assertThat(read("7/23 9:40 ごろ").from()).isEqualTo("2026-07-23T00:10:00Z");
        assertThat(read("23 July, about 9:40").until()).isEqualTo("2026-07-23T01:11:00Z");
        assertThat(read("7/23 約9:40").from()).isEqualTo("2026-07-23T00:10:00Z");
        assertThat(read("昨日約18:00").from()).isEqualTo("2026-07-22T08:30:00Z");
        assertThat(read("UTC 7/23 約0:40").from()).isEqualTo("2026-07-23T00:10:00Z");
        assertThat(read("7/23 9:40（推定）").from()).isEqualTo("2026-07-23T00:10:00Z");
        assertThat(read("7/23 9:40 前後").until()).isEqualTo("2026-07-23T01:11:00Z");
        assertThat(read("about noon").from()).isEqualTo("2026-07-23T02:30:00Z");
        assertThat(read("7/23").until()).isEqualTo("2026-07-23T15:00:00Z");
        assertThat(read("7/23 9時").until()).isEqualTo("2026-07-23T01:00:00Z");
        assertThat(read("7/22 18:00 から 7/23 9:00 の間").until()).isEqualTo("2026-07-23T00:01:00Z");
    }

    @Test
    void theDeadOfNightIsNoAfternoon() {
        assertThat(read("7/23 深夜2時頃").from()).isEqualTo("2026-07-22T16:30:00Z");
        assertThat(read("7/23 深夜2時頃").until()).isEqualTo("2026-07-22T18:30:00Z");
    }

    @Test
    void aStoryIsNoTime() {
        var story = "7/23 9:40 " + "つながらない。".repeat(80);
        assertThat(WrittenTime.read(story, WRITTEN, TOKYO)).isEmpty();
        assertThat(WrittenTime.span(story, WRITTEN, TOKYO)).isEqualTo(WrittenTime.Span.UNKNOWN);
        assertThat(read("7/23 9:40 つながらない。").from()).isEqualTo("2026-07-23T00:40:00Z");
    }

    @Test
    void theYearThatWasLeftOutIsTheNearest() {
        var january = Instant.parse("2027-01-01T01:00:00Z");
        assertThat(WrittenTime.read("12/31 23:50", january, TOKYO).orElseThrow().from())
                .isEqualTo("2026-12-31T14:50:00Z");
        var midnight = Instant.parse("2026-07-22T15:10:00Z");
        assertThat(WrittenTime.read("23:50", midnight, TOKYO).orElseThrow().from())
                .isEqualTo("2026-07-22T14:50:00Z");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9:40-11:20 UTC|2026-07-23T09:40:00Z|2026-07-23T11:20:00Z",
                "7/23 9:40〜11:20（UTC）|2026-07-23T09:40:00Z|2026-07-23T11:20:00Z",
                "UTC 7/23 9:40-11:20|2026-07-23T09:40:00Z|2026-07-23T11:20:00Z",
                "7/23 9:40 UTC から 11:20|2026-07-23T09:40:00Z|2026-07-23T11:20:00Z",
                "7/23 20:00〜7/24 1:30 UTC|2026-07-23T20:00:00Z|2026-07-24T01:30:00Z",
                "7/22 20:00 to 21:30 UTC|2026-07-22T20:00:00Z|2026-07-22T21:30:00Z",
                "7/22 23:00 to 0:30 UTC|2026-07-22T23:00:00Z|2026-07-23T00:30:00Z",
                "7/23 9:40 UTC〜20:20 JST|2026-07-23T09:40:00Z|2026-07-23T11:20:00Z",
                "7/23 18:40〜UTC 11:20|2026-07-23T09:40:00Z|2026-07-23T11:20:00Z",
                "7/23 9:40〜11:20|2026-07-23T00:40:00Z|2026-07-23T02:20:00Z",
            })
    void aZoneBesideASpanIsOfBothItsClocks(String words, Instant began, Instant ended) {
        var span = WrittenTime.span(words, WRITTEN, TOKYO);
        assertThat(span.began().orElseThrow().from()).isEqualTo(began);
        assertThat(span.ended().orElseThrow().from()).isEqualTo(ended);
        assertThat(read(words).from()).isEqualTo(began);
    }

    @Test
    void twoClocksThatAreNoSpanKeepTheirZones() {
        var said = WrittenTime.span("7/23 9:40 に検知、11:20 UTC に停止", WRITTEN, TOKYO);
        assertThat(said.began().orElseThrow().from()).isEqualTo("2026-07-23T00:40:00Z");
        assertThat(said.ended().orElseThrow().from()).isEqualTo("2026-07-23T11:20:00Z");
    }

    @Test
    void aSpanHasItsBeginAndItsEnd() {
        var span = WrittenTime.span("9:40ごろ〜11:20、関東、約2万人", WRITTEN, TOKYO);
        assertThat(span.began().orElseThrow().from()).isEqualTo("2026-07-23T00:10:00Z");
        assertThat(span.ended().orElseThrow().until()).isEqualTo("2026-07-23T02:51:00Z");
        var exact = WrittenTime.span("9:40〜11:20、関東、約2万人", WRITTEN, TOKYO);
        assertThat(exact.began().orElseThrow().from()).isEqualTo("2026-07-23T00:40:00Z");
        var night = WrittenTime.span("7/22 23:40 to 0:20, Kanto", WRITTEN, TOKYO);
        assertThat(night.ended().orElseThrow().from()).isEqualTo("2026-07-22T15:20:00Z");
        assertThat(WrittenTime.span("11:20まで", WRITTEN, TOKYO).began()).isEmpty();
        assertThat(WrittenTime.span("2026-07-23 9:40-11:20", WRITTEN, TOKYO)
                        .ended()
                        .orElseThrow()
                        .from())
                .isEqualTo("2026-07-23T02:20:00Z");
        assertThat(WrittenTime.span("関東、約2万人", WRITTEN, TOKYO)).isEqualTo(WrittenTime.Span.UNKNOWN);
    }
}
