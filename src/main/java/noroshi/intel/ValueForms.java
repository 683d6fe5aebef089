package noroshi.intel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides what kind of value stands at a path of a pattern, by the path and by its form, and spells it canonically. */
final class ValueForms {
    private static final int LONGEST = 2_000;

    private static final Set<String> ADDRESSES = Set.of(
            "ipv4-addr:value",
            "ipv6-addr:value",
            "domain-name:value",
            "url:value",
            "email-addr:value",
            "network-traffic:src_ref.value",
            "network-traffic:dst_ref.value",
            "domain-name:resolves_to_refs.value",
            "email-message:from_ref.value",
            "email-message:sender_ref.value");

    private ValueForms() {}

    static IndicatorValue read(String path, String written, boolean alone) {
        var remarks = new ArrayList<Reason>();
        if (ADDRESSES.contains(path)) {
            return address(path, written, alone, remarks);
        }
        if (path.startsWith("file:hashes.") || path.startsWith("artifact:hashes.")) {
            return hash(path, written, alone, remarks);
        }
        if (isForeign(path)) {
            remarks.add(Reason.of("intel.remark.foreign-path", Plain.line(path)));
        }
        var type = path.equals("file:name") ? IndicatorType.FILE_NAME : IndicatorType.OTHER;
        return new IndicatorValue(type, path, cut(written), alone, remarks);
    }

    /** Neither an object type of the standard nor marked as somebody's own. */
    private static boolean isForeign(String path) {
        var type = path.substring(0, path.indexOf(':'));
        return StixType.named(type).isEmpty() && !type.startsWith("x-");
    }

    private static IndicatorValue address(String path, String written, boolean alone, List<Reason> remarks) {
        var plain = Spelling.refanged(written.strip());
        if (!plain.equals(written)) {
            remarks.add(Reason.of("intel.remark.refanged", Plain.line(written)));
        }
        var form = Spelling.form(plain);
        var expected = expected(path);
        if (form.isEmpty()) {
            remarks.add(Reason.of("intel.remark.no-form", path, harmless(written)));
            return new IndicatorValue(IndicatorType.OTHER, path, cut(written), alone, remarks);
        }
        var type = form.get().type();
        if (expected.isPresent() && expected.get() != type) {
            remarks.add(Reason.of("intel.remark.other-form", harmless(plain), path, type.code()));
        }
        return new IndicatorValue(type, path, cut(form.get().value()), alone, remarks);
    }

    private static Optional<IndicatorType> expected(String path) {
        return switch (path) {
            case "ipv4-addr:value" -> Optional.of(IndicatorType.IPV4);
            case "ipv6-addr:value" -> Optional.of(IndicatorType.IPV6);
            case "domain-name:value" -> Optional.of(IndicatorType.DOMAIN);
            case "url:value" -> Optional.of(IndicatorType.URL);
            case "network-traffic:src_ref.value",
                    "network-traffic:dst_ref.value",
                    "domain-name:resolves_to_refs.value" -> Optional.empty();
            default -> Optional.of(IndicatorType.EMAIL);
        };
    }

    private static IndicatorValue hash(String path, String written, boolean alone, List<Reason> remarks) {
        var algorithm = path.substring(path.indexOf('.') + 1);
        var digits = written.strip().toLowerCase(Locale.ROOT);
        var expected = byAlgorithm(algorithm);
        var type = expected == IndicatorType.OTHER ? expected : byLength(digits);
        if (type != expected) {
            remarks.add(Reason.of("intel.remark.hash-length", algorithm, Plain.line(written)));
        } else if (type != IndicatorType.OTHER
                && !Set.of("MD5", "SHA-1", "SHA-256").contains(algorithm)) {
            remarks.add(Reason.of("intel.remark.hash-name", Plain.line(algorithm)));
        }
        return new IndicatorValue(type, path, cut(type == IndicatorType.OTHER ? written : digits), alone, remarks);
    }

    private static IndicatorType byAlgorithm(String algorithm) {
        return switch (algorithm.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "")) {
            case "SHA256" -> IndicatorType.SHA256;
            case "SHA1" -> IndicatorType.SHA1;
            case "MD5" -> IndicatorType.MD5;
            default -> IndicatorType.OTHER;
        };
    }

    private static IndicatorType byLength(String digits) {
        if (!digits.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f')) {
            return IndicatorType.OTHER;
        }
        return switch (digits.length()) {
            case 64 -> IndicatorType.SHA256;
            case 40 -> IndicatorType.SHA1;
            case 32 -> IndicatorType.MD5;
            default -> IndicatorType.OTHER;
        };
    }

    private static String harmless(String value) {
        return IndicatorType.URL.harmless(Plain.line(value));
    }

    /** What an index row can hold; the whole value stays in the object. */
    private static String cut(String value) {
        return Plain.line(value, LONGEST);
    }
}
