package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.testing.WholeHouse;
import noroshi.topic.Colleagues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whoever holds a window lets colleagues read what it received; when the window goes, they go, and nobody else. */
@WholeHouse
@TestPropertySource(
        properties = "noroshi.test=KeepingToOnesSideTests") // people come: the house of those who change seats
@Import(Matters.class)
class BringingInColleaguesTests {
    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    Colleagues colleagues;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    private Actor newcomer(UUID organisation) {
        var person = UUID.randomUUID();
        matters.owner(
                "insert into membership.person (id, login, name, name_en, email) values ('%s', 'n%s', '新人', 'New', 'n@x.example')"
                        .formatted(person, person.toString().substring(0, 8)));
        matters.owner(
                "insert into membership.seat (person, organisation, roles, since) values ('%s', '%s', '{MEMBER_USER}', '2020-01-01')"
                        .formatted(person, organisation));
        return new Actor(person, organisation, Set.of(Role.MEMBER_USER), "web");
    }

    private void reads(Matter matter, Actor... actors) {
        for (var actor : actors) {
            assertThat(desk.parts(desk.show(matter.reference(), actor), actor))
                    .as(actor.toString())
                    .containsKey(Side.TECHNICAL);
        }
    }

    private void readsNothing(Matter matter, Actor... actors) {
        for (var actor : actors) {
            assertThatThrownBy(() -> desk.show(matter.reference(), actor))
                    .as(actor.toString())
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void whoeverWasBroughtInGoesWithTheirOwnWindowAndWithNoOther() {
        var matter = matters.reported("同僚も読む", Optional.of(matters.system(AGENCY, POLICE)), false, MIKA);
        var analyst = newcomer(AGENCY);
        var officer = newcomer(POLICE);
        readsNothing(matter, analyst, officer);
        colleagues.bringIn(matter.topic(), analyst.person(), JUN);
        colleagues.bringIn(matter.topic(), officer.person(), PAUL);
        reads(matter, analyst, officer, JUN, PAUL);

        sharing.stop(matter, AGENCY, MIKA);
        readsNothing(matter, analyst, JUN);
        reads(matter, officer, PAUL, MINA, MIKA, RIN, DANA);

        sharing.share(matter, AGENCY, new Wanted("やはり", false, true), MIKA);
        reads(matter, JUN, officer);
        readsNothing(matter, analyst);
    }

    @Test
    void onlyTheWindowBringsInItsOwnPeople() {
        var matter = matters.reported("窓口だけが", Optional.of(matters.system(AGENCY)), false, MIKA);
        var analyst = newcomer(AGENCY);
        assertThat(colleagues.absent(matter.topic(), JUN)).contains(analyst.person());
        for (var other : new Actor[] {MIKA, MINA, DANA, OTTO, analyst}) {
            assertThat(colleagues.absent(matter.topic(), other))
                    .as(other.toString())
                    .doesNotContain(analyst.person());
        }
        assertThatThrownBy(() -> colleagues.bringIn(matter.topic(), analyst.person(), MINA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> colleagues.bringIn(matter.topic(), analyst.person(), OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(
                        () -> colleagues.takeOut(matter.topic(), noroshi.testing.Cast.office("window", AGENCY), MINA))
                .isInstanceOf(NotAllowed.class);
        reads(matter, JUN);
    }

    @Test
    void nobodyIsBroughtInWhereTheOrganisationIsHidden() {
        var matter = matters.reported("名を伏せた案件", Optional.of(matters.system(AGENCY)), true, MIKA);
        newcomer(AGENCY);
        assertThat(colleagues.absent(matter.topic(), JUN)).isEmpty();
    }

    @Test
    void thePageOffersIt() {
        var matter = matters.reported("画面から呼ぶ", Optional.of(matters.system(AGENCY)), false, MIKA);
        var analyst = newcomer(AGENCY);
        var path = "/topics/" + matter.topic() + "/colleagues";
        assertThat(mvc.get().uri(matter.path()).with(as(JUN)))
                .hasStatusOk()
                .bodyText()
                .contains("同僚にも見せる", "action=\"" + path + "\"", analyst.person().toString());
        assertThat(mvc.get().uri(matter.path()).with(as(MINA))).bodyText().doesNotContain("同僚にも見せる");
        assertThat(mvc.post()
                        .uri(path)
                        .param("person", analyst.person().toString())
                        .with(as(JUN)))
                .hasStatus(303)
                .hasHeader("Location", matter.path());
        reads(matter, analyst);
        assertThat(mvc.get().uri(matter.path()).with(as(JUN)))
                .bodyText()
                .doesNotContain("value=\"" + analyst.person() + "\"");
    }
}
