package noroshi.sanitised;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import noroshi.desk.ConsultationDesk;
import noroshi.desk.Matters;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WholeHouse
@Import(Matters.class)
class BeginningTwiceTests {
    @Autowired
    SanitisedCopies copies;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Matters matters;

    @Test
    void twoOfficersBeginOneCopyAtTheSameMoment() throws Exception {
        var matter = desk.show(
                matters.reported("同時に始める", Optional.empty(), false, MIKA).reference(), DANA);
        var first = new AtomicReference<UUID>();
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ahead = threads.submit(() -> matters.during(DANA, () -> {
                first.set(copies.begin(matter, DANA));
                begun.countDown();
                end.await(10, TimeUnit.SECONDS);
            }));
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            var behind = threads.submit(() -> copies.begin(matter, DANA));
            Thread.sleep(300);
            assertThat(behind.isDone()).isFalse();
            end.countDown();
            ahead.get();
            assertThat(behind.get()).isEqualTo(first.get());
        }
    }
}
