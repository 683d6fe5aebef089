package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import noroshi.notification.RightNow;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** After a giving everybody who reads is handed the source's again, and nobody learns of what they may not see. */
@WholeHouse
@Import(RightNow.class)
class HandingOutWhatWasGivenTests extends Giving {
    /** What stays is older than what went, and stood before it: whoever has everything would keep the holder's. */
    @Test
    void whoHadTheHoldersVersionIsHandedTheSourcesAgain() {
        bring(FIRST, STRICT, OTTO);
        bring(THIRD, STRICT, OTTO);
        assertThat(bring(FIRST, GREEN, MIKA).succeeded()).isOne();
        var had = exchange.objects(exchange.collection(collection, NOOR), after(Long.MIN_VALUE), NOOR);
        assertThat(text(had)).contains(FIRST);
        var stood = transaction.<Long>execute(status -> ledger.stand(collection).position());
        assertThat(text(exchange.objects(exchange.collection(collection, NOOR), after(stood), NOOR)))
                .doesNotContain(id);
        assertThat(give(ADA)).isEqualTo(2);
        for (var reader : List.of(NOOR, OTTO)) {
            assertThat(text(exchange.objects(exchange.collection(collection, reader), after(stood), reader)))
                    .as(reader.toString())
                    .contains(FIRST)
                    .doesNotContain(THIRD);
        }
        assertThat(give(ADA)).isZero();
        var now = transaction.<Long>execute(status -> ledger.stand(collection).position());
        assertThat(now).as("nothing went, nothing is handed out again").isEqualTo(stood + 1);
    }

    /** Only the Centre holds what the source brought where Otto cannot see: an answer would tell him that it is there. */
    @Test
    void whatStandsWhereOneCannotSeeSaysNothingAfterAGivingEither() {
        bring(FIRST, STRICT, ED);
        assertThat(give(ADA)).isOne();
        bring(FIRST, STRICT, MIKA);
        assertThat(bring(SECOND, STRICT, ED).failed()).as("had held it").isOne();
        assertThat(bring(SECOND, STRICT, OTTO).succeeded())
                .as("sees nothing of it")
                .isOne();
        assertThat(bring(THIRD, GREEN, OTTO).succeeded())
                .as("nor of where all read")
                .isOne();
        assertThat(bring(SECOND, GREEN, MIKA).succeeded()).as("is its source").isOne();
        assertThat(bring("2026-07-04T00:00:00.000Z", GREEN, OTTO).failed())
                .as("sees it now")
                .isOne();
        assertThat(bring("2026-07-04T00:00:00.000Z", STRICT, OTTO).failed())
                .as("on any shelf")
                .isOne();
    }
}
