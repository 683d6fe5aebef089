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
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import noroshi.intel.IndicatorType;
import noroshi.intel.OwnStix;
import noroshi.intel.Spelling;
import noroshi.shared.Actor;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.site.SiteSettings;
import org.springframework.stereotype.Component;

/** Every list by its name: which values it takes, and how it is written. */
@Component
public class Catalogue {
    private static final String TEXT = "text/plain;charset=UTF-8";
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String JSON = "application/json";
    private static final String STIX = "application/stix+json;version=2.1";
    private static final String MISP = "misp/";
    private static final Set<IndicatorType> EVERYTHING = EnumSet.complementOf(EnumSet.of(IndicatorType.OTHER));
    private static final Map<String, Set<IndicatorType>> PLAIN = plain();

    private final Lists lists;
    private final Feeds feeds;
    private final String site;

    Catalogue(Lists lists, Feeds feeds, SiteSettings settings) {
        this.lists = lists;
        this.feeds = feeds;
        this.site = settings.site().name();
    }

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

    /**
     * A list as it is sent.
     *
     * @param tag the same as long as the same is written, whenever it is asked for
     * @param written what of the selection stands in it; a form leaves out what it cannot say
     */
    public record Sheet(byte[] body, String mediaType, String tag, Selection written) {}

    /**
     * How a list is written.
     *
     * @param tlp how strict it is at least, whatever stands in it
     */
    private record Form(String mediaType, Tlp tlp, Predicate<Line> says, Function<Selection, byte[]> writer) {
        static Form text(Predicate<Line> says, Function<Selection, String> writer) {
            return new Form(TEXT, Tlp.CLEAR, says, selection -> bytes(writer.apply(selection)));
        }

        static Form feed(MispList feed, String mediaType, Set<UUID> values, byte[] body) {
            return new Form(mediaType, feed.tlp(), line -> values.contains(line.value()), selection -> body);
        }

        Sheet sheet(String list, Selection selection) {
            var written = selection.only(says, tlp);
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(bytes(list + "\n" + written.tlp() + "\n"));
                var tag =
                        '"' + HexFormat.of().formatHex(digest.digest(writer.apply(selection.timeless())), 0, 12) + '"';
                return new Sheet(writer.apply(selection), mediaType, tag, written);
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    /** The list, written down; empty when there is no such one. */
    public Optional<Sheet> write(String name, String list, Selection selection, String action, Actor actor) {
        var form = switch (name) {
            case "hosts.txt" -> Optional.of(Form.text(PlainLists::hasHost, PlainLists::hosts));
            case "all.csv" -> Optional.of(new Form(CSV, Tlp.CLEAR, line -> true, each -> bytes(PlainLists.csv(each))));
            case "rpz.zone" -> Optional.of(zone(action(action)));
            case "allow.zone" ->
                Optional.of(Form.text(line -> false, each -> ResponsePolicy.allowing(each, lists.allowed(actor))));
            case "suricata.rules" -> Optional.of(Form.text(Suricata::hasRule, Suricata::rules));
            case "suricata-datasets.rules" -> Optional.of(Form.text(line -> false, Suricata::setRules));
            case "noroshi-domain.lst" -> Optional.of(Form.text(line -> true, Suricata::set));
            case "stix.json" ->
                Optional.of(new Form(STIX, Tlp.CLEAR, Catalogue::hasPattern, each -> StixList.bundle(each, site)));
            case MISP + "manifest.json" -> Optional.of(manifest(feeds.all(selection, actor)));
            case MISP + "hashes.csv" -> Optional.of(hashes(MispList.of(selection, site)));
            default -> name.startsWith(MISP) ? event(name, selection, actor) : Optional.of(plain(name));
        };
        return form.map(each -> each.sheet(list, selection));
    }

    private static Form zone(ResponsePolicy.Action action) {
        return Form.text(ResponsePolicy::says, each -> ResponsePolicy.zone(each, action));
    }

    private static boolean hasPattern(Line line) {
        return OwnStix.pattern(new Spelling.Form(line.type(), line.text())).isPresent();
    }

    /** What there is to fetch; it says no value. */
    private static Form manifest(MispList feed) {
        return Form.feed(feed, JSON, Set.of(), feed.manifest());
    }

    /** Who holds the digest of a value knows it when they see it. */
    private static Form hashes(MispList feed) {
        var values = feed.events().values().stream()
                .flatMap(each -> each.standing().stream())
                .collect(Collectors.toSet());
        return Form.feed(feed, TEXT, values, bytes(feed.hashes()));
    }

    private Optional<Form> event(String name, Selection selection, Actor actor) {
        var id = UUID.fromString(name.substring(MISP.length(), name.length() - ".json".length()));
        var feed = feeds.one(id, selection, actor);
        return Optional.ofNullable(feed.events().get(id))
                .map(event -> Form.feed(feed, JSON, event.standing(), feed.event(id, event)));
    }

    /** Files that Suricata reads as a whole carry nothing but values. */
    private static Form plain(String name) {
        return Form.text(line -> true, selection -> {
            var text = PlainLists.text(selection, name.replace(".txt", ""));
            return name.startsWith("noroshi-") ? text.replaceAll("(?m)^#.*\n", "") : text;
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static ResponsePolicy.Action action(String named) {
        return named.isEmpty()
                ? ResponsePolicy.Action.NXDOMAIN
                : ResponsePolicy.Action.of(named)
                        .orElseThrow(() -> new RuleBroken("list.action", named.toLowerCase(Locale.ROOT)));
    }
}
