package noroshi.asset;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an owner is asked to write where only they can.
 *
 * @param value of the asset, as it is compared
 * @param host whose name servers are asked; empty for an address
 * @param checkedAt when it was looked for last
 * @param outcome what was found instead
 */
public record Challenge(
        UUID asset,
        AssetKind kind,
        String value,
        Optional<String> host,
        String secret,
        Optional<Instant> checkedAt,
        Optional<ProofOutcome> outcome) {
    /** Where a web server has to show the file. */
    public static final String PATH = "/.well-known/noroshi-proof.txt";

    /** What stands there. */
    public String text() {
        return "noroshi-proof=" + secret;
    }

    /** The name of the record, where there is one to write. */
    public Optional<String> record() {
        return host.map(name -> "_noroshi." + name);
    }

    /**
     * The address of the file. A web server speaks for its own site; for a domain and every name below it, only its name
     * servers do. None is asked at a port that somebody chose.
     */
    public Optional<URI> file() {
        var uri = kind == AssetKind.URL ? Optional.of(URI.create(value)) : Optional.<URI>empty();
        return uri.filter(it -> it.getPort() < 0).map(it -> it.resolve(PATH));
    }
}
