package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What was made of a text is made once, and never takes more room than it is given. */
class RememberingTextsTests {
    private final ArrayList<String> made = new ArrayList<>();

    @Test
    void aTextIsReadOnceWhileThereIsRoom() {
        var remembered = of(10, 100);
        assertThat(remembered.of("a")).isEqualTo("A");
        assertThat(remembered.of("a")).isEqualTo("A");
        assertThat(made).containsExactly("a");
    }

    @Test
    void whatWasAskedForLongestAgoGoesFirst() {
        var remembered = of(10, 8);
        remembered.of("aa");
        remembered.of("bb");
        remembered.of("aa");
        remembered.of("cc");
        remembered.of("aa");
        remembered.of("bb");
        assertThat(made).containsExactly("aa", "bb", "cc", "bb");
        assertThat(remembered.taken()).isEqualTo(8);
    }

    @Test
    void aLongTextIsNotKept() {
        var remembered = of(3, 100);
        remembered.of("long");
        remembered.of("long");
        assertThat(made).containsExactly("long", "long");
        assertThat(remembered.taken()).isZero();
    }

    private Remembered<String> of(int longest, int room) {
        return new Remembered<>(
                longest,
                room,
                text -> {
                    made.add(text);
                    return text.toUpperCase(java.util.Locale.ROOT);
                },
                String::length);
    }
}
