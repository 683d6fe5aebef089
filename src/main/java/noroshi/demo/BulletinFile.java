package noroshi.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A bulletin as it is written down: its front matter, and its sections by their heading.
 *
 * @param facts the lines of the front matter
 * @param sections the text below each first-level heading
 */
record BulletinFile(Map<String, String> facts, Map<String, String> sections) {
    private static final String RULE = "---";
    private static final String FENCE = "```";
    private static final String HEADING = "# ";

    static List<BulletinFile> all() {
        try {
            return Arrays.stream(
                            new PathMatchingResourcePatternResolver().getResources("classpath:demo/bulletins/*.md"))
                    .sorted(Comparator.comparing(file -> Objects.requireNonNull(file.getFilename())))
                    .map(BulletinFile::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BulletinFile read(Resource file) {
        try {
            var lines = file.getContentAsString(StandardCharsets.UTF_8).lines().toList();
            var end = 1 + lines.subList(1, lines.size()).indexOf(RULE);
            return new BulletinFile(facts(lines.subList(1, end)), sections(lines.subList(end + 1, lines.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> facts(List<String> lines) {
        var facts = new LinkedHashMap<String, String>();
        for (var line : lines) {
            var parts = line.split(": ", 2);
            facts.put(parts[0], parts[1]);
        }
        return facts;
    }

    private static Map<String, String> sections(List<String> lines) {
        var sections = new LinkedHashMap<String, String>();
        var heading = "";
        var code = false;
        for (var line : lines) {
            code ^= line.startsWith(FENCE);
            if (!code && line.startsWith(HEADING)) {
                heading = line.substring(HEADING.length()).strip();
            } else {
                sections.merge(heading, line + "\n", String::concat);
            }
        }
        sections.replaceAll((name, text) -> text.strip());
        return sections;
    }

    String fact(String name) {
        return Objects.requireNonNull(facts.get(name), name);
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    String section(String name) {
        return Objects.requireNonNull(sections.get(name), name);
    }

    /** A level's text in a version: its own, or where that level did not change, the one of the next version. */
    String section(String level, int version, int versions) {
        for (int v = version; v < versions; v++) {
            var text = sections.get(level + " v" + v);
            if (text != null) {
                return text;
            }
        }
        return section(level);
    }

    /** The rows of a table below its header, cell by cell. */
    List<List<String>> rows(String name) {
        return section(name)
                .lines()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.split("\\|", -1)))
                .toList();
    }
}
