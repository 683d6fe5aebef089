package noroshi.desk;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Climbs the ladder for what has waited too long: the second contact, the telephone. */
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
        chases.chase(now).forEach(it -> ledger.tell(new MatterLate(it.matter(), it.clock(), it.call(), now)));
    }
}
