package noroshi.insight;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Receipt;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** Who has read something is the same on every page that says so. */
@WholeHouse
class AgreeingOnReadersTests {
    @Autowired
    Readership readership;

    @Autowired
    Reach reach;

    @Autowired
    Environment environment;

    @Test
    void receiptsAndReachNameTheSameReaders() {
        var id = new Records(environment).bulletin("同じ数 " + Instant.now(), Instant.now(), ALL);
        readership.open(id, Level.GENERAL, MIKA);
        readership.markSeen(List.of(id), NOOR);

        var read = readership.receipts(id, DANA).stream()
                .filter(receipt -> receipt.version().isPresent())
                .toList();
        var opened = reach.topic(id, DANA).openings().stream()
                .filter(opening -> opening.firstAt().isPresent())
                .toList();

        assertThat(read).extracting(Receipt::person).containsExactly(MIKA.person());
        assertThat(opened)
                .extracting(Opening::organisation)
                .containsExactlyElementsOf(
                        read.stream().map(Receipt::organisation).distinct().toList());
        assertThat(opened.stream().mapToInt(Opening::people).sum()).isEqualTo(read.size());
    }
}
