package noroshi.membership.signin;

import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB and two passes. Each takes a fifth of a second of a core, so at most two run at a time and the
 * others wait; sign-in by passkey never comes here.
 */
@Component
class PasswordHash {
    private static final int AT_ONCE = 2;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final String nobodys = argon2.encode("nobody signs in with this");

    String of(String password) {
        places.acquireUninterruptibly();
        try {
            return argon2.encode(normal(password));
        } finally {
            places.release();
        }
    }

    boolean matches(String password, String hash) {
        places.acquireUninterruptibly();
        try {
            return argon2.matches(normal(password), hash);
        } finally {
            places.release();
        }
    }

    /** The hash to compare with when there is no such account: the same work, never a match. */
    String nobodys() {
        return nobodys;
    }

    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
