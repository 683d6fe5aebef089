package noroshi.intel;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The id that everybody gives to a value as an observable of STIX 2.1 (section 2.9). */
final class Observable {
    private Observable() {}

    static Optional<String> id(Spelling.Form form) {
        return switch (form.type()) {
            case DOMAIN -> named("domain-name", Map.of("value", form.value()));
            case IPV4 -> named("ipv4-addr", Map.of("value", form.value()));
            case IPV6 -> named("ipv6-addr", Map.of("value", form.value()));
            case URL -> named("url", Map.of("value", form.value()));
            case EMAIL -> named("email-addr", Map.of("value", form.value()));
            case SHA256 -> named("file", Map.of("hashes", Map.of("SHA-256", form.value())));
            case SHA1 -> named("file", Map.of("hashes", Map.of("SHA-1", form.value())));
            case MD5 -> named("file", Map.of("hashes", Map.of("MD5", form.value())));
            default -> Optional.empty();
        };
    }

    private static Optional<String> named(String type, Map<String, Object> identity) {
        var text = JsonMapper.shared().writeValueAsString(identity);
        return Optional.of(type + "--" + OwnStix.observed(text));
    }
}
