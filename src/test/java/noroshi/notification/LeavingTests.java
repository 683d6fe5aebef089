package noroshi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.shared.Tlp;
import noroshi.site.SiteSettings;
import noroshi.site.Words;
import noroshi.topic.Importance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What each channel shows of each label: the whole table, and nothing beside it. */
class LeavingTests {
    private static final String TITLE = "題名-8c1f";
    private static final String SAFE = "安全な件名-77aa";
    private static final Instant DUE = Instant.parse("2026-03-04T05:06:07Z");

    private final LetterWriter writer = new LetterWriter(
            new Words(),
            new SiteSettings(
                    new SiteSettings.Site("狼煙", "0", "x"),
                    java.time.ZoneId.of("Asia/Tokyo"),
                    java.net.URI.create("https://noroshi.example")));

    @ParameterizedTest
    @CsvSource({
        "PAGE, CLEAR, TITLE",
        "PAGE, GREEN, TITLE",
        "PAGE, AMBER, TITLE",
        "PAGE, AMBER_STRICT, TITLE",
        "PAGE, RED, TITLE",
        "STREAM, CLEAR, COUNT",
        "STREAM, GREEN, COUNT",
        "STREAM, AMBER, COUNT",
        "STREAM, AMBER_STRICT, COUNT",
        "STREAM, RED, COUNT",
        "MAIL, CLEAR, TITLE",
        "MAIL, GREEN, TITLE",
        "MAIL, AMBER, OUTLINE",
        "MAIL, AMBER_STRICT, OUTLINE",
        "MAIL, RED, PRESENCE",
        "DIGEST, CLEAR, TITLE",
        "DIGEST, GREEN, TITLE",
        "DIGEST, AMBER, OUTLINE",
        "DIGEST, AMBER_STRICT, OUTLINE",
        "DIGEST, RED, PRESENCE",
        "FEED, CLEAR, TITLE",
        "FEED, GREEN, TITLE",
        "FEED, AMBER, OUTLINE",
        "FEED, AMBER_STRICT, OUTLINE",
        "FEED, RED, PRESENCE",
        "CALENDAR, CLEAR, TITLE",
        "CALENDAR, GREEN, TITLE",
        "CALENDAR, AMBER, OUTLINE",
        "CALENDAR, AMBER_STRICT, OUTLINE",
        "CALENDAR, RED, NOTHING"
    })
    void theTable(Channel channel, Tlp tlp, Leaving.Limit limit) {
        assertThat(Leaving.limit(channel, tlp)).isEqualTo(limit);
    }

    /** So that a channel or label that is added must be decided above. */
    @Test
    void theTableIsWhole() {
        assertThat(Channel.values().length * Tlp.values().length).isEqualTo(30);
    }

    @ParameterizedTest
    @MethodSource("everything")
    void whatIsShownHoldsNoMore(Channel channel, Tlp tlp) {
        var shown = Leaving.through(channel, story(tlp));
        var all = shown.toString();
        switch (Leaving.limit(channel, tlp)) {
            case TITLE -> assertThat(all).contains(TITLE, SAFE);
            case OUTLINE -> assertThat(all).contains(SAFE, DUE.toString()).doesNotContain(TITLE);
            case PRESENCE, COUNT, NOTHING ->
                assertThat(all).doesNotContain(TITLE, SAFE, DUE.toString(), "NOTICE_SENT", "WINDOW", "IMPORTANT");
        }
    }

    static Stream<Arguments> everything() {
        return Arrays.stream(Channel.values())
                .flatMap(channel -> Arrays.stream(Tlp.values()).map(tlp -> Arguments.of(channel, tlp)));
    }

    @Test
    void mailOfAmberSaysItsSafeSubjectAndNoMore() {
        var mail = writer.one(Leaving.through(Channel.MAIL, story(Tlp.AMBER)), Locale.JAPANESE, false);
        assertThat(mail.subject()).isEqualTo("[TLP:AMBER][狼煙] " + SAFE);
        assertThat(mail.body())
                .startsWith("TLP:AMBER\r\n")
                .contains("重要度：重要", "2026年3月4日（水） 14:06 (+09:00)", "自組織の窓口あて", "https://noroshi.example/notifications/")
                .doesNotContain(TITLE);
    }

    @Test
    void mailOfRedSaysThatThereIsSomething() {
        var mail = writer.one(Leaving.through(Channel.MAIL, story(Tlp.RED)), Locale.ENGLISH, false);
        assertThat(mail.subject()).isEqualTo("[TLP:RED][狼煙] There is something for you.");
        assertThat(mail.body()).doesNotContain(TITLE, SAFE, "Due", "Importance", "notice", "Why");
    }

    /** A title is somebody else's text: it ends no header and turns no line around. */
    @Test
    void aTitleStaysOneLine() {
        var nasty = new Story(
                UUID.randomUUID(),
                Optional.empty(),
                What.TOPIC_POSTED,
                "",
                Why.COMMUNITY,
                Weight.USUAL,
                Tlp.GREEN,
                Optional.empty(),
                Optional.empty(),
                "a\r\nBcc: otto@x.example\u202E\u2028b",
                "",
                "",
                DUE);
        var mail = writer.one(Leaving.through(Channel.MAIL, nasty), Locale.ENGLISH, true);
        assertThat(mail.subject()).isEqualTo("[TLP:GREEN][狼煙] a Bcc: otto@x.example b");
    }

    private static Story story(Tlp tlp) {
        return new Story(
                UUID.randomUUID(),
                Optional.of(UUID.randomUUID()),
                What.NOTICE_SENT,
                "",
                Why.WINDOW,
                Weight.MUST,
                tlp,
                Optional.of(Importance.IMPORTANT),
                Optional.of(DUE),
                TITLE,
                "",
                SAFE,
                Instant.EPOCH);
    }
}
