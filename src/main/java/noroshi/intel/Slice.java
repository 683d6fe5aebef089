package noroshi.intel;

import java.util.Arrays;

/** A piece of the received file, not copied until it is stored. */
record Slice(byte[] file, int offset, int length) {
    byte[] copy() {
        return Arrays.copyOfRange(file, offset, offset + length);
    }

    boolean startsWith(char sign) {
        return length > 0 && file[offset] == sign;
    }
}
