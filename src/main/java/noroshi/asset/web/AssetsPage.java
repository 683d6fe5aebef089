package noroshi.asset.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.asset.Asset;
import noroshi.asset.AssetFilter;
import noroshi.membership.OrganisationName;
import noroshi.site.Step;
import noroshi.site.Ui;

/**
 * Assets of one organisation.
 *
 * @param of whose; empty for one's own
 * @param kinds how many of each kind are in force, in words
 * @param renewable how many can be renewed with one button, where that is what the list is about
 */
public record AssetsPage(
        Optional<OrganisationName> of,
        List<Asset> rows,
        AssetFilter filter,
        List<String> kinds,
        List<Step> shows,
        Instant now,
        int number,
        boolean more,
        boolean mayRegister,
        boolean watching,
        int renewable) {

    public boolean filtered() {
        return filter.kind().isPresent() || !filter.words().isEmpty();
    }

    public String title() {
        return of.map(name -> Ui.text("asset.title.of", name.in(Ui.locale()))).orElse(Ui.text("asset.title"));
    }
}
