package noroshi.desk;

import java.time.Instant;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Climbs the ladder for what has waited too long: the reminder, the second contact, the telephone. */
@Component
class ChaseClocks {
    private final ChaseStore chases;
    private final Ledger ledger;

    ChaseClocks(ChaseStore chases, Ledger ledger) {
        this.chases = chases;
        this.ledger = ledger;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT20S")
    @Transactional
    public void chase() {
        var now = ledger.now();
        chases.chase(now).forEach(it -> {
            switch (it.step()) {
                case REMIND -> remind(it, now);
                case SECOND -> ledger.tell(new MatterLate(it.matter(), it.clock(), false, now));
                case CALL -> ledger.tell(new MatterLate(it.matter(), it.clock(), true, now));
            }
        });
    }

    private void remind(ChaseStore.Chased it, Instant now) {
        switch (it.clock()) {
            case HELP -> ledger.tell(new SupportReminded(it.matter(), it.subject(), it.organisation(), now));
            case IMPACT -> ledger.tell(new ImpactAsked(it.subject(), it.organisation(), true, now));
            case ACKNOWLEDGE, TRIAGE, REPLY -> {}
        }
    }
}
