package noroshi.intel.lists;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import tools.jackson.databind.json.JsonMapper;

/** The list as a STIX 2.1 bundle. The same value has the same id each time; what was withdrawn lately is revoked. */
final class StixList {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final UUID NAMESPACE = UUID.fromString("5b9d2a0e-6f0c-4b57-9d5e-0c6b1b0a7f31");
    private static final String MARKING = "marking-definition--";
    private static final Map<Tlp, String> MARKINGS = Map.of(
            Tlp.CLEAR, "94868c89-83c2-464b-929b-a1a8aa3c8487",
            Tlp.GREEN, "bab4a63c-aed9-4cf5-a766-dfca5abac2bb",
            Tlp.AMBER, "55d920b0-5e8b-4f79-9ee9-91f868d9b421",
            Tlp.AMBER_STRICT, "939a9414-2ddd-4d32-a0cd-375ea402b003");

    private StixList() {}

    static byte[] bundle(Selection selection, String site) {
        var objects = new ArrayList<Object>();
        objects.add(identity(site));
        selection.lines().stream()
                .map(Line::tlp)
                .distinct()
                .sorted()
                .map(StixList::marking)
                .forEach(objects::add);
        selection
                .lines()
                .forEach(line -> pattern(line).ifPresent(pattern -> objects.add(indicator(line, pattern, site))));
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + name(selection.tag(site)));
        bundle.put("objects", objects);
        return JSON.writeValueAsBytes(bundle);
    }

    private static Map<String, Object> identity(String site) {
        var identity = common("identity", identityOf(site), Instant.EPOCH, Instant.EPOCH);
        identity.put("name", site);
        identity.put("identity_class", "organization");
        return identity;
    }

    private static String identityOf(String site) {
        return "identity--" + name("identity " + site);
    }

    private static Map<String, Object> marking(Tlp tlp) {
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

    static String markingOf(Tlp tlp) {
        return MARKING
                + Optional.ofNullable(MARKINGS.get(tlp)).orElseThrow(() -> new IllegalArgumentException("RED stays"));
    }

    private static Map<String, Object> indicator(Line line, String pattern, String site) {
        var indicator = common(
                "indicator",
                "indicator--" + name(site + " " + line.type() + " " + line.text()),
                line.firstAt(),
                line.lastAt());
        indicator.put("created_by_ref", identityOf(site));
        if (line.revoked()) {
            indicator.put("revoked", true);
        } else {
            indicator.put("confidence", line.score());
        }
        indicator.put("object_marking_refs", List.of(markingOf(line.tlp())));
        indicator.put("name", line.type().harmless(line.text()));
        indicator.put("indicator_types", List.of("malicious-activity"));
        indicator.put("pattern", pattern);
        indicator.put("pattern_type", "stix");
        indicator.put("valid_from", text(line.firstAt()));
        return indicator;
    }

    private static Map<String, Object> common(String type, String id, Instant created, Instant modified) {
        var object = new LinkedHashMap<String, Object>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", id);
        object.put("created", text(created));
        object.put("modified", text(modified.isBefore(created) ? created : modified));
        return object;
    }

    private static String text(Instant moment) {
        var text = moment.truncatedTo(ChronoUnit.MILLIS).toString();
        return text.indexOf('.') < 0 ? text.replace("Z", ".000Z") : text;
    }

    static Optional<String> pattern(Line line) {
        var path = switch (line.type()) {
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
        var value = line.text().replace("\\", "\\\\").replace("'", "\\'");
        return line.type() == IndicatorType.OTHER ? Optional.empty() : Optional.of("[" + path + " = '" + value + "']");
    }

    /** An id made of a name (RFC 4122, version 5). */
    static UUID name(String name) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .flip());
            var bytes = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(
                    bytes.getLong() & ~0xF000L | 0x5000L, bytes.getLong() & 0x3FFFFFFFFFFFFFFFL | 0x8000000000000000L);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
