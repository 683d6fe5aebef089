package noroshi.community;

import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Contact;
import noroshi.membership.Organisations;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Everybody finds whom they may turn to, and no more. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=acquainted") // who shares a community with whom counts
class FindingInTheDirectoryTests {
    @Autowired
    Directory directory;

    @Autowired
    Organisations organisations;

    @Autowired
    MockMvcTester mvc;

    @Test
    void peopleAreNamedToThoseWhoKnowThem() {
        assertThat(entry(POWER, MIKA).orElseThrow().people())
                .extracting(person -> person.name().login())
                .contains("noor");
        assertThat(entry(POWER, OTTO).orElseThrow().people()).isEmpty();
        assertThat(entry(POWER, OTTO).orElseThrow().window()).isPositive();
        assertThat(entry(POWER, DANA).orElseThrow().people()).isNotEmpty();
    }

    @Test
    void aTelephoneIsItsOrganisationsToShow() {
        shows(Contact.Shown.CENTRE);
        assertThat(phone(MIKA)).contains("03-5555-0100");
        assertThat(phone(DANA)).contains("03-5555-0100");
        assertThat(phone(NOOR)).isEmpty();
        assertThat(phone(OTTO)).isEmpty();

        shows(Contact.Shown.CIRCLES);
        assertThat(phone(NOOR)).contains("03-5555-0100");
        assertThat(phone(OTTO)).isEmpty();
        assertThat(found(new DirectoryFilter("", "", "", true), OTTO)).doesNotContain(RAILWAY);
        assertThat(found(new DirectoryFilter("", "", "", true), NOOR)).contains(RAILWAY);
        assertThat(mvc.get().uri("/directory?q=東都鉄道").with(as(OTTO)))
                .bodyText()
                .contains("東都鉄道")
                .doesNotContain("03-5555-0100");

        shows(Contact.Shown.ALL);
        assertThat(phone(OTTO)).contains("03-5555-0100");
        shows(Contact.Shown.CENTRE);
    }

    @Test
    void wordsFindOrganisationsAndPeopleOneKnows() {
        assertThat(found(new DirectoryFilter("Kaihin", "", "", false), OTTO)).containsExactly(POWER);
        assertThat(found(new DirectoryFilter("Noor", "", "", false), MIKA)).contains(POWER);
        assertThat(found(new DirectoryFilter("Noor", "", "", false), OTTO)).doesNotContain(POWER);
        assertThat(found(new DirectoryFilter("%", "", "", false), OTTO)).isEmpty();
        assertThat(mvc.get()
                        .uri("/directory?q=nothing-of-this-name&category=x&sector=y&always=true&page=9")
                        .with(as(OTTO)))
                .hasStatusOk();
    }

    private void shows(Contact.Shown shown) {
        organisations.rename(RAILWAY, "東都鉄道", "Toto Railway", new Contact("03-5555-0100", true, shown), RIN);
    }

    private Optional<String> phone(Actor actor) {
        return entry(RAILWAY, actor).flatMap(DirectoryEntry::phone);
    }

    private List<UUID> found(DirectoryFilter filter, Actor actor) {
        return directory.find(filter, Locale.JAPANESE, new Window(0, 100), actor).stream()
                .map(entry -> entry.organisation().id())
                .toList();
    }

    private Optional<DirectoryEntry> entry(UUID organisation, Actor actor) {
        return directory
                .find(new DirectoryFilter("", "", "", false), Locale.JAPANESE, new Window(0, 200), actor)
                .stream()
                .filter(entry -> entry.organisation().id().equals(organisation))
                .findFirst();
    }
}
