package noroshi.intel.warning;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the entries of a warning list are compared with a value. */
public enum Kind {
    STRING,
    SUBSTRING,
    HOSTNAME,
    CIDR,
    REGEX;

    /** The name used in files and tables. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Kind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
