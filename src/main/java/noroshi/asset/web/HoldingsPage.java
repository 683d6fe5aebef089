package noroshi.asset.web;

import java.util.List;
import noroshi.asset.Holding;

/**
 * What all organisations have in the register, for the watch office.
 *
 * @param waiting how many assets wait for the Centre
 */
public record HoldingsPage(List<Line> lines, int waiting, int number, boolean more) {
    /** One organisation. */
    public record Line(Holding holding, String organisation) {}
}
