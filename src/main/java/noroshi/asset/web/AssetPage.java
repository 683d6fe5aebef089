package noroshi.asset.web;

import java.time.Instant;
import noroshi.asset.Asset;

/** One asset: where it stands, and what its reader may do with it. */
public record AssetPage(
        Asset asset,
        String organisation,
        String askedBy,
        String decidedBy,
        Instant now,
        boolean renew,
        boolean remove) {

    public String path() {
        return "/assets/" + asset.id();
    }
}
