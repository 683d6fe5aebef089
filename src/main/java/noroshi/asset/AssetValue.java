package noroshi.asset;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A value in the one spelling under which it is compared.
 *
 * @param value the canonical spelling; names in the letters of the domain name system
 * @param shown as people write it
 * @param host of domains and URLs
 * @param network of addresses and ranges, with its prefix
 */
public record AssetValue(
        AssetKind kind,
        String value,
        String shown,
        Optional<String> host,
        Optional<String> network,
        Set<Caution> cautions) {
    public AssetValue {
        cautions = Set.copyOf(cautions);
    }

    /** The host and every name above it that could be registered. */
    public List<String> hosts() {
        return host.map(Hostname::upwards).orElse(List.of());
    }
}
