package noroshi.membership;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.CENTRE;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.SPORTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.signin.Device;
import noroshi.membership.signin.Factor;
import noroshi.membership.signin.Sessions;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=membership") // ends sessions: a house of its own
class ComingAndGoingTests {
    private static final Window ALL = new Window(0, 200);

    @Autowired
    Organisations organisations;

    @Autowired
    Applications applications;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    Members members;

    @Autowired
    Sessions sessions;

    private NewInvitation into(UUID organisation, Role... roles) {
        return new NewInvitation(organisation, "新人", UUID.randomUUID() + "@new.example", Set.of(roles));
    }

    private static Newcomer newcomer() {
        return new Newcomer("n" + UUID.randomUUID().toString().substring(0, 8), "新人", "", Locale.JAPANESE);
    }

    @Test
    void anInvitationMakesAMemberOnce() {
        var link = invitations.invite(into(RAILWAY, Role.MEMBER_USER), RIN);
        assertThat(invitations.behind(link)).isPresent();
        var person = invitations.take(link, newcomer());
        assertThat(members.seats(person)).singleElement().satisfies(seat -> {
            assertThat(seat.organisation().id()).isEqualTo(RAILWAY);
            assertThat(seat.roles()).containsExactly(Role.MEMBER_USER);
        });
        assertThat(invitations.behind(link)).isEmpty();
        assertThatThrownBy(() -> invitations.take(link, newcomer())).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyInvitesAboveTheirOwnRightsOrElsewhere() {
        assertThatThrownBy(() -> invitations.invite(into(RAILWAY, Role.ADMINISTRATOR), RIN))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> invitations.invite(into(RAILWAY, Role.MEMBER_USER), MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> invitations.invite(into(RAILWAY, Role.MEMBER_USER), OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.invite(into(RAILWAY, Role.EDITOR), ADA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> invitations.invite(into(RAILWAY), RIN)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void aRevokedInvitationOpensNothing() {
        var link = invitations.invite(into(RAILWAY, Role.MEMBER_USER), RIN);
        var id = invitations.behind(link).orElseThrow().id();
        assertThatThrownBy(() -> invitations.revoke(id, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> invitations.revoke(id, MIKA)).isInstanceOf(NotAllowed.class);
        invitations.revoke(id, RIN);
        assertThat(invitations.behind(link)).isEmpty();
    }

    @Test
    void aTakenLoginKeepsTheInvitationOpen() {
        var link = invitations.invite(into(RAILWAY, Role.MEMBER_USER), RIN);
        assertThatThrownBy(() -> invitations.take(link, new Newcomer("MIKA", "偽", "", Locale.JAPANESE)))
                .isInstanceOf(RuleBroken.class);
        assertThat(invitations.behind(link)).isPresent();
    }

    @Test
    void somebodyWhoIsHereTakesAFurtherSeat() {
        var link = invitations.invite(into(CENTRE, Role.RECORDER), ADA);
        invitations.take(link, NOOR);
        assertThat(members.seats(NOOR.person())).hasSize(2);
        var seat = members.seats(NOOR.person()).getLast();
        assertThat(people.mayActOn(NOOR.person(), RIN)).isFalse();
        people.endSeat(seat.id(), ADA);
        assertThat(members.seats(NOOR.person())).hasSize(1);
    }

    @Test
    void anApplicationIsVettedAndThenBecomesAnOrganisation() {
        var name = "申込 " + UUID.randomUUID();
        applications.apply(new NewApplication(name, name, "", "担当", "a@b.example", "", "参加したい"));
        var application = waiting(name);
        assertThatThrownBy(() -> applications.accept(application.id(), DANA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> applications.waiting(OTTO)).isInstanceOf(NotAllowed.class);
        var link = applications.accept(application.id(), ADA);
        assertThatThrownBy(() -> applications.accept(application.id(), ADA)).isInstanceOf(NotFound.class);
        var person = invitations.take(link, newcomer());
        var seat = members.seats(person).getFirst();
        assertThat(seat.roles()).contains(Role.ORG_ADMIN);
        assertThat(members.within(members.windowOf(seat.organisation().id())))
                .extracting(Belonging::person)
                .containsExactly(person);
    }

    @Test
    void aDeclinedApplicationIsGone() {
        var name = "申込 " + UUID.randomUUID();
        applications.apply(new NewApplication(name, name, "", "担当", "a@b.example", "", "参加したい"));
        var application = waiting(name);
        applications.decline(application.id(), "確かめられない", ADA);
        assertThat(members.organisation(application.organisation().id()).status())
                .isEqualTo(Organisation.Status.WITHDRAWN);
        assertThatThrownBy(() -> applications.decline(application.id(), "再び", ADA))
                .isInstanceOf(NotFound.class);
    }

    private Application waiting(String name) {
        return applications.waiting(ADA).stream()
                .filter(each -> each.organisation().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInvitedOrganisationBecomesActiveWithItsFirstPerson() {
        var code = "o-" + UUID.randomUUID().toString().substring(0, 8);
        var organisation = new NewOrganisation(code, "新組織", "New", Organisation.Part.MEMBER, "");
        assertThatThrownBy(() -> organisations.found(organisation, RIN)).isInstanceOf(NotAllowed.class);
        var id = organisations.found(organisation, ADA);
        assertThatThrownBy(() -> organisations.found(organisation, ADA)).isInstanceOf(RuleBroken.class);
        var link = invitations.invite(into(id, Role.ORG_ADMIN), ADA);
        invitations.take(link, newcomer());
        assertThat(members.organisation(id).status()).isEqualTo(Organisation.Status.ACTIVE);
        organisations.move(id, Organisation.Status.WITHDRAWN, "解散", ADA);
        organisations.move(id, Organisation.Status.WITHDRAWN, "解散", ADA);
        assertThatThrownBy(() -> organisations.move(id, Organisation.Status.ACTIVE, "", ADA))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void aSuspendedPersonIsOutAtOnceAndTheirSessionsStayEnded() {
        var person = invitations.take(invitations.invite(into(RAILWAY, Role.MEMBER_USER), RIN), newcomer());
        var token = sessions.open(person, Set.of(Factor.PASSKEY), new Device("192.0.2.1", ""));
        assertThatThrownBy(() -> people.stand(person, Person.Status.SUSPENDED, OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.stand(person, Person.Status.SUSPENDED, MIKA))
                .isInstanceOf(NotAllowed.class);
        people.stand(person, Person.Status.SUSPENDED, RIN);
        assertThat(sessions.resume(token)).isEmpty();
        people.stand(person, Person.Status.ACTIVE, RIN);
        assertThat(sessions.resume(token)).isEmpty();
        assertThat(members.seats(person)).hasSize(1);
        people.stand(person, Person.Status.WITHDRAWN, RIN);
        assertThat(members.seats(person)).isEmpty();
    }

    @Test
    void anOrganisationsAdministratorDoesNotReachTheCentresPeople() {
        assertThatThrownBy(() -> people.stand(ADA.person(), Person.Status.SUSPENDED, RIN))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.stand(SORA.person(), Person.Status.SUSPENDED, RIN))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.stand(RIN.person(), Person.Status.SUSPENDED, RIN))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void rolesChangeOnlyWithinReach() {
        var person = invitations.take(invitations.invite(into(RAILWAY, Role.MEMBER_USER), RIN), newcomer());
        var seat = members.seats(person).getFirst().id();
        people.changeRoles(seat, Set.of(Role.MEMBER_USER, Role.MEMBER_POC), RIN);
        assertThat(members.seats(person).getFirst().roles()).contains(Role.MEMBER_POC);
        assertThatThrownBy(() -> people.changeRoles(seat, Set.of(Role.ADMINISTRATOR), RIN))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> people.changeRoles(seat, Set.of(Role.MEMBER_USER), OTTO))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theWindowIsGivenAndTakenBack() {
        var seat = members.seats(MIKA.person()).getFirst().id();
        people.holdWindow(seat, false, RIN);
        assertThat(members.within(members.windowOf(RAILWAY)))
                .extracting(Belonging::person)
                .doesNotContain(MIKA.person());
        people.holdWindow(seat, true, RIN);
        people.holdWindow(seat, true, RIN);
        assertThat(members.within(members.windowOf(RAILWAY)))
                .extracting(Belonging::person)
                .containsOnlyOnce(MIKA.person());
    }

    @Test
    void whoTakesPartIsSeenOnlyByWhoShouldSee() {
        var everything = new OrganisationFilter("", "", Optional.empty());
        assertThat(organisations.list(everything, Locale.JAPANESE, ALL, ADA)).hasSizeGreaterThan(10);
        assertThatThrownBy(() -> organisations.list(everything, Locale.JAPANESE, ALL, MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> organisations.show(SPORTS, MIKA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> people.of(RAILWAY, "", ALL, OTTO)).isInstanceOf(NotFound.class);
        assertThat(people.of(RAILWAY, "mik", ALL, RIN)).hasSize(1);
        assertThatCode(() -> people.show(RIN.person(), MIKA)).doesNotThrowAnyException();
        assertThatCode(() -> people.show(MIKA.person(), DANA)).doesNotThrowAnyException();
        assertThatThrownBy(() -> people.show(MIKA.person(), OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatAnOrganisationIsHasDates() {
        assertThatThrownBy(() -> organisations.be(SPORTS, Map.of(Trait.CATEGORY, Set.of("NO_SUCH_CATEGORY")), ADA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> organisations.be(SPORTS, Map.of(), SORA)).isInstanceOf(NotAllowed.class);
        assertThat(organisations.entitlements(SPORTS)).isEmpty();
        assertThat(organisations.references(Trait.CATEGORY)).isEqualTo(List.of());
    }
}
