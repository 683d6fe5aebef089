package noroshi.intel.taxii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

/** Cursors and times: what is read is written back as the same. */
public final class CursorFuzz {
    private CursorFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        var text = new String(input, StandardCharsets.UTF_8);
        Cursor.parse(text)
                .ifPresent(position ->
                        assertThat(Cursor.parse(Cursor.text(position))).contains(position));
        Stamp.parse(text)
                .ifPresent(micros -> assertThat(Stamp.parse(Stamp.text(micros))).contains(micros));
    }
}
