package noroshi.asset.web;

import java.util.List;
import java.util.Optional;
import noroshi.asset.Claim;
import noroshi.asset.EarlierNo;
import noroshi.site.FormErrors;

/**
 * What waits for the watch office.
 *
 * @param reason what was typed and refused
 */
public record ApprovalsPage(
        List<Group> groups, int waiting, int number, boolean more, String reason, FormErrors errors) {

    /** What one organisation asks for. */
    public record Group(String organisation, List<Line> lines) {}

    /**
     * One asset that waits.
     *
     * @param others names of organisations with something overlapping
     * @param earlier what the Centre said no to before, while that holds
     */
    public record Line(Claim claim, String askedBy, String others, Optional<EarlierNo> earlier) {}
}
