package noroshi.intel;

import static noroshi.intel.StixFamily.DOMAIN;
import static noroshi.intel.StixFamily.EXTENSION;
import static noroshi.intel.StixFamily.LANGUAGE;
import static noroshi.intel.StixFamily.MARKING;
import static noroshi.intel.StixFamily.OBSERVABLE;
import static noroshi.intel.StixFamily.RELATIONSHIP;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The object types of STIX 2.1, with the properties each must have; {@code a|b} means one of them. */
public enum StixType {
    ATTACK_PATTERN("attack-pattern", DOMAIN, "name"),
    CAMPAIGN("campaign", DOMAIN, "name"),
    COURSE_OF_ACTION("course-of-action", DOMAIN, "name"),
    GROUPING("grouping", DOMAIN, "context", "object_refs"),
    IDENTITY("identity", DOMAIN, "name"),
    INCIDENT("incident", DOMAIN, "name"),
    INDICATOR("indicator", DOMAIN, "pattern", "pattern_type", "valid_from"),
    INFRASTRUCTURE("infrastructure", DOMAIN, "name"),
    INTRUSION_SET("intrusion-set", DOMAIN, "name"),
    LOCATION("location", DOMAIN, "region|country|latitude"),
    MALWARE("malware", DOMAIN, "is_family"),
    MALWARE_ANALYSIS("malware-analysis", DOMAIN, "product", "result|analysis_sco_refs"),
    NOTE("note", DOMAIN, "content", "object_refs"),
    OBSERVED_DATA("observed-data", DOMAIN, "first_observed", "last_observed", "number_observed", "objects|object_refs"),
    OPINION("opinion", DOMAIN, "opinion", "object_refs"),
    REPORT("report", DOMAIN, "name", "published", "object_refs"),
    THREAT_ACTOR("threat-actor", DOMAIN, "name"),
    TOOL("tool", DOMAIN, "name"),
    VULNERABILITY("vulnerability", DOMAIN, "name"),
    CONNECTION("relationship", RELATIONSHIP, "relationship_type", "source_ref", "target_ref"),
    SIGHTING("sighting", RELATIONSHIP, "sighting_of_ref"),
    ARTIFACT("artifact", OBSERVABLE),
    AUTONOMOUS_SYSTEM("autonomous-system", OBSERVABLE, "number"),
    DIRECTORY("directory", OBSERVABLE, "path"),
    DOMAIN_NAME("domain-name", OBSERVABLE, "value"),
    EMAIL_ADDRESS("email-addr", OBSERVABLE, "value"),
    EMAIL_MESSAGE("email-message", OBSERVABLE, "is_multipart"),
    FILE("file", OBSERVABLE, "hashes|name"),
    IPV4_ADDRESS("ipv4-addr", OBSERVABLE, "value"),
    IPV6_ADDRESS("ipv6-addr", OBSERVABLE, "value"),
    MAC_ADDRESS("mac-addr", OBSERVABLE, "value"),
    MUTEX("mutex", OBSERVABLE, "name"),
    NETWORK_TRAFFIC("network-traffic", OBSERVABLE, "protocols", "src_ref|dst_ref"),
    PROCESS("process", OBSERVABLE),
    SOFTWARE("software", OBSERVABLE, "name"),
    URL("url", OBSERVABLE, "value"),
    USER_ACCOUNT("user-account", OBSERVABLE),
    REGISTRY_KEY("windows-registry-key", OBSERVABLE),
    CERTIFICATE("x509-certificate", OBSERVABLE),
    MARKING_DEFINITION("marking-definition", MARKING, "definition_type|extensions"),
    LANGUAGE_CONTENT("language-content", LANGUAGE, "object_ref", "contents"),
    EXTENSION_DEFINITION(
            "extension-definition", EXTENSION, "created_by_ref", "name", "schema", "version", "extension_types");

    private static final Map<String, StixType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(type -> type.written, Function.identity()));

    private final String written;

    private final StixFamily family;

    private final List<String> required;

    StixType(String written, StixFamily family, String... required) {
        this.written = written;
        this.family = family;
        this.required = List.of(required);
    }

    public static Optional<StixType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    String written() {
        return written;
    }

    StixFamily family() {
        return family;
    }

    List<String> required() {
        return required;
    }
}
