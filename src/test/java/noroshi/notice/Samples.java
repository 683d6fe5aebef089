package noroshi.notice;

import java.time.Duration;
import java.time.Instant;
import noroshi.shared.Tlp;

/** Notices as tests send them. */
public final class Samples {
    private Samples() {}

    public static NewNotice notice(String title) {
        return notice(title, Duration.ofHours(24));
    }

    public static NewNotice notice(String title, Duration time) {
        var now = Instant.now();
        return new NewNotice(
                title,
                Finding.EXPOSED_RDP,
                1,
                Tlp.AMBER_STRICT,
                "外から 3389/tcp に届く状態です。",
                "1. 外から閉じてください。",
                "対処調整センター 観測チーム",
                now.minusSeconds(600),
                now.plus(time));
    }
}
