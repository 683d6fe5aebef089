package noroshi.membership;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import noroshi.shared.Role;
import noroshi.testing.OnItsWay;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** When the last who kept a window is gone, whoever is on duty knows at once. */
@WholeHouse
class EmptyingWindowsTests {
    @Autowired
    Organisations organisations;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Autowired
    People people;

    @Autowired
    OnItsWay onItsWay;

    @Autowired
    Environment environment;

    @Autowired
    MockMvcTester mvc;

    private final List<UUID> founded = new ArrayList<>();

    @AfterEach
    void takenPartEnough() {
        founded.forEach(id -> organisations.move(id, Organisation.Status.WITHDRAWN, "試験の終わり", ADA));
    }

    @Test
    void theDutyDeskIsToldWhicheverWayTheLastOneGoes() throws Exception {
        for (var act : List.<BiConsumer<UUID, UUID>>of(
                (person, seat) -> people.holdWindow(seat, false, ADA),
                (person, seat) -> people.endSeat(seat, ADA),
                (person, seat) -> people.stand(person, Person.Status.SUSPENDED, ADA),
                (person, seat) -> people.stand(person, Person.Status.WITHDRAWN, ADA))) {
            var organisation = organisation();
            var first = keeper(organisation);
            var last = keeper(organisation);
            act.accept(first.person(), first.id());
            onItsWay.untilTold();
            assertThat(told(organisation)).as("somebody keeps it still").isEmpty();
            act.accept(last.person(), last.id());
            onItsWay.untilTold();
            assertThat(told(organisation)).contains(DANA.person()).doesNotContain(OTTO.person(), ADA.person());
        }
    }

    @Test
    void whoeverDoesItIsWarnedAndItStandsOnTheDutyDesksFirstPage() throws Exception {
        var organisation = organisation();
        var only = keeper(organisation);
        var page = "/members/" + only.person();
        assertThat(mvc.get().uri(page).with(as(ADA))).bodyText().contains("窓口の担当者はこの人だけです");
        assertThat(mvc.post()
                        .uri(page + "/seats/" + only.id() + "/window")
                        .param("hold", "false")
                        .with(as(ADA)))
                .hasStatus(303);
        assertThat(mvc.get().uri("/").with(as(DANA))).bodyText().contains("/notices#empty-windows");
        assertThat(mvc.get().uri("/").with(as(OTTO))).bodyText().doesNotContain("/notices#empty-windows");
        assertThat(mvc.get().uri("/notices").with(as(DANA))).bodyText().contains(name(organisation));

        people.holdWindow(only.id(), true, ADA);
        assertThat(mvc.get().uri("/notices").with(as(DANA))).bodyText().doesNotContain(name(organisation));
    }

    /** A window that nobody has kept for long is no news: nobody is told, and nobody says so. */
    @Test
    void nobodySaysThatTheDutyDeskWasToldWhereItWasNot() {
        var organisation = organisation();
        var first = keeper(organisation);
        var other = keeper(organisation);
        assertThat(people.holdWindow(first.id(), false, ADA)).isFalse();
        assertThat(people.holdWindow(other.id(), false, ADA)).isTrue();
        assertThat(people.stand(first.person(), Person.Status.SUSPENDED, ADA)).isFalse();
        assertThat(people.endSeat(other.id(), ADA)).isFalse();
    }

    private String name(UUID organisation) {
        return members.organisation(organisation).name();
    }

    private UUID organisation() {
        var code = "e-" + UUID.randomUUID().toString().substring(0, 8);
        var id = organisations.found(
                new NewOrganisation(code, "空く会 " + code, "Emptying " + code, Organisation.Part.MEMBER, ""), ADA);
        founded.add(id);
        return id;
    }

    private Seat keeper(UUID organisation) {
        var login = "k-" + UUID.randomUUID();
        var secret = invitations.invite(
                new NewInvitation(organisation, "担当", login + "@member.example", Set.of(Role.MEMBER_USER)), ADA);
        var person = invitations.take(secret, new Newcomer(login, "担当", "", Locale.JAPANESE));
        var seat = people.seats(person).getFirst();
        people.holdWindow(seat.id(), true, ADA);
        return seat;
    }

    private List<UUID> told(UUID organisation) throws Exception {
        try (var owner = DriverManager.getConnection(
                        environment.getRequiredProperty("spring.flyway.url"),
                        environment.getRequiredProperty("spring.flyway.user"),
                        environment.getRequiredProperty("spring.flyway.password"));
                var query = owner.prepareStatement(
                        "select person from notification.item where what = 'WINDOW_EMPTIED' and subject = ?")) {
            query.setObject(1, organisation);
            var rows = query.executeQuery();
            var found = new ArrayList<UUID>();
            while (rows.next()) {
                found.add(rows.getObject(1, UUID.class));
            }
            return found;
        }
    }
}
