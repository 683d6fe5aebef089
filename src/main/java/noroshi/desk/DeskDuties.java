package noroshi.desk;

import java.util.function.Supplier;
import noroshi.shared.Actor;
import noroshi.shared.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits at the desk for the decision of one reader. */
@Service
@Transactional(readOnly = true)
public class DeskDuties {
    private final DutyStore duties;
    private final UpwardReports reports;
    private final Telephone telephone;
    private final UpwardStore upward;

    DeskDuties(DutyStore duties, UpwardReports reports, Telephone telephone, UpwardStore upward) {
        this.duties = duties;
        this.reports = reports;
        this.telephone = telephone;
        this.upward = upward;
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
     * @param impacts questions about the impact on the event that wait for the reader's answer
     * @param calls telephone calls that the duty officer is to make
     * @param escalated matters that wait beyond the second contact, for the Overall Lead
     */
    public record Waiting(
            int missedReports,
            int draftedReports,
            int unacknowledged,
            int askedForHelp,
            int proposals,
            int toConfirm,
            int impacts,
            int calls,
            int escalated) {}

    /** What waits, asked together with what else the page asks. */
    public Supplier<Waiting> of(Actor actor) {
        upward.readerLater();
        var unacknowledged = duties.unacknowledged();
        var help = duties.askedForHelp();
        var proposals = duties.proposals();
        var confirmations = duties.toConfirm();
        var impacts = duties.impactsAsked();
        return () -> new Waiting(
                reports.missed(actor).size(),
                reports.drafts(actor),
                unacknowledged.get(),
                help.get(),
                proposals.get(),
                confirmations.get(),
                impacts.get(),
                telephone.calls(actor).size(),
                actor.is(Role.OVERALL_LEAD) ? telephone.escalated(actor) : 0);
    }
}
