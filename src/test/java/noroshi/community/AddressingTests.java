package noroshi.community;

import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.STRANGERS;
import static noroshi.testing.Cast.office;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=acquainted") // who shares a community with whom counts
class AddressingTests {
    private static final Window PAGE = Window.page(1, 50);

    @Autowired
    Audiences audiences;

    @Test
    void theCentreAddressesEveryoneAndAnyCommunity() {
        assertThat(principals(ED, "everyone", "community:" + RAIL)).containsExactly(Addressee.Everyone.PRINCIPAL, RAIL);
        assertThatThrownBy(() -> principals(MIKA, "everyone")).hasMessage("audience.not-everyone");
    }

    @Test
    void aMemberAddressesTheirOwnCommunities() {
        assertThat(principals(MIKA, "community:" + RAIL, "community:" + LOBBY)).containsExactly(RAIL, LOBBY);
        assertThatThrownBy(() -> principals(OTTO, "community:" + RAIL)).hasMessage("audience.unknown");
        assertThatThrownBy(() -> principals(NOOR, "community:" + LOBBY)).hasMessage("audience.unknown");
        assertThatThrownBy(() -> principals(MIKA, "community:" + UUID.randomUUID()))
                .hasMessage("audience.unknown");
    }

    @Test
    void anOrganisationIsAddressedThroughItsWindow() {
        assertThat(principals(OTTO, "organisation:" + RAILWAY)).containsExactly(office("window", RAILWAY));
        var preview = audiences.preview(Set.of(office("window", RAILWAY)), PAGE, ED);
        assertThat(preview.people()).isEqualTo(2);
        assertThat(preview.reach()).singleElement().satisfies(reach -> {
            assertThat(reach.organisation().id()).isEqualTo(RAILWAY);
            assertThat(reach.names()).extracting(person -> person.id()).contains(MIKA.person(), RIN.person());
        });
    }

    @Test
    void onePersonIsAddressedByThoseWhoKnowThem() {
        assertThat(principals(MIKA, person(RIN), person(NOOR), person(SORA), person(DANA)))
                .containsExactly(RIN.person(), NOOR.person(), SORA.person(), DANA.person());
        assertThatThrownBy(() -> principals(OTTO, person(MIKA))).hasMessage("audience.unknown");
        assertThat(principals(ED, person(OTTO))).containsExactly(OTTO.person());
    }

    @Test
    void ofOfficesOnlyTheCentresAreAddressed() {
        var desk = office("duty_desk", CENTRE);
        assertThat(principals(OTTO, "office:" + desk)).containsExactly(desk);
        assertThatThrownBy(() -> principals(OTTO, "office:" + office("window", POWER)))
                .hasMessage("audience.unknown");
    }

    @Test
    void aPreviewCountsAllAndNamesThoseOneKnows() {
        var mikas = audiences.preview(Set.of(RAIL), PAGE, MIKA);
        assertThat(mikas.people()).isEqualTo(3);
        assertThat(mikas.organisations()).isEqualTo(3);
        assertThat(mikas.reach())
                .flatExtracting(AudiencePreview.Reach::names)
                .extracting(person -> person.id())
                .containsExactlyInAnyOrder(MIKA.person(), NOOR.person(), KEI.person());
        var ottos = audiences.preview(Set.of(office("window", RAILWAY), OTTO.person()), PAGE, OTTO);
        assertThat(ottos.people()).isEqualTo(3);
        assertThat(ottos.reach())
                .flatExtracting(AudiencePreview.Reach::names)
                .extracting(person -> person.id())
                .containsExactly(OTTO.person());
    }

    @Test
    void aPreviewIsReadPageByPage() {
        var everyone = Set.of(Addressee.Everyone.PRINCIPAL);
        var first = audiences.preview(everyone, Window.page(1, 4), ED);
        assertThat(first.people()).isGreaterThanOrEqualTo(15);
        assertThat(first.reach()).hasSize(4);
        assertThat(first.reach().getFirst().organisation().id()).isEqualTo(CENTRE);
        assertThat(first.more()).isTrue();
        assertThat(first.elsewhere()).isEqualTo(first.organisations() - 4);
    }

    @Test
    void aFormOffersWhatMayBeAddressedAndKeepsWhatWasChosen() {
        var picker = audiences.picker(List.of(person(NOOR), person(OTTO), "rubbish"), "海浜", MIKA);
        assertThat(picker.everyone()).isFalse();
        assertThat(picker.circles()).extracting(Addressee::principal).contains(RAIL, LOBBY, ALL);
        assertThat(picker.others()).extracting(Addressee::principal).containsExactly(NOOR.person());
        assertThat(picker.found()).extracting(Addressee::field).containsExactly("organisation:" + POWER);
        var strangers = audiences.picker(List.of(), "mika", OTTO);
        assertThat(strangers.circles()).extracting(Addressee::principal).doesNotContain(RAIL, LOBBY);
        assertThat(strangers.nothingFound()).isTrue();
    }

    @Test
    void whomSomethingWasAddressedToIsSaidInWords() {
        var principals = List.of(Addressee.Everyone.PRINCIPAL, RAIL, office("window", RAILWAY), MIKA.person());
        assertThat(audiences.names(principals, Locale.ENGLISH, MIKA))
                .contains("Everyone", "Rail", "Window of Toto Railway", "Mika (Toto Railway)");
        assertThat(audiences.names(List.of(RAIL), Locale.JAPANESE, OTTO)).isEmpty();
        assertThat(audiences.of(Set.of(office("window", STRANGERS)), MIKA).fields())
                .containsExactly("organisation:" + STRANGERS);
    }

    private Set<UUID> principals(Actor actor, String... fields) {
        return audiences.parse(List.of(fields), actor).principals();
    }

    private static String person(Actor actor) {
        return "person:" + actor.person();
    }
}
