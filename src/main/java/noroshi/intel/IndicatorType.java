package noroshi.intel;

import java.util.Arrays;

/** What kind of value an indicator looks for. */
public enum IndicatorType {
    DOMAIN("domain"),
    IPV4("ipv4"),
    IPV6("ipv6"),
    URL("url"),
    SHA256("sha256"),
    SHA1("sha1"),
    MD5("md5"),
    EMAIL("email"),
    FILE_NAME("file-name"),
    OTHER("other");

    private final String code;

    IndicatorType(String code) {
        this.code = code;
    }

    /** The name used in tables and interfaces. */
    public String code() {
        return code;
    }

    /** The value written so that nobody opens it by mistake. */
    public String harmless(String value) {
        return switch (this) {
            case DOMAIN, IPV4, URL, EMAIL ->
                value.replaceFirst("^http", "hxxp").replace("@", "[@]").replace(".", "[.]");
            case IPV6 -> value.replace(":", "[:]");
            case SHA256, SHA1, MD5, FILE_NAME, OTHER -> value;
        };
    }

    /** The type of that code. */
    public static IndicatorType of(String code) {
        return Arrays.stream(values())
                .filter(type -> type.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("unknown indicator type " + code));
    }
}
