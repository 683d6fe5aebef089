package noroshi.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import noroshi.bulletin.Confidence;
import noroshi.bulletin.Copy;
import noroshi.bulletin.Edition;
import noroshi.bulletin.Indicator;
import noroshi.bulletin.IndicatorSheet;
import noroshi.bulletin.PlainCopy;
import noroshi.bulletin.Source;
import noroshi.demo.Post.Issue;
import noroshi.topic.Importance;
import noroshi.topic.Kind;

/** Reads the bulletins, each with all its versions at both levels. */
final class Bulletins {
    private static final Pattern PART = Pattern.compile("^## (\\w+)\\s*$", Pattern.MULTILINE);
    private static final Pattern ACTION = Pattern.compile("^- \\*\\*(.+?)\\*\\* — (.+)$", Pattern.MULTILINE);
    private static final Map<String, String> TYPES = Map.of(
            "ipv4-addr", "ipv4", "file-sha256", "sha256", "email-subject", "other", "windows-registry-key", "other");
    private static final int SINCE = 4;

    private final World world;
    private final PlainCopy plain;

    Bulletins(World world, PlainCopy plain) {
        this.world = world;
        this.plain = plain;
    }

    List<Bulletin> read() {
        return BulletinFile.all().stream().map(this::bulletin).toList();
    }

    private Bulletin bulletin(BulletinFile file) {
        var versions = file.rows("versions");
        var copies = new ArrayList<Copy>();
        var contents = new ArrayList<Edition.Content>();
        var issues = new ArrayList<Issue>();
        for (int version = 1; version <= versions.size(); version++) {
            var row = versions.get(version - 1);
            var copy = copy(file, version, versions.size(), moved(row.get(2)), moved(row.get(3)));
            var content = new Edition.Content(copy.pro(), copy.general(), indicators(file, version));
            copies.add(copy);
            contents.add(content);
            var at = world.calendar().at(row.get(1));
            issues.add(new Issue(at, plain.texts(content), copy.notePro(), copy.noteGeneral()));
        }
        return new Bulletin(
                post(file, issues),
                world.person(file.fact("approver")),
                file.optional("urgent_reason"),
                copies,
                contents);
    }

    private Post post(BulletinFile file, List<Issue> issues) {
        var code = file.fact("code");
        return new Post(
                code,
                Ids.of("topic", code),
                Kind.BULLETIN,
                file.fact("information_kind"),
                Script.tlp(file.fact("tlp")),
                Optional.of(Importance.valueOf(file.fact("importance"))),
                false,
                world.person(file.fact("author")),
                world.circle(file.fact("audience")),
                issues);
    }

    /** The first version has nothing to say about what changed. */
    private Copy copy(BulletinFile file, int version, int versions, String notePro, String noteGeneral) {
        var source = Source.valueOf(file.fact("source_category"));
        return new Copy(
                new Copy.Pro(moved(file.fact("title_pro")), moved(file.section("pro", version, versions))),
                general(file.fact("title_general"), moved(file.section("general", version, versions))),
                lines(file, version).map(row -> String.join("\t", row)).collect(Collectors.joining("\n")),
                source,
                source == Source.CENTRE ? Confidence.HIGH : Confidence.MEDIUM,
                version == 1 ? "" : notePro,
                version == 1 ? "" : noteGeneral);
    }

    private Copy.General general(String title, String text) {
        var parts = parts(text);
        var steps = ACTION.matcher(parts.getOrDefault("actions", ""))
                .results()
                .map(found -> new Copy.Step(found.group(1), found.group(2)))
                .toList();
        return new Copy.General(
                moved(title),
                parts.getOrDefault("sentence", ""),
                steps,
                parts.getOrDefault("concerns", ""),
                parts.getOrDefault("forward", ""));
    }

    private static Map<String, String> parts(String text) {
        var parts = new LinkedHashMap<String, String>();
        var headings = PART.matcher(text);
        var name = "";
        var begin = 0;
        while (headings.find()) {
            parts.put(name, text.substring(begin, headings.start()).strip());
            name = headings.group(1);
            begin = headings.end();
        }
        parts.put(name, text.substring(begin).strip());
        return parts;
    }

    /** Type, value, role and confidence of the indicators a version names, as an analyst would paste them. */
    private static Stream<List<String>> lines(BulletinFile file, int version) {
        return file.rows("indicators").stream()
                .filter(row -> Integer.parseInt(row.get(SINCE)) <= version)
                .map(row -> List.of(
                        TYPES.getOrDefault(row.getFirst(), row.getFirst()), row.get(1), row.get(2), row.get(3)));
    }

    private static List<Indicator> indicators(BulletinFile file, int version) {
        var indicators = new ArrayList<Indicator>();
        for (var row : file.rows("indicators")) {
            var since = Integer.parseInt(row.get(SINCE));
            if (since <= version) {
                var type = TYPES.getOrDefault(row.getFirst(), row.getFirst());
                IndicatorSheet.read(String.join("\t", type, row.get(1), row.get(2), row.get(3))).rows().stream()
                        .map(it -> new Indicator(it.type(), it.value(), it.role(), it.confidence(), since))
                        .forEach(indicators::add);
            }
        }
        return indicators;
    }

    private String moved(String text) {
        return world.calendar().moved(text);
    }
}
