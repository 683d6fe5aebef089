package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the content security policy would refuse, and what would blur the style, does not get in. */
class TemplateLintTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern INLINE = Pattern.compile(
            "(?i)\\sstyle\\s*=|\\son[a-z]+\\s*=|<style|<script(?![^>]*\\ssrc=)|hx-on|javascript:|[\"']js:");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}\\b|\\b(?:rgb|hsl|oklch)a?\\(");
    private static final Pattern DEFINED = Pattern.compile("(--[\\w-]+)\\s*:");
    private static final Pattern USED = Pattern.compile("var\\((--[\\w-]+)");
    private static final Pattern EMPTY = Pattern.compile("@template\\.ui\\.empty\\(");
    private static final Pattern JAPANESE = Pattern.compile("[ぁ-んァ-ヶ一-龠、。：（）「」]");

    @Test
    void nothingIsInline() throws IOException {
        assertThat(hits(TEMPLATES, ".jte", INLINE)).isEmpty();
        assertThat(hits(STATIC, ".svg", INLINE)).isEmpty();
        assertThat(hits(STATIC, ".html", INLINE)).isEmpty();
    }

    @Test
    void noTextStandsInTemplates() throws IOException {
        assertThat(hits(TEMPLATES, ".jte", JAPANESE)).isEmpty();
    }

    @Test
    void coloursStandInOnePlace() throws IOException {
        assertThat(hits(STATIC.resolve("css"), ".css", COLOUR))
                .allSatisfy(hit -> assertThat(hit).startsWith("src/main/resources/static/css/tokens.css"));
    }

    @Test
    void stylesStandInLayersAndImportNothing() throws IOException {
        for (var file : files(STATIC.resolve("css"), ".css")) {
            assertThat(Files.readString(file))
                    .as("%s", file)
                    .contains("@layer")
                    .doesNotContain("@import", "!important");
        }
    }

    @Test
    void onlyPropertiesThatExistAreUsed() throws IOException {
        var defined = new TreeSet<String>();
        var used = new TreeSet<String>();
        try (Stream<Path> styles = Files.walk(STATIC)) {
            for (var file :
                    styles.filter(each -> each.toString().endsWith(".css")).toList()) {
                var text = Files.readString(file);
                DEFINED.matcher(text).results().forEach(found -> defined.add(found.group(1)));
                USED.matcher(text).results().forEach(found -> used.add(found.group(1)));
            }
        }
        assertThat(defined).isNotEmpty().containsAll(used);
    }

    @Test
    void filesStaySmall() throws IOException {
        for (var file : files(TEMPLATES, ".jte")) {
            assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(150);
        }
        for (var file : files(STATIC.resolve("css"), ".css")) {
            assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(300);
        }
        for (var file : files(STATIC.resolve("js"), ".js")) {
            assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(100);
        }
    }

    /** An empty list says so in a sentence, and offers what to do next; parts of a page stand beside what to do. */
    @Test
    void emptyListsOfferAnAct() throws IOException {
        var without = new TreeSet<String>();
        for (var file : files(TEMPLATES, ".jte")) {
            if (file.startsWith(TEMPLATES.resolve("ui")) || file.toString().contains("/parts/")) {
                continue;
            }
            var text = Files.readString(file);
            EMPTY.matcher(text).results().forEach(found -> {
                var call = call(text, found.end());
                if (!call.contains("words = ") || !call.contains("action = ") || call.endsWith(": null")) {
                    without.add(file + " " + call);
                }
            });
        }
        assertThat(without).isEmpty();
    }

    /** What stands between a bracket that is open and the one that closes it. */
    private static String call(String text, int from) {
        var depth = 1;
        var at = from;
        while (depth > 0) {
            var letter = text.charAt(at++);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        }
        return text.substring(from, at - 1);
    }

    private static TreeSet<String> hits(Path folder, String ending, Pattern pattern) throws IOException {
        var hits = new TreeSet<String>();
        for (var file : files(folder, ending)) {
            var lines = Files.readAllLines(file);
            for (int line = 0; line < lines.size(); line++) {
                if (pattern.matcher(lines.get(line)).find()) {
                    hits.add(file + ":" + (line + 1) + " " + lines.get(line).strip());
                }
            }
        }
        return hits;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !file.startsWith(STATIC.resolve("vendor")))
                    .toList();
        }
    }
}
