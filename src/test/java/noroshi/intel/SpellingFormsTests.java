package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identifiers and times are read sign by sign; they mean what the forms of the specification say. */
class SpellingFormsTests {
    private static final Pattern ID =
            Pattern.compile("[a-z0-9][a-z0-9-]{0,248}[a-z0-9]--[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9][a-z0-9-]{1,248}[a-z0-9]");
    private static final Pattern TIME =
            Pattern.compile("(?!0000)\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,30})?Z");
    private static final String SIGNS = "009Z-.:Taz5fFgG６é";

    private static final List<String> IDS = List.of(
            "indicator--5ee9db36-4a1e-4dd4-bb32-2551eda97f4a",
            "x-a--b--5EE9DB36-4A1E-4DD4-BB32-2551EDA97F4A",
            "a".repeat(250) + "--5ee9db36-4a1e-4dd4-bb32-2551eda97f4a",
            "a".repeat(251) + "--5ee9db36-4a1e-4dd4-bb32-2551eda97f4a",
            "ab--5ee9db36-4a1e-4dd4-bb32-2551eda97f4a",
            "a--5ee9db36-4a1e-4dd4-bb32-2551eda97f4a");

    private static final List<String> TIMES = List.of(
            "2016-01-20T12:31:12Z",
            "2016-02-29T23:59:60.999999999999Z",
            "2015-02-28T24:00:00.000Z",
            "1969-12-31T23:59:59.123456789Z",
            "0001-01-01T00:00:00." + "9".repeat(30) + "Z",
            "9999-12-31T23:59:59.9Z",
            "0000-01-01T00:00:00Z");

    @Test
    void identifiersHaveTheirForm() {
        assertThat(variants(IDS))
                .filteredOn(text ->
                        StixId.parse(text).isPresent() != ID.matcher(text).matches())
                .isEmpty();
        assertThat(IDS).filteredOn(id -> StixId.parse(id).isPresent()).hasSize(4);
        assertThat(StixId.parse(IDS.get(1)).orElseThrow().type()).isEqualTo("x-a--b");
    }

    @Test
    void typesHaveTheirForm() {
        assertThat(variants(List.of("x-acme", "abc", "ab", "a".repeat(250), "a".repeat(251))))
                .filteredOn(text -> StixId.isType(text) != TYPE.matcher(text).matches())
                .isEmpty();
    }

    @Test
    void timesMeanWhatTheGeneralParserReads() {
        assertThat(variants(TIMES))
                .filteredOn(text -> !StixTime.parse(text).equals(plainly(text)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2016-01-20T12:31:12.12345678901Z, 2016-01-20T12:31:12.123456Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59Z",
        "2016-12-31T24:00:00Z, 2017-01-01T00:00:00Z"
    })
    void aTimeIsReadToTheMicrosecond(String text, Instant moment) {
        assertThat(StixTime.parse(text)).contains(moment);
    }

    private static Optional<Instant> plainly(String text) {
        if (!TIME.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            var end = Math.min(text.length() - 1, "2016-01-20T12:31:12.123456789".length());
            return Optional.of(Instant.parse(text.substring(0, end) + "Z").truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeParseException noSuchMoment) {
            return Optional.empty();
        }
    }

    /** Each text as it is, shortened, with a sign more, and with every sign replaced by others. */
    private static List<String> variants(List<String> texts) {
        var random = new Random(7);
        var all = new ArrayList<>(texts);
        all.add("");
        for (var text : texts) {
            for (var i = 0; i < text.length(); i++) {
                all.add(text.substring(0, i));
                all.add(text.substring(0, i) + text.substring(i + 1));
                for (var sign : SIGNS.toCharArray()) {
                    all.add(text.substring(0, i) + sign + text.substring(i + 1));
                    all.add(text.substring(0, i) + sign + text.substring(i));
                }
            }
            for (var n = 0; n < 500; n++) {
                var some = new StringBuilder(text);
                for (var changes = 0; changes < 3; changes++) {
                    some.setCharAt(random.nextInt(text.length()), (char) ('0' + random.nextInt(10)));
                }
                all.add(some.toString());
            }
        }
        return all;
    }
}
