package noroshi.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Tlp;
import noroshi.testing.Cast;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

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

    /** From now on, whatever is answered to this notice is late. */
    static void timeIsUp(UUID notice, JdbcClient jdbc, TransactionOperations transaction) {
        Runnable work = () -> transaction.executeWithoutResult(_ -> assertThat(
                        jdbc.sql("update notice.notice set due_at = sent_at + interval '1 millisecond' where topic = ?")
                                .param(notice)
                                .update())
                .isOne());
        Acting.as(Cast.DANA, work);
    }
}
