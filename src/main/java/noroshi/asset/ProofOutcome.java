package noroshi.asset;

import java.util.Locale;

/** What became of looking for a proof. */
public enum ProofOutcome {
    /** Found; the asset is in force. */
    PROVEN,
    /** Found; the Centre decides. */
    CENTRE_DECIDES,
    /** Begun anew meanwhile, or the asset has gone. */
    STALE,
    /** No such record. */
    DNS_MISSING,
    /** There is such a record, and it says something else. */
    DNS_OTHER,
    /** No name server answered. */
    DNS_SILENT,
    /** No such page. */
    FILE_MISSING,
    /** There is such a page, and it says something else. */
    FILE_OTHER,
    /** No web server answered. */
    FILE_SILENT,
    /** The server's certificate is not to be trusted. */
    FILE_CERTIFICATE,
    /** The name leads into an internal network, where the platform asks nobody. */
    FILE_INTERNAL;

    /** Whether it was found there. */
    public boolean found() {
        return this == PROVEN || this == CENTRE_DECIDES;
    }

    /** The message key of the sentence that says so. */
    public String key() {
        return "asset.proof.outcome." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
