package noroshi.shared;

import java.util.Arrays;
import java.util.Optional;

/** Traffic Light Protocol 2.0 (FIRST, 2022): what the source allows the recipients to do. Ordered by strictness. */
public enum Tlp {
    CLEAR("TLP:CLEAR"),
    GREEN("TLP:GREEN"),
    AMBER("TLP:AMBER"),
    AMBER_STRICT("TLP:AMBER+STRICT"),
    RED("TLP:RED");

    private final String label;

    Tlp(String label) {
        this.label = label;
    }

    /** The label as FIRST writes it; never translated. */
    public String label() {
        return label;
    }

    /** The label of a whole is the strictest label among its parts. */
    public Tlp strictest(Tlp other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** AMBER and above is restricted: opening it is audited. */
    public boolean restricted() {
        return compareTo(AMBER) >= 0;
    }

    /** Reads a label with or without the prefix, in any case; WHITE of TLP 1.0 is CLEAR. */
    public static Optional<Tlp> parse(String text) {
        var name = text.strip().toUpperCase(java.util.Locale.ROOT).replaceFirst("^TLP:", "");
        if (name.equals("WHITE")) {
            return Optional.of(CLEAR);
        }
        return Arrays.stream(values())
                .filter(tlp -> tlp.label.equals("TLP:" + name) || tlp.name().equals(name))
                .findFirst();
    }
}
