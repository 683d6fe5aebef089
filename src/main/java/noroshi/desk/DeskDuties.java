package noroshi.desk;

import noroshi.shared.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits at the desk for the decision of one reader. */
@Service
@Transactional(readOnly = true)
public class DeskDuties {
    private final DutyStore duties;
    private final UpwardReports reports;

    DeskDuties(DutyStore duties, UpwardReports reports) {
        this.duties = duties;
        this.reports = reports;
    }

    /**
     * How much waits.
     *
     * @param missedReports reports upwards that were due and not sent
     * @param draftedReports reports upwards that wait for the Overall Lead
     * @param unacknowledged matters nobody at the desk has taken
     * @param askedForHelp requests for help that wait for the reader's agency
     * @param proposals proposals to share that wait for the reporter
     * @param toConfirm what the Centre wrote down for the reader's organisation
     */
    public record Waiting(
            int missedReports,
            int draftedReports,
            int unacknowledged,
            int askedForHelp,
            int proposals,
            int toConfirm) {}

    public Waiting of(Actor actor) {
        return new Waiting(
                reports.missed(actor).size(),
                reports.drafts(actor),
                duties.unacknowledged(),
                duties.askedForHelp(),
                duties.proposals(),
                duties.toConfirm());
    }
}
