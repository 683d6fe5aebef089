package noroshi.intel.web;

import java.util.Optional;
import noroshi.intel.Permission;

/** What a person types beside the file: the source's permission, or nothing. */
public record ImportForm(String tlp, String source, String reason) {
    static ImportForm empty() {
        return new ImportForm("", "", "");
    }

    Optional<Permission> permission() {
        return Permission.typed(tlp, source, reason);
    }
}
