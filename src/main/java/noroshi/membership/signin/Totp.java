package noroshi.membership.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import noroshi.shared.RuleBroken;

/** The key that an authenticator app and we share; six digits every thirty seconds (RFC 6238). */
public record Totp(byte[] key) {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    public static Totp random() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Totp(bytes);
    }

    /** Reads the base32 form; refuses everything but a key as long as ours. */
    public static Totp parse(String text) {
        var bytes = new byte[BYTES];
        var bits = 0L;
        var held = 0;
        var at = 0;
        for (char letter : text.replace(" ", "").toUpperCase(Locale.ROOT).toCharArray()) {
            var value = ALPHABET.indexOf(letter);
            if (value < 0 || at == BYTES) {
                throw new RuleBroken("membership.totp.key");
            }
            bits = (bits << 5 | value) & 0xFFFL;
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (bits >> held);
            }
        }
        if (at != BYTES) {
            throw new RuleBroken("membership.totp.key");
        }
        return new Totp(bytes);
    }

    /** Base32, as people type it into an app. */
    public String text() {
        var text = new StringBuilder();
        var bits = 0L;
        var held = 0;
        for (byte each : key) {
            bits = (bits << 8 | (each & 0xFF)) & 0xFFFL;
            held += 8;
            while (held >= 5) {
                held -= 5;
                text.append(ALPHABET.charAt((int) (bits >> held & 31)));
            }
        }
        return text.toString();
    }

    /** What a QR code tells the app. */
    public String address(String site, String login) {
        return "otpauth://totp/" + encoded(site) + ":" + encoded(login) + "?secret=" + text() + "&issuer="
                + encoded(site);
    }

    /** The time step at which the code is right, one step of tolerance on each side; empty when it is wrong. */
    public OptionalLong step(String code, Instant now) {
        var typed = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        var current = now.getEpochSecond() / STEP_SECONDS;
        var found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            if (MessageDigest.isEqual(code(step).getBytes(StandardCharsets.UTF_8), typed)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a time step. */
    public String code(long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(key, "HmacSHA1"), Instant.ofEpochSecond(step * STEP_SECONDS), Locale.ROOT);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "***";
    }
}
