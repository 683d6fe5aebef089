package noroshi.shared;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What somebody had before them when they began to change it. It goes out with the form and comes back with it, so that
 * nobody overwrites what they never saw.
 *
 * @param digest 36 hexadecimal digits; empty when the sender does not say, which changes whatever stands there, as a
 *     request without {@code If-Match} does (RFC 9110, 13.1.1)
 */
public record Seen(String digest) {
    /** The field of a form that it travels in. */
    public static final String FIELD = "seen";

    /** The sender does not say. */
    public static final Seen UNSAID = new Seen("");

    private static final String STALE = "site.stale";
    /** So that it has the form of an id, which no page takes for words that somebody typed. */
    private static final int BYTES = 18;

    /** Of everything that the form lets somebody change, each part as it writes itself. */
    public static Seen of(Object... parts) {
        var all = sha256();
        for (var part : parts) {
            var bytes = part.toString().getBytes(StandardCharsets.UTF_8);
            all.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            all.update(bytes);
        }
        return new Seen(HexFormat.of().formatHex(all.digest(), 0, BYTES));
    }

    /**
     * Whoever asks holds the row, so that it stays so.
     *
     * @throws RuleBroken when something else stands there by now; {@link #stale} knows it
     */
    public void requireStill(Seen now) {
        if (!equals(UNSAID) && !equals(now)) {
            throw new RuleBroken(STALE);
        }
    }

    /** Whether it was refused because something else stands there by now. */
    public static boolean stale(RuleBroken refusal) {
        return refusal.key().equals(STALE);
    }

    /** What the form says when it comes back: only whoever is shown what stands there now has seen it. */
    public Seen after(RuleBroken refusal, Seen now) {
        return stale(refusal) ? now : this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
