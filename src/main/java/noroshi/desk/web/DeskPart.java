package noroshi.desk.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.desk.Linked;
import noroshi.desk.NoteKind;
import noroshi.desk.Ticket;
import noroshi.site.Choice;

/**
 * What only the desk sees of a matter.
 *
 * @param assignee who has it, by name
 * @param others every other matter, over or not
 * @param occurrence which time it is that the same thing happens
 * @param macros words that may go into an answer
 * @param owners the event owners whom the desk may ask about the impact
 * @param forgotten whom the rules name and nobody told
 */
public record DeskPart(
        Ticket ticket,
        String assignee,
        List<Choice> officers,
        List<Choice> systems,
        List<Choice> mergers,
        List<Choice> others,
        List<Linked> links,
        int occurrence,
        List<Choice> macros,
        List<String> forgotten,
        List<Choice> owners,
        List<Asked> inquiries,
        List<Line> notes) {

    /**
     * What the event owner was asked.
     *
     * @param answer in words; empty while they have not answered
     */
    public record Asked(String whom, String words, Instant at, String answer, Optional<Instant> answeredAt) {}

    /** One internal note. */
    public record Line(
            UUID id,
            Instant at,
            String by,
            NoteKind kind,
            String body,
            Optional<Integer> minutes,
            Optional<Instant> dueAt,
            Optional<Instant> doneAt) {
        public boolean open() {
            return kind == NoteKind.TASK && doneAt.isEmpty();
        }
    }

    /** What the writer had before them, so that nobody overwrites somebody else's judgement. */
    public String seen() {
        return ticket.standing().since().toString();
    }
}
