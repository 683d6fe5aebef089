package noroshi.community;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.JUN;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.MINA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.PAUL;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=acquainted") // who shares a community with whom counts
class AdmittingTests {
    private static final Profile PROFILE = new Profile(
            new Wording("山の会", "Hill"), new Wording("", ""), new Wording("", ""), new Wording("参加者", "members"), 2);

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    @Autowired
    Roll roll;

    @Test
    void whoeverTakesPartJoinsAnOpenCommunityAndLeavesIt() {
        var id = found("hill", Community.Kind.OPEN);
        admissions.join(id, SORA);
        admissions.join(id, SORA);
        assertThat(communities.show(id, SORA)).matches(row -> row.place() == Place.MEMBER && row.people() == 2);
        admissions.leave(id, SORA);
        admissions.leave(id, SORA);
        assertThat(communities.show(id, SORA).place()).isEqualTo(Place.OUTSIDE);
    }

    @Test
    void anInvitedCommunityIsNotJoined() {
        var id = found("peak", Community.Kind.INVITED);
        assertThatThrownBy(() -> admissions.join(id, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> admissions.join(id, ADA)).hasMessage("community.not-open");
    }

    @Test
    void theLastLeadStays() {
        var id = found("ridge", Community.Kind.INVITED);
        assertThatThrownBy(() -> admissions.leave(id, NOOR)).hasMessage("community.last-lead");
        assertThatThrownBy(() -> admissions.lead(id, NOOR.person(), false, NOOR))
                .hasMessage("community.last-lead");
        admissions.invite(id, "mina", ADA);
        admissions.lead(id, MINA.person(), true, NOOR);
        admissions.leave(id, NOOR);
        assertThat(roll.leads(id, MINA)).extracting(lead -> lead.person().id()).containsExactly(MINA.person());
        assertThatThrownBy(() -> communities.show(id, NOOR)).isInstanceOf(NotFound.class);
    }

    @Test
    void aRequestIsDecidedByALead() {
        var id = found("cliff", Community.Kind.INVITED);
        admissions.ask(" CLIFF ", "監視の相談をしたい", JUN);
        admissions.ask("cliff", "もう一度", JUN);
        assertThat(roll.requests(id, NOOR))
                .singleElement()
                .matches(request -> request.person().id().equals(JUN.person())
                        && request.reason().equals("監視の相談をしたい"));
        assertThat(admissions.waiting(NOOR)).isPositive();
        assertThat(admissions.waiting(JUN)).isZero();
        assertThatThrownBy(() -> admissions.admit(id, JUN.person(), ADA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> admissions.admit(id, JUN.person(), JUN)).isInstanceOf(NotFound.class);
        admissions.admit(id, JUN.person(), NOOR);
        assertThat(communities.show(id, JUN).place()).isEqualTo(Place.MEMBER);
        assertThatThrownBy(() -> admissions.admit(id, JUN.person(), NOOR)).hasMessage("community.request-decided");
    }

    @Test
    void whoWasDeclinedMayAskAgain() {
        var id = found("gorge", Community.Kind.INVITED);
        admissions.ask("gorge", "入りたい", PAUL);
        admissions.decline(id, PAUL.person(), NOOR);
        assertThatThrownBy(() -> communities.show(id, PAUL)).isInstanceOf(NotFound.class);
        admissions.ask("gorge", "事情が変わりました", PAUL);
        assertThat(roll.requests(id, NOOR)).hasSize(1);
    }

    @Test
    void askingTellsNothing() {
        assertThatCode(() -> admissions.ask("rail", "入りたい", OTTO)).doesNotThrowAnyException();
        assertThatCode(() -> admissions.ask("no-such-room", "入りたい", OTTO)).doesNotThrowAnyException();
        assertThatThrownBy(() -> admissions.ask("rail", "  ", OTTO)).hasMessage("community.reason-missing");
        assertThatThrownBy(() -> roll.requests(RAIL, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> roll.requests(RAIL, MIKA)).isInstanceOf(NotAllowed.class);
        assertThat(roll.requests(RAIL, KEI))
                .extracting(request -> request.person().id())
                .contains(OTTO.person());
    }

    @Test
    void onlyALeadInvitesAndAnAdministratorNeverThemselves() {
        var id = found("moor", Community.Kind.INVITED);
        admissions.invite(id, "mika", NOOR);
        admissions.invite(id, "vera", ADA);
        assertThatThrownBy(() -> admissions.invite(id, "vera", NOOR)).hasMessage("community.already-inside");
        assertThatThrownBy(() -> admissions.invite(id, "nobody-here", ADA)).hasMessage("community.nobody-known");
        assertThatThrownBy(() -> admissions.invite(id, "paul", VERA)).isInstanceOf(NotAllowed.class);
        admissions.invite(id, "paul", ADA);
        assertThatThrownBy(() -> admissions.invite(id, "ada", ADA)).isInstanceOf(NotAllowed.class);
        admissions.remove(id, PAUL.person(), NOOR);
        assertThatThrownBy(() -> communities.show(id, PAUL)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> admissions.remove(id, PAUL.person(), NOOR)).isInstanceOf(NotFound.class);
    }

    @Test
    void aLeadCannotTryLogins() {
        var id = found("fen", Community.Kind.INVITED);
        for (var login : new String[] {"otto", "no-such-login", "svc-0000"}) {
            assertThatThrownBy(() -> admissions.invite(id, login, NOOR))
                    .hasMessage("community.nobody-known")
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            rule -> assertThat(rule.arguments()).containsExactly("fen"));
        }
        admissions.ask("fen", "入りたい", OTTO);
        admissions.admit(id, OTTO.person(), NOOR);
        assertThat(communities.show(id, OTTO).place()).isEqualTo(Place.MEMBER);
        admissions.remove(id, OTTO.person(), NOOR);
    }

    @Test
    void membersAreListedForMembersByOrganisation() {
        var page = Window.page(1, 40);
        assertThat(roll.members(RAIL, page, MIKA))
                .flatExtracting(Delegation::members)
                .extracting(member -> member.person().id())
                .contains(MIKA.person(), NOOR.person(), KEI.person());
        assertThatThrownBy(() -> roll.members(RAIL, page, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> roll.members(RAIL, page, ADA)).isInstanceOf(NotFound.class);
    }

    @Test
    void theCommunityOfAllMakesNobodyKnown() {
        var all = roll.members(ALL, Window.page(1, 40), OTTO);
        assertThat(all).hasSizeGreaterThan(5);
        assertThat(all)
                .flatExtracting(Delegation::members)
                .extracting(member -> member.person().id())
                .contains(OTTO.person())
                .doesNotContain(MIKA.person(), NOOR.person());
        assertThatThrownBy(() -> admissions.leave(ALL, OTTO)).hasMessage("community.everyone-taking-part");
    }

    private UUID found(String code, Community.Kind kind) {
        return communities.found(new NewCommunity(code, kind, PROFILE, NOOR.person()), ADA);
    }
}
