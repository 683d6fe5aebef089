package noroshi.intel.taxii;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** The bytes of an object, where they stand in its envelope. */
record Piece(byte[] text, int offset, int length) {
    byte[] copy() {
        return Arrays.copyOfRange(text, offset, offset + length);
    }

    byte[] sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(text, offset, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
