package noroshi.membership.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads codes back as a camera's program would, as far as one block goes. */
class QrCodeTests {
    @ParameterizedTest
    @ValueSource(ints = {1, 17, 18, 32, 53, 78, 106})
    void whatItSaysCanBeReadBack(int length) {
        var text = "otpauth://totp/Noroshi%20%E7%8B%BC%E7%85%99:mika?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                .repeat(2)
                .substring(0, length);
        assertThat(read(QrCode.of(text))).isEqualTo(text);
    }

    @Test
    void sizesAreThoseOfTheStandard() {
        assertThat(QrCode.of("x".repeat(17)).size()).isEqualTo(21);
        assertThat(QrCode.of("x".repeat(18)).size()).isEqualTo(25);
        assertThat(QrCode.of("x".repeat(271)).size()).isEqualTo(57);
        assertThatThrownBy(() -> QrCode.of("x".repeat(272))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFormatIsLWithMaskTwo() {
        var code = QrCode.of("noroshi");
        var bits = new StringBuilder();
        for (int x : new int[] {0, 1, 2, 3, 4, 5, 7, 8}) {
            bits.append(code.dark(x, 8) ? '1' : '0');
        }
        for (int y : new int[] {7, 5, 4, 3, 2, 1, 0}) {
            bits.append(code.dark(8, y) ? '1' : '0');
        }
        assertThat(bits.toString()).isEqualTo("111110110101010");
    }

    private static String read(QrCode code) {
        var version = (code.size() - 17) / 4;
        var bits = new ArrayList<Boolean>();
        for (int right = code.size() - 1; right >= 1; right -= right == 8 ? 3 : 2) {
            var upward = (right + 1 & 2) == 0;
            for (int step = 0; step < code.size(); step++) {
                var y = upward ? code.size() - 1 - step : step;
                for (int x = right; x > right - 2; x--) {
                    if (!fixed(x, y, code.size(), version)) {
                        bits.add(code.dark(x, y) ^ x % 3 == 0);
                    }
                }
            }
        }
        assertThat(number(bits, 0, 4)).isEqualTo(0b0100);
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < number(bits, 4, 8); i++) {
            bytes.write(number(bits, 12 + i * 8, 8));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int number(ArrayList<Boolean> bits, int from, int length) {
        var number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 1 | (bits.get(from + i) ? 1 : 0);
        }
        return number;
    }

    /** Versions 1 to 5 have one block and at most one alignment pattern. */
    private static boolean fixed(int x, int y, int size, int version) {
        var finder = (x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8);
        var centre = size - 7;
        var alignment = version > 1 && Math.abs(x - centre) <= 2 && Math.abs(y - centre) <= 2;
        return finder || alignment || x == 6 || y == 6;
    }
}
