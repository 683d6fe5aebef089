package noroshi.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** What was made of a text is made once, and never takes more room than it is given. */
class RememberingTextsTests {
    private final ArrayList<String> made = new ArrayList<>();

    @Test
    void aTextIsReadOnceWhileThereIsRoom() {
        var remembered = of(10, 1000);
        assertThat(remembered.of("a")).isEqualTo("A");
        assertThat(remembered.of("a")).isEqualTo("A");
        assertThat(made).containsExactly("a");
    }

    @Test
    void whatWasAskedForLongestAgoGoesFirst() {
        var remembered = of(10, 410);
        remembered.of("aa");
        remembered.of("bb");
        remembered.of("aa");
        remembered.of("cc");
        remembered.of("aa");
        remembered.of("bb");
        assertThat(made).containsExactly("aa", "bb", "cc", "bb");
        assertThat(remembered.taken()).isEqualTo(408);
    }

    @Test
    void aLongTextIsNotKept() {
        var remembered = of(3, 1000);
        remembered.of("long");
        remembered.of("long");
        assertThat(made).containsExactly("long", "long");
        assertThat(remembered.taken()).isZero();
    }

    @Test
    void charactersCountAsTheBytesTheyTake() {
        var remembered = of(10, 1000);
        remembered.of("ab");
        assertThat(remembered.taken()).isEqualTo(200 + 2 + 2);
        remembered.of("狼煙a");
        assertThat(remembered.taken()).isEqualTo(204 + 200 + 6 + 6);
    }

    @Test
    void shortTextsTakeRoomToo() {
        var remembered = of(10, 1000);
        for (int number = 0; number < 50; number++) {
            remembered.of(Integer.toString(number));
        }
        made.clear();
        remembered.of("49");
        remembered.of("0");
        assertThat(made).containsExactly("0");
        assertThat(remembered.taken()).isLessThanOrEqualTo(1000);
    }

    @Test
    void allThatIsRememberedOfTextsStaysBelowTwelveMegabytes() {
        for (int number = 0; number < 300; number++) {
            var text = number + "\n\n# 件\n\n" + "狼煙の文。".repeat(1500);
            Prose.of(text);
            Prose.plain(text);
            Prose.opening(text);
        }
        assertThat(Prose.taken()).isBetween(11_000_000, 12_000_000);
    }

    private Remembered<String> of(int longest, int room) {
        return new Remembered<>(
                longest,
                room,
                text -> {
                    made.add(text);
                    return text.toUpperCase(java.util.Locale.ROOT);
                },
                Remembered::bytes);
    }
}
