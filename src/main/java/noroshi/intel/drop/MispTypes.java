package noroshi.intel.drop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import noroshi.intel.Hashes;
import noroshi.intel.IndicatorType;
import noroshi.intel.Reason;
import noroshi.intel.Spelling;
import noroshi.intel.TextValues;

/** What the types of MISP mean here. */
final class MispTypes {
    private static final Set<String> ADDRESSES = Set.of(
            "ip-src",
            "ip-dst",
            "ip",
            "domain",
            "hostname",
            "url",
            "uri",
            "email",
            "email-src",
            "email-dst",
            "email-reply-to",
            "target-email");
    private static final Map<String, IndicatorType> HASHES =
            Map.of("md5", IndicatorType.MD5, "sha1", IndicatorType.SHA1, "sha256", IndicatorType.SHA256);

    /** Paths of values that no list holds and patterns can say. */
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("sha512", "file:hashes.'SHA-512'"),
            Map.entry("sha3-256", "file:hashes.'SHA3-256'"),
            Map.entry("sha3-512", "file:hashes.'SHA3-512'"),
            Map.entry("ssdeep", "file:hashes.SSDEEP"),
            Map.entry("tlsh", "file:hashes.TLSH"),
            Map.entry("mutex", "mutex:name"),
            Map.entry("regkey", "windows-registry-key:key"),
            Map.entry("mac-address", "mac-addr:value"),
            Map.entry("email-subject", "email-message:subject"),
            Map.entry("user-agent", "network-traffic:extensions.'http-request-ext'.request_header.'User-Agent'"),
            Map.entry("x509-fingerprint-md5", "x509-certificate:hashes.MD5"),
            Map.entry("x509-fingerprint-sha1", "x509-certificate:hashes.'SHA-1'"),
            Map.entry("x509-fingerprint-sha256", "x509-certificate:hashes.'SHA-256'"));

    static final Set<String> RULES = Set.of("yara", "snort", "sigma", "suricata");
    static final Set<String> WORDS = Set.of("comment", "text", "other");

    private MispTypes() {}

    /**
     * What a value means.
     *
     * @param name of a file beside its hash
     * @param changes what has no place beside the value, such as a port
     */
    record Meaning(List<Test> tests, String name, List<Reason> changes) {}

    /** Empty when no pattern can say it, or the value is not of its type. */
    static Optional<Meaning> read(String type, String value) {
        var bar = value.lastIndexOf('|');
        var types = type.split("\\|", 2);
        if (type.equals("malware-sample") || types.length == 2 && types[0].equals("filename")) {
            return bar < 1 ? Optional.empty() : file(value.substring(0, bar), value.substring(bar + 1));
        }
        if (types.length == 2) {
            return bar < 1 ? Optional.empty() : pair(types, value.substring(0, bar), value.substring(bar + 1));
        }
        return single(type, value).map(test -> new Meaning(List.of(test), "", List.of()));
    }

    private static Optional<Meaning> file(String name, String hash) {
        return Hashes.form(hash.strip()).map(form -> new Meaning(List.of(Test.of(form)), name.strip(), List.of()));
    }

    private static Optional<Meaning> pair(String[] types, String first, String second) {
        var one = single(types[0], first);
        if (types[1].equals("port") || types[1].equals("value")) {
            return one.map(test ->
                    new Meaning(List.of(test), "", List.of(Reason.said("drop.changed." + types[1], second))));
        }
        var other = single(types[1], second);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        var tests = new ArrayList<Test>(List.of(one.get()));
        other.ifPresent(tests::add);
        return Optional.of(new Meaning(tests, "", List.of()));
    }

    private static Optional<Test> single(String type, String written) {
        var value = written.strip();
        if (value.isEmpty() || value.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (ADDRESSES.contains(type)) {
            return Spelling.form(TextValues.refanged(value)).map(Test::of);
        }
        var hash = HASHES.get(type);
        if (hash != null) {
            return Hashes.form(value).filter(form -> form.type() == hash).map(Test::of);
        }
        if (type.equals("filename")) {
            return Optional.of(Test.of(new Spelling.Form(IndicatorType.FILE_NAME, value)));
        }
        if (type.equals("AS")) {
            var number = value.replaceFirst("(?i)^AS", "");
            return number.matches("\\d{1,10}")
                    ? Optional.of(Test.other("autonomous-system:number", number))
                    : Optional.empty();
        }
        return Optional.ofNullable(PATHS.get(type)).map(path -> Test.other(path, value));
    }
}
