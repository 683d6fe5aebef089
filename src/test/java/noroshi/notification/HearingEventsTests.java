package noroshi.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import noroshi.shared.DomainEvent;
import org.junit.jupiter.api.Test;

/** Of everything that happens it is decided whether somebody is told. */
class HearingEventsTests {
    /** Told by another event of the same act, or concerning nobody but who acted, or to be kept from those it concerns. */
    private static final Set<String> SILENT = Set.of(
            "AdmissionDeclined",
            "BundleImported",
            "CommunityClosed",
            "CommunityEdited",
            "CommunityFounded",
            "MatterAnswered",
            "MatterLate",
            "OrganisationMoved",
            "PersonLeft",
            "PersonSeated",
            "ReportSent",
            "SeatEnded",
            "SeatLeft",
            "SeatPassedOn");

    @Test
    void everyEventIsToldOrKnownToBeSilent() throws IOException {
        var hearing = Files.readString(Path.of("src/main/java/noroshi/notification/HearEvents.java"));
        var undecided = new TreeSet<String>();
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("noroshi").stream()
                        .filter(each -> each.isAssignableTo(DomainEvent.class) && !each.isInterface())
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !SILENT.contains(name) && !hearing.contains("case " + name + " it"))
                        .forEach(undecided::add);
        assertThat(undecided).isEmpty();
    }
}
