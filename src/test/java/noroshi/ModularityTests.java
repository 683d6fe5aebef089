package noroshi;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {
    private static final ApplicationModules MODULES = ApplicationModules.of(Noroshi.class);

    @Test
    void modulesKeepToTheirDependencies() {
        MODULES.verify();
    }

    @Test
    void theDiagramsAreDrawnFromTheCode() {
        new Documenter(MODULES).writeModulesAsPlantUml();
    }
}
