package noroshi.asset;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The front door for those who use the register: whose is this? Only what is in force answers, to the watch office. */
@Service
@Transactional(readOnly = true)
public class AssetOwners {
    private static final Pattern WORD =
            Pattern.compile("(?i)(?:(?<product>product|製品)|keyword|キーワード)\\s*[:：]\\s*(?<word>.+)");

    private final AssetStore assets;
    private final ClaimStore claims;
    private final Clock clock;

    AssetOwners(AssetStore assets, ClaimStore claims, Clock clock) {
        this.assets = assets;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * One value as somebody wrote it, in one spelling. Products and keywords have no shape of their own and say what they
     * are in front.
     *
     * @throws RuleBroken when it is no domain, URL, address or range, and does not say that it is a word
     */
    public static AssetValue read(String typed) {
        var said = WORD.matcher(typed.strip());
        if (!said.matches()) {
            return AssetSpelling.read(Optional.empty(), typed);
        }
        var kind = said.group("product") == null ? AssetKind.KEYWORD : AssetKind.PRODUCT;
        return AssetSpelling.read(Optional.of(kind), said.group("word"));
    }

    /** The assets in force that the value is, or lies in, the most exact first; at most one of each organisation. */
    public List<Asset> of(AssetValue value, Actor actor) {
        if (!assets.watching()) {
            throw new NotFound();
        }
        var seen = new HashSet<UUID>();
        return claims.owners(value, clock.instant()).stream()
                .filter(asset -> seen.add(asset.organisation()))
                .toList();
    }
}
