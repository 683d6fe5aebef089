package noroshi.desk;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Nobody has to look at the board to learn that a report upwards is missing: whoever makes it is told, once. */
@Component
class ChaseReports {
    private final UpwardStore reports;
    private final Ledger ledger;

    ChaseReports(UpwardStore reports, Ledger ledger) {
        this.reports = reports;
        this.ledger = ledger;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT25S")
    @Transactional
    public void chase() {
        var now = ledger.now();
        reports.miss(now, ledger.zone()).forEach(missed -> ledger.tell(new ReportMissed(missed, now)));
    }
}
