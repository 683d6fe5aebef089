/** Providers of threat information: partners whose TAXII servers we fetch from and bring to, and whose MISP feeds we fetch, on a timetable. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "site",
            "membership",
            "audit",
            "cli",
            "database",
            "intel",
            "intel :: drop",
            "intel :: taxii",
            "intel :: warning",
            "intel :: permit",
            "intel :: cut",
            "intel :: enquiry",
            "intel :: blocklist"
        })
package noroshi.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
