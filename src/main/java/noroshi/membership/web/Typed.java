package noroshi.membership.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import org.jspecify.annotations.Nullable;

/** What came with a form, however little. */
final class Typed {
    private Typed() {}

    static String or(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static Set<String> or(@Nullable Set<String> codes) {
        return codes == null ? Set.of() : Set.copyOf(codes);
    }

    /** Reads role names; an unknown one is a form that was tampered with. */
    static Set<Role> roles(Set<String> names) {
        return names.stream()
                .map(name -> Arrays.stream(Role.values())
                        .filter(role -> role.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new RuleBroken("membership.role.unknown")))
                .collect(Collectors.toSet());
    }
}
