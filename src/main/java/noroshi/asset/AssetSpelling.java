package noroshi.asset;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.RuleBroken;

/** Reads what people write into the one spelling under which it is compared, or says what is wrong with it. */
final class AssetSpelling {
    private static final int LONGEST_WORDS = 200;
    private static final int SHORTEST_WORD = 2;

    private AssetSpelling() {}

    /**
     * @param kind what it is; empty to tell from its shape, which works for domains, URLs, addresses and ranges
     */
    static AssetValue read(Optional<AssetKind> kind, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            throw new RuleBroken("asset.value-missing");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new RuleBroken("asset.unreadable");
        }
        return switch (kind.orElseGet(() -> shape(text))) {
            case DOMAIN -> domain(text);
            case URL -> WebAddress.read(text);
            case ADDRESS, RANGE -> network(text);
            case PRODUCT -> words(AssetKind.PRODUCT, text);
            case KEYWORD -> words(AssetKind.KEYWORD, text);
        };
    }

    private static AssetKind shape(String text) {
        if (WebAddress.meant(text)) {
            return AssetKind.URL;
        }
        return Network.read(folded(text)).isPresent() || folded(text).matches("[0-9.]+(/\\d*)?|.*:.*")
                ? AssetKind.ADDRESS
                : AssetKind.DOMAIN;
    }

    private static AssetValue domain(String text) {
        if (WebAddress.meant(text) || text.indexOf('/') >= 0) {
            throw new RuleBroken("asset.not-a-domain");
        }
        var name = Hostname.read(text);
        return new AssetValue(
                AssetKind.DOMAIN,
                name.ascii(),
                name.shown(),
                Optional.of(name.ascii()),
                Optional.empty(),
                name.cautions());
    }

    private static AssetValue network(String text) {
        var network = Network.read(folded(text))
                .orElseThrow(() -> new RuleBroken("asset.unreadable-address"))
                .orRefuse();
        return new AssetValue(
                network.single() ? AssetKind.ADDRESS : AssetKind.RANGE,
                network.text(),
                network.text(),
                Optional.empty(),
                Optional.of(network.withPrefix()),
                network.cautions());
    }

    private static AssetValue words(AssetKind kind, String text) {
        var shown = folded(text).replaceAll("\\s+", " ");
        if (shown.length() > LONGEST_WORDS) {
            throw new RuleBroken("asset.too-long", LONGEST_WORDS);
        }
        if (shown.codePointCount(0, shown.length()) < SHORTEST_WORD) {
            throw new RuleBroken("asset.too-short", SHORTEST_WORD);
        }
        return new AssetValue(
                kind, shown.toLowerCase(Locale.ROOT), shown, Optional.empty(), Optional.empty(), Set.of());
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }
}
