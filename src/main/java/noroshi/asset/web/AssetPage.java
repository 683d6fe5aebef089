package noroshi.asset.web;

import java.time.Instant;
import java.util.Optional;
import noroshi.asset.Asset;
import noroshi.asset.Challenge;
import noroshi.asset.EarlierNo;
import noroshi.asset.Refused;
import noroshi.site.FormErrors;

/**
 * One asset: where it stands, and what its reader may do with it.
 *
 * @param provable whether its reader may prove control of it now
 * @param challenge what its reader was asked to write
 * @param proofDays for how many days it is looked for
 * @param refused what became of the Centre's no, where this is one
 * @param liftedBy who lifted it
 * @param earlier the no to something before that sends a proof of this one to the Centre
 * @param others whether it is another organisation's, which is told why it is removed
 */
public record AssetPage(
        Asset asset,
        String organisation,
        String askedBy,
        String decidedBy,
        Instant now,
        boolean renew,
        boolean remove,
        boolean others,
        String reason,
        boolean provable,
        Optional<Challenge> challenge,
        long proofDays,
        Optional<Refused> refused,
        String liftedBy,
        Optional<EarlierNo> earlier,
        FormErrors errors) {

    /** Whether somebody reads here to whom an earlier no matters: who could prove it, and the watch office. */
    public boolean warned() {
        return earlier.isPresent() && asset.removable() && (provable || others);
    }

    public String path() {
        return "/assets/" + asset.id();
    }
}
