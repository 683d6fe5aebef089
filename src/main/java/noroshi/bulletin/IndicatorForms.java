package noroshi.bulletin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.intel.Hashes;
import noroshi.intel.IndicatorType;
import noroshi.intel.Spelling;

/** How analysts write the type of an indicator, and how a value tells its type itself. */
final class IndicatorForms {
    private static final Map<IndicatorType, List<String>> NAMES = Map.of(
            IndicatorType.DOMAIN, List.of("ドメイン", "domain-name", "fqdn"),
            IndicatorType.IPV4, List.of("ip", "ipアドレス"),
            IndicatorType.SHA256, List.of("sha-256"),
            IndicatorType.SHA1, List.of("sha-1"),
            IndicatorType.EMAIL, List.of("メール", "メールアドレス", "email-addr"),
            IndicatorType.FILE_NAME, List.of("ファイル名", "file", "filename"),
            IndicatorType.OTHER, List.of("その他"));

    private IndicatorForms() {}

    static Optional<IndicatorType> named(String typed) {
        var word = typed.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(IndicatorType.values())
                .filter(type -> type.code().equals(word)
                        || NAMES.getOrDefault(type, List.of()).contains(word))
                .findFirst();
    }

    /** The value in its canonical spelling with its type; a file name or anything else must be said to be one. */
    static Optional<Spelling.Form> form(Optional<IndicatorType> named, String typed) {
        var value = Spelling.refanged(typed.strip());
        if (named.filter(type -> type == IndicatorType.FILE_NAME || type == IndicatorType.OTHER)
                .isPresent()) {
            return Optional.of(new Spelling.Form(named.get(), typed.strip()));
        }
        return Hashes.form(value)
                .or(() -> Spelling.form(value))
                .filter(form -> named.isEmpty() || named.get() == form.type());
    }
}
