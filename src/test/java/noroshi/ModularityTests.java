package noroshi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Noroshi.class);

    @Test
    void modulesKeepToTheirDependencies() {
        MODULES.verify();
    }

    /** A package-info of the tests hides the real one, and with it what the module allows. */
    @Test
    void noTestHidesWhatAModuleSays() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.filter(file -> file.endsWith("package-info.java"))
                            .map(Path.of("src/test/java")::relativize))
                    .allSatisfy(file ->
                            assertThat(Path.of("src/main/java").resolve(file)).doesNotExist());
        }
        assertThat(MODULES.getModuleByName("site").orElseThrow().isOpen()).isTrue();
    }

    /** The same once more, from the sources. */
    @Test
    void theDependenciesAreThoseThatTheSourcesAllow() {
        MODULES.forEach(module -> {
            var used = module.getDirectDependencies(MODULES).stream()
                    .map(dependency ->
                            dependency.getTargetModule().getIdentifier().toString())
                    .collect(Collectors.toSet());
            assertThat(allowed(module.getIdentifier().toString()))
                    .as(module.getIdentifier().toString())
                    .containsAll(used);
        });
    }

    private static Set<String> allowed(String module) {
        try {
            var source = Files.readString(Path.of("src/main/java/noroshi", module, "package-info.java"));
            var list = Pattern.compile("allowedDependencies = (\\{[^}]*}|\"[^\"]*\")")
                    .matcher(source)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.joining());
            return Pattern.compile("\"(\\w+)")
                    .matcher(list)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theDiagramsAreDrawnFromTheCode() {
        new Documenter(MODULES).writeModulesAsPlantUml();
    }
}
