package noroshi.intel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Values in running text, as people paste it. */
class RecognisingValuesTests {
    @Test
    void valuesAreFoundInASentence() {
        assertThat(TextValues.in("通信先はevil[.]exampleとhxxps://pay[.]minato[.]example/a?x=1です（203[.]0[.]113[.]9）。"))
                .extracting(Spelling.Form::value)
                .containsExactly("evil.example", "https://pay.minato.example/a?x=1", "203.0.113.9");
        assertThat(TextValues.in("mail info[at]pay.example, 2001:db8::5; 198.51.100.0/24."))
                .extracting(Spelling.Form::value)
                .containsExactly("info@pay.example", "2001:db8::5", "198.51.100.0/24");
        assertThat(TextValues.in("MD5: D41D8CD98F00B204E9800998ECF8427E"))
                .extracting(Spelling.Form::type)
                .containsExactly(IndicatorType.MD5);
    }

    @Test
    void filesVersionsAndTimesAreNoValues() {
        assertThat(TextValues.in("invoice.exe と readme.txt、version 1.2.3、12:30:45、999.1.1.1"))
                .isEmpty();
    }

    @Test
    void eachValueOnceInItsOrder() {
        assertThat(TextValues.in("b.example a.example b.example"))
                .extracting(Spelling.Form::value)
                .containsExactly("b.example", "a.example");
    }

    @Test
    void anyTextIsReadInTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (var part : new String[] {"a.", "a", "1.", "::", "a@", "http://", "[.]", "-", "a-", "0:", "%@."}) {
                assertThat(TextValues.in(part.repeat(100_000))).isNotNull();
            }
            var random = new Random(7);
            var letters = "ab1.:/@[]-_ \n%xhtp鉄\0\uD800";
            for (int n = 0; n < 3_000; n++) {
                var text = new StringBuilder();
                for (int i = 0; i < 200; i++) {
                    text.append(letters.charAt(random.nextInt(letters.length())));
                }
                assertThat(TextValues.in(text.toString()))
                        .allSatisfy(
                                form -> assertThat(Spelling.form(form.value()).isPresent()
                                                || Hashes.form(form.value()).isPresent())
                                        .isTrue());
            }
        });
    }
}
