package noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What the pages of the project point to is there. */
class DocsTests {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#:\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern DECISION = Pattern.compile("ADR (\\d{4})");
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)\\b");

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Path page) throws IOException {
        assertThat(names(LINK, page))
                .allSatisfy(link -> assertThat(page.resolveSibling(link).normalize())
                        .as(link)
                        .exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyDecisionAndEveryTestThatIsNamedExists(Path page) throws IOException {
        var decisions = files(Path.of("docs/adr"))
                .map(file -> file.getFileName().toString())
                .filter(name -> name.matches("\\d{4}-.*"))
                .map(name -> name.substring(0, 4))
                .collect(Collectors.toSet());
        assertThat(decisions).containsAll(names(DECISION, page));
        var tests = files(Path.of("src/test/java"))
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
        assertThat(tests).containsAll(names(TEST, page));
    }

    /** An operator finds every setting in one table, by its name or, after its neighbour, by the end of its name. */
    @Test
    void everySettingStandsInTheOperatorsTable() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        var table = Files.readString(Path.of("docs/operations.md"));
        var settings = new TreeSet<String>();
        for (var found : scanner.findCandidateComponents("noroshi")) {
            var type = Class.forName(found.getBeanClassName());
            gather(type.getAnnotation(ConfigurationProperties.class).value(), type, settings);
        }
        assertThat(settings).hasSizeGreaterThan(30);
        assertThat(settings).allSatisfy(setting -> {
            var from = setting.indexOf('_', setting.indexOf('_') + 1);
            assertThat(from < 0 ? setting : "…" + setting.substring(from))
                    .as(setting)
                    .matches(end -> table.contains(setting) || table.contains("`" + end + "`"));
        });
    }

    private static void gather(String prefix, Class<?> type, Set<String> settings) {
        for (var component : type.getRecordComponents()) {
            var name = prefix + "." + component.getName();
            if (component.getType().isRecord()) {
                gather(name, component.getType(), settings);
            } else {
                settings.add(name.toUpperCase(Locale.ROOT).replace('.', '_'));
            }
        }
    }

    private static Set<String> names(Pattern pattern, Path page) throws IOException {
        return pattern.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> pages() throws IOException {
        return Stream.concat(
                        files(Path.of("docs")),
                        Stream.of("README", "CONTRIBUTING", "SECURITY", "CHANGELOG")
                                .map(name -> Path.of(name + ".md")))
                .filter(file -> file.toString().endsWith(".md"));
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
