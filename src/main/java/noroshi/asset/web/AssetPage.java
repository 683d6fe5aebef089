package noroshi.asset.web;

import java.time.Instant;
import noroshi.asset.Asset;
import noroshi.site.FormErrors;

/**
 * One asset: where it stands, and what its reader may do with it.
 *
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
        FormErrors errors) {

    public String path() {
        return "/assets/" + asset.id();
    }
}
