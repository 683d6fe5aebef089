package noroshi.topic.web;

import java.util.List;

/**
 * Where a topic may go beyond its readers.
 *
 * @param agreed what the source agreed to
 * @param open what waits for the source's answer, for the source and the asker
 * @param refused what the source did not agree to, for both alone
 * @param mayAsk the reader may ask
 * @param answers the reader is the source
 */
public record OnwardPart(
        List<OnwardLine> agreed, List<OnwardLine> open, List<OnwardLine> refused, boolean mayAsk, boolean answers) {
    public boolean nothing() {
        return agreed.isEmpty() && open.isEmpty() && refused.isEmpty() && !mayAsk;
    }
}
