package noroshi.intel;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Tlp;

/**
 * STIX objects that this platform writes itself. The same thing has the same id each time, and its author is the
 * platform: nobody can tell from them who stands behind.
 */
public final class OwnStix {
    private static final UUID NAMESPACE = UUID.fromString("5b9d2a0e-6f0c-4b57-9d5e-0c6b1b0a7f31");
    private static final UUID OBSERVED = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");
    private static final String MARKING = "marking-definition--";
    private static final Map<Tlp, String> MARKINGS = Map.of(
            Tlp.CLEAR, "94868c89-83c2-464b-929b-a1a8aa3c8487",
            Tlp.GREEN, "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            Tlp.AMBER, "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
            Tlp.AMBER_STRICT, "939a9414-2ddd-4d32-a0cd-375ea402b003");

    private OwnStix() {}

    /** The platform itself. */
    public static Map<String, Object> identity(String site) {
        var identity = common("identity", identityOf(site), Instant.EPOCH, Instant.EPOCH);
        identity.put("name", site);
        identity.put("identity_class", "organization");
        return identity;
    }

    /** The platform itself, for whoever fetches: its name is no secret. The later version, for it says more. */
    public static Map<String, Object> openIdentity(String site) {
        var identity = identity(site);
        identity.put("modified", text(Instant.EPOCH.plusSeconds(1)));
        identity.put("object_marking_refs", List.of(markingOf(Tlp.CLEAR)));
        return identity;
    }

    public static String identityOf(String site) {
        return "identity--" + name("identity " + site);
    }

    public static Map<String, Object> marking(Tlp tlp) {
        var marking = new LinkedHashMap<String, Object>();
        marking.put("type", "marking-definition");
        marking.put("spec_version", "2.1");
        marking.put("id", markingOf(tlp));
        marking.put("created", "2022-10-01T00:00:00.000Z");
        marking.put("name", tlp.label());
        marking.put(
                "extensions",
                Map.of(
                        "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d",
                        Map.of(
                                "extension_type",
                                "property-extension",
                                "tlp_2_0",
                                tlp.label().substring(4).toLowerCase(java.util.Locale.ROOT))));
        return marking;
    }

    public static String markingOf(Tlp tlp) {
        return MARKING
                + Optional.ofNullable(MARKINGS.get(tlp)).orElseThrow(() -> new IllegalArgumentException("RED stays"));
    }

    /** What every object of ours begins with. */
    public static Map<String, Object> common(String type, String id, Instant created, Instant modified) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id);
        object.put("created", text(created));
        object.put("modified", text(modified.isBefore(created) ? created : modified));
        return object;
    }

    /** An indicator that looks for one value, by this platform. */
    public static Map<String, Object> indicator(
            String site, String id, Spelling.Form form, String pattern, Tlp tlp, Instant created, Instant modified) {
        var indicator = common("indicator", id, created, modified);
        indicator.put("created_by_ref", identityOf(site));
        indicator.put("object_marking_refs", List.of(markingOf(tlp)));
        indicator.put("name", form.type().harmless(form.value()));
        indicator.put("indicator_types", List.of("malicious-activity"));
        indicator.put("pattern", pattern);
        indicator.put("pattern_type", "stix");
        indicator.put("valid_from", text(created));
        return indicator;
    }

    /** With milliseconds, as STIX writes it. */
    public static String text(Instant moment) {
        var text = moment.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.indexOf('.') < 0 ? text.replace("Z", ".000Z") : text;
    }

    /** Where in an observed object a value of that type stands; empty for what has no place in one. */
    public static String path(IndicatorType type) {
        return switch (type) {
            case DOMAIN -> "domain-name:value";
            case IPV4 -> "ipv4-addr:value";
            case IPV6 -> "ipv6-addr:value";
            case URL -> "url:value";
            case EMAIL -> "email-addr:value";
            case FILE_NAME -> "file:name";
            case SHA256 -> "file:hashes.'SHA-256'";
            case SHA1 -> "file:hashes.'SHA-1'";
            case MD5 -> "file:hashes.MD5";
            case OTHER -> "";
        };
    }

    /** What looks for a value; empty for what has no place in an object. */
    public static Optional<String> pattern(Spelling.Form form) {
        var path = path(form.type());
        return path.isEmpty() ? Optional.empty() : Optional.of("[" + path + " = " + literal(form.value()) + "]");
    }

    /** A text as patterns write it. */
    public static String literal(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** An id of ours made of a name. */
    public static UUID name(String name) {
        return name(NAMESPACE, name);
    }

    /**
     * The id that everybody gives to an observed object (STIX 2.1, section 2.9).
     *
     * @param identity the properties that make it what it is, as canonical JSON (RFC 8785)
     */
    public static UUID observed(String identity) {
        return name(OBSERVED, identity);
    }

    /** An id made of a name (RFC 4122, version 5). */
    private static UUID name(UUID space, String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits())
                    .flip());
            var bytes = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    bytes.getLong() & ~0xF000L | 0x5000L, bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
