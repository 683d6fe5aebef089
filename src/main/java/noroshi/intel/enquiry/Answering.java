package noroshi.intel.enquiry;

import java.util.List;

/**
 * How a provider answers what it is asked.
 *
 * @param open what it has time to answer
 * @param overdue what it has not answered in time, and the Centre still waits for
 * @param inTime what it answered in time
 * @param late what it answered later
 * @param passedBy what the Centre answered without waiting for it any longer
 * @param latest what it was asked last
 */
public record Answering(long open, long overdue, long inTime, long late, long passedBy, List<Opinion> latest) {
    public Answering {
        latest = List.copyOf(latest);
    }
}
