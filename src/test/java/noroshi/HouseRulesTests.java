package noroshi;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.web.bind.annotation.RestController;

class HouseRulesTests {
    private static final Path JAVA = Path.of("src/main/java/noroshi");
    private static final Set<String> PLUMBING = Set.of("database", "demo", "bench");
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/gg/jte/"))
            .importPackages("noroshi");

    @Test
    void onlyStoresSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .resideOutsideOfPackages("noroshi.database..", "noroshi.demo..", "noroshi.bench..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(JdbcClient.class)
                .check(CODE);
    }

    @Test
    void storesAndControllersStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith(Repository.class)
                .or()
                .areAnnotatedWith(Controller.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .check(CODE);
    }

    @Test
    void controllersKnowNoStore() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .check(CODE);
    }

    @Test
    void nobodyIsAManagerOrAHelper() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Util|Utils|Impl|Base|Dto|Processor)")
                .check(CODE);
    }

    @Test
    void timeComesFromTheClock() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("noroshi.database..", "noroshi.cli..", "noroshi.bench..", "noroshi.demo..")
                .should(CallsNow.rather("the injected clock"))
                .check(CODE);
    }

    /** A store names its own schema, the words of the wall, and what lower modules publish. */
    @Test
    void storesKeepToTheirSchema() {
        var schemas = Pattern.compile(
                "\\b(?:from|join|into|update)\\s+(membership|community|topic|audit|asset|notice|bulletin|desk|sanitised|form|watch|knowledge|vendor|practice|intel|insight)\\.([a-z_]+)");
        var published = Map.of(
                "topic", Set.of("readable", "insight_views", "insight_readings"),
                "community", Set.of("published"));
        var strays = new TreeSet<String>();
        sources(".java").filter(file -> !PLUMBING.contains(module(file))).forEach(file -> {
            var names = schemas.matcher(read(file));
            while (names.find()) {
                var schema = names.group(1);
                var own = schema.equals(module(file)) || schema.equals("membership");
                if (!own
                        && !published.getOrDefault(schema, Set.of()).contains(names.group(2))
                        && !names.group(2).startsWith("published")
                        && !names.group(2).startsWith("insight_")) {
                    strays.add(JAVA.relativize(file) + " reads " + schema + "." + names.group(2));
                }
            }
        });
        assertThat(strays).isEmpty();
    }

    @Test
    void filesStaySmall() {
        var large = Stream.of(
                        tooLong(Path.of("src/main/java"), ".java", 300),
                        tooLong(Path.of("src/test/java"), ".java", 300),
                        tooLong(Path.of("src/main/jte"), ".jte", 150),
                        tooLong(Path.of("src/main/resources/static/css"), ".css", 300),
                        tooLong(Path.of("src/main/resources/static/js"), ".js", 100))
                .flatMap(List::stream)
                .toList();
        assertThat(large).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (var folders = Files.walk(JAVA)) {
            assertThat(folders.filter(Files::isDirectory).filter(HouseRulesTests::holdsCode))
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    @Test
    void nothingIsLeftForLater() {
        var later = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@SuppressWarnings\\(\"all\"\\)");
        assertThat(sources(".java").filter(file -> later.matcher(read(file)).find()))
                .isEmpty();
    }

    private static List<String> tooLong(Path root, String ending, int most) {
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> read(file).lines().count() > most)
                    .map(Path::toString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sources(String ending) {
        try (var files = Files.walk(JAVA)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean holdsCode(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(Path file) {
        return JAVA.relativize(file).getName(0).toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
