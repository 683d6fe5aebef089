package noroshi.provider;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.RuleBroken;

/**
 * A provider as an administrator wants it.
 *
 * @param address of the collection at the provider
 * @param account user name, or the name of the header for the key
 * @param secret what is new of password, token or key; empty keeps the one that is there
 * @param pullInto our collection that takes what comes
 * @param pushFrom our collection whose CLEAR and GREEN goes there; nothing is brought to a feed
 */
public record NewProvider(
        String name,
        String contact,
        String terms,
        List<String> tags,
        String address,
        SignIn signIn,
        String account,
        String secret,
        int minutes,
        int pageSize,
        Optional<UUID> pullInto,
        Optional<UUID> pushFrom,
        Certificates certificates,
        Speaks speaks) {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TERMS = 10_000;
    private static final int WEEK = 7 * 24 * 60;
    private static final int LARGEST_PAGE = 2_000;

    /**
     * For servers that want to see a certificate, or have one of no public authority; as PEM.
     *
     * @param own our certificate with its chain and its private key; empty keeps what is there
     * @param authorities whom we trust for the server's own certificate; empty trusts the usual ones
     * @param none whether what is there is removed
     */
    public record Certificates(String own, String authorities, boolean none) {
        /** Nothing new of ours, and the usual authorities. */
        public static final Certificates USUAL = new Certificates("", "", false);

        private static final int LONGEST = 60_000;
        private static final String PRIVATE_KEY = "PRIVATE KEY";

        public Certificates {
            own = own.strip();
            authorities = authorities.strip();
            if (own.length() > LONGEST || authorities.length() > LONGEST) {
                throw new RuleBroken("provider.rule.certificate");
            }
            if (authorities.contains(PRIVATE_KEY)) {
                throw new RuleBroken("provider.rule.key-misplaced");
            }
        }

        /** Without the key. */
        @Override
        public String toString() {
            return "Certificates[none=" + none + "]";
        }
    }

    /** With a TAXII server. */
    public NewProvider(
            String name,
            String contact,
            String terms,
            List<String> tags,
            String address,
            SignIn signIn,
            String account,
            String secret,
            int minutes,
            int pageSize,
            Optional<UUID> pullInto,
            Optional<UUID> pushFrom,
            Certificates certificates) {
        this(
                name,
                contact,
                terms,
                tags,
                address,
                signIn,
                account,
                secret,
                minutes,
                pageSize,
                pullInto,
                pushFrom,
                certificates,
                Speaks.TAXII);
    }

    /** Without certificates of its own. */
    public NewProvider(
            String name,
            String contact,
            String terms,
            List<String> tags,
            String address,
            SignIn signIn,
            String account,
            String secret,
            int minutes,
            int pageSize,
            Optional<UUID> pullInto,
            Optional<UUID> pushFrom) {
        this(
                name,
                contact,
                terms,
                tags,
                address,
                signIn,
                account,
                secret,
                minutes,
                pageSize,
                pullInto,
                pushFrom,
                Certificates.USUAL);
    }

    public NewProvider {
        name = name.strip();
        contact = contact.strip();
        terms = terms.strip();
        tags = tags.stream()
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .limit(20)
                .toList();
        address = withSlash(address.strip());
        account = account.strip();
        secret = secret.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new RuleBroken("provider.rule.name", LONGEST_NAME);
        }
        if (terms.length() > LONGEST_TERMS || contact.length() > 500 || account.length() > LONGEST_NAME) {
            throw new RuleBroken("provider.rule.long");
        }
        if (!Target.parse(address).isPresent()) {
            throw new RuleBroken("provider.rule.address");
        }
        if (signIn == SignIn.KEY && !account.matches("[A-Za-z0-9-]{1,64}")) {
            throw new RuleBroken("provider.rule.header");
        }
        if (!secret.matches("\\p{Graph}{0,4000}") || !account.matches("[^\\p{Cntrl}:]*")) {
            throw new RuleBroken("provider.rule.secret");
        }
        if (minutes < 1 || minutes > WEEK) {
            throw new RuleBroken("provider.rule.minutes", WEEK);
        }
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new RuleBroken("provider.rule.page", LARGEST_PAGE);
        }
        if (speaks == Speaks.MISP && pushFrom.isPresent()) {
            throw new RuleBroken("provider.rule.feed");
        }
        if (pullInto.isPresent() && pullInto.equals(pushFrom)) {
            throw new RuleBroken("provider.rule.circle");
        }
    }

    private static String withSlash(String address) {
        return address.isEmpty() || address.endsWith("/") ? address : address + "/";
    }

    URI uri() {
        return URI.create(address);
    }
}
