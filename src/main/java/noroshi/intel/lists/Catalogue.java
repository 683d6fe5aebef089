package noroshi.intel.lists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Component;

/** Every list by its name: which values it takes, and how it is written. */
@Component
public class Catalogue {
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String JSON = "application/json";
    private static final String MISP = "misp/";
    private static final Set<IndicatorType> EVERYTHING = EnumSet.complementOf(EnumSet.of(IndicatorType.OTHER));
    private static final Map<String, Set<IndicatorType>> PLAIN = plain();

    private final Lists lists;
    private final String site;

    Catalogue(Lists lists, SiteSettings settings) {
        this.lists = lists;
        this.site = settings.site().name();
    }

    /** A list as it is sent. */
    public record Sheet(byte[] body, String mediaType) {}

    private static Map<String, Set<IndicatorType>> plain() {
        var plain = new LinkedHashMap<String, Set<IndicatorType>>();
        for (var type : EnumSet.of(
                IndicatorType.DOMAIN,
                IndicatorType.IPV4,
                IndicatorType.IPV6,
                IndicatorType.URL,
                IndicatorType.SHA256,
                IndicatorType.SHA1,
                IndicatorType.MD5,
                IndicatorType.EMAIL)) {
            plain.put(type.code() + ".txt", Set.of(type));
        }
        plain.put("ip.txt", Set.of(IndicatorType.IPV4, IndicatorType.IPV6));
        plain.put("noroshi-sha256.txt", Set.of(IndicatorType.SHA256));
        plain.put("noroshi-md5.txt", Set.of(IndicatorType.MD5));
        return plain;
    }

    /** The values a list of that name takes; empty when there is no such list. */
    public Optional<Set<IndicatorType>> types(String name) {
        return Optional.ofNullable(
                switch (name) {
                    case "hosts.txt", "noroshi-domain.lst" -> Set.of(IndicatorType.DOMAIN);
                    case "suricata-datasets.rules" ->
                        Set.of(IndicatorType.DOMAIN, IndicatorType.SHA256, IndicatorType.MD5);
                    case "rpz.zone" -> Lists.NAMES;
                    case "allow.zone" -> Set.of();
                    case "suricata.rules" ->
                        Set.of(IndicatorType.DOMAIN, IndicatorType.IPV4, IndicatorType.IPV6, IndicatorType.URL);
                    case "all.csv", "stix.json", MISP + "manifest.json", MISP + "hashes.csv" -> EVERYTHING;
                    default -> name.matches(MISP + "[0-9a-f-]{36}\\.json") ? EVERYTHING : PLAIN.get(name);
                });
    }

    /** Whether the list can say that something was revoked. */
    public boolean saysRevoked(String name) {
        return name.equals("stix.json") || name.startsWith(MISP) && !name.endsWith("hashes.csv");
    }

    /** The list, written down; empty when there is no such one. */
    public Optional<Sheet> write(String name, Selection selection, String action, Actor actor) {
        return switch (name) {
            case "hosts.txt" -> text(PlainLists.hosts(selection));
            case "all.csv" ->
                Optional.of(new Sheet(
                        PlainLists.csv(selection).getBytes(StandardCharsets.UTF_8), "text/csv;charset=UTF-8"));
            case "rpz.zone" -> text(ResponsePolicy.zone(selection, action(action)));
            case "allow.zone" -> text(ResponsePolicy.allowing(selection, lists.allowed(actor)));
            case "suricata.rules" -> text(Suricata.rules(selection));
            case "suricata-datasets.rules" -> text(Suricata.setRules(selection));
            case "noroshi-domain.lst" -> text(Suricata.set(selection));
            case "stix.json" ->
                Optional.of(new Sheet(StixList.bundle(selection, site), "application/stix+json;version=2.1"));
            case MISP + "manifest.json" -> json(MispList.of(selection, site).manifest());
            case MISP + "hashes.csv" -> text(MispList.of(selection, site).hashes());
            default -> name.startsWith(MISP) ? event(name, selection) : plain(name, selection);
        };
    }

    /** The same as long as the same is written, whenever it is asked for; empty when there is no such list. */
    public Optional<String> tag(String name, String list, Selection selection, String action, Actor actor) {
        return write(name, selection.timeless(), action, actor).map(sheet -> {
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update((list + "\n" + selection.tlp() + "\n").getBytes(StandardCharsets.UTF_8));
                return '"' + HexFormat.of().formatHex(digest.digest(sheet.body()), 0, 12) + '"';
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
    }

    private Optional<Sheet> event(String name, Selection selection) {
        var id = UUID.fromString(name.substring(MISP.length(), name.length() - ".json".length()));
        return MispList.of(selection, site).event(id).flatMap(Catalogue::json);
    }

    /** Files that Suricata reads as a whole carry nothing but values. */
    private static Optional<Sheet> plain(String name, Selection selection) {
        var text = PlainLists.text(selection, name.replace(".txt", ""));
        return text(name.startsWith("noroshi-") ? text.replaceAll("(?m)^#.*\n", "") : text);
    }

    private static ResponsePolicy.Action action(String named) {
        return named.isEmpty()
                ? ResponsePolicy.Action.NXDOMAIN
                : ResponsePolicy.Action.of(named)
                        .orElseThrow(() -> new RuleBroken("list.action", named.toLowerCase(Locale.ROOT)));
    }

    private static Optional<Sheet> text(String text) {
        return Optional.of(new Sheet(text.getBytes(StandardCharsets.UTF_8), TEXT));
    }

    private static Optional<Sheet> json(byte[] body) {
        return Optional.of(new Sheet(body, JSON));
    }
}
