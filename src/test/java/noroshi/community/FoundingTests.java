package noroshi.community;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Seen;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WholeHouse
class FoundingTests {
    private static final Profile PROFILE = new Profile(
            new Wording("海の会", "Sea"), new Wording("約束", ""), new Wording("目標", ""), new Wording("参加者", "members"), 3);

    @Autowired
    Communities communities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anAdministratorFoundsACommunityAndItsLeadIsIn() {
        var id = found("sea", Community.Kind.INVITED);
        assertThat(communities.show(id, NOOR).place()).isEqualTo(Place.LEAD);
        assertThat(communities.show(id, NOOR).community().profile()).isEqualTo(PROFILE);
        assertThat(communities.mine(NOOR)).extracting(MyCommunity::id).contains(id);
        assertThat(entries(id)).isEqualTo(1);
    }

    @Test
    void nobodyElseFounds() {
        var wanted = new NewCommunity("mine", Community.Kind.OPEN, PROFILE, MIKA.person());
        assertThatThrownBy(() -> communities.found(wanted, KEI)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> communities.found(wanted, DANA)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aCodeStandsForOneCommunity() {
        found("twice", Community.Kind.OPEN);
        assertThatThrownBy(() -> found("twice", Community.Kind.OPEN)).hasMessage("community.code-taken");
    }

    @Test
    void whoeverTakesPartSitsAtOnceInTheCommunityOfEverybody() {
        var wanted = new NewCommunity("every", Community.Kind.INVITED, PROFILE, NOOR.person(), true);
        assertThatThrownBy(() -> communities.found(wanted, ADA)).hasMessage("community.everyone-founded");
        assertThatThrownBy(() -> communities.found(wanted, KEI)).isInstanceOf(NotAllowed.class);
        Acting.as(
                ADA,
                () -> transaction.executeWithoutResult(tried -> {
                    jdbc.sql("update community.community set everyone_taking_part = false where id = :id")
                            .param("id", ALL)
                            .update();
                    assertThat(communities.ofEverybody(ADA)).isEmpty();
                    var id = communities.found(wanted, ADA);
                    assertThat(communities.ofEverybody(ADA)).contains(id);
                    assertThat(communities.show(id, ADA).community().kind()).isEqualTo(Community.Kind.OPEN);
                    assertThat(jdbc.sql("""
                            select person || ' ' || role from membership.belonging where principal = :id and until is null
                            """).param("id", id).query(String.class).list())
                            .contains(
                                    NOOR.person() + " lead",
                                    OTTO.person() + " member",
                                    MIKA.person() + " member",
                                    DANA.person() + " member");
                    tried.setRollbackOnly();
                }));
        assertThat(communities.ofEverybody(ADA)).contains(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "a", "-ab", "ab c", "ab/../c", "äb"})
    void aCodeIsPlain(String code) {
        assertThatThrownBy(() -> new NewCommunity(code, Community.Kind.OPEN, PROFILE, UUID.randomUUID()))
                .isInstanceOf(RuleBroken.class);
    }

    @Test
    void anInvitedCommunityIsNotThereForAStranger() {
        assertThatThrownBy(() -> communities.show(RAIL, OTTO)).isInstanceOf(NotFound.class);
        assertThat(communities.list(OTTO))
                .extracting(row -> row.community().id())
                .contains(ALL)
                .doesNotContain(RAIL);
        assertThat(communities.byCode("rail", OTTO)).isEmpty();
        assertThat(communities.list(MIKA))
                .extracting(row -> row.community().id())
                .contains(RAIL);
        assertThat(communities.list(DANA))
                .extracting(row -> row.community().id())
                .contains(RAIL);
    }

    @Test
    void theWallHidesItFromEveryStatement() {
        assertThat(visible(OTTO, RAIL)).isFalse();
        assertThat(visible(MIKA, RAIL)).isTrue();
        assertThat(transaction.<Integer>execute(_ -> jdbc.sql("select count(*) from community.community")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void itsLeadDescribesItAnew() {
        var id = found("lake", Community.Kind.OPEN);
        var other = new Profile(PROFILE.name(), new Wording("新しい約束", "new"), PROFILE.goal(), PROFILE.meaning(), 5);
        assertThatThrownBy(() -> communities.edit(id, other, Seen.UNSAID, MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> communities.edit(RAIL, other, Seen.UNSAID, OTTO))
                .isInstanceOf(NotFound.class);
        communities.edit(id, other, Seen.UNSAID, NOOR);
        communities.edit(id, other, Seen.UNSAID, NOOR);
        assertThat(communities.show(id, MIKA).community().profile()).isEqualTo(other);
        assertThat(entries(id)).isEqualTo(2);
    }

    @Test
    void aClosedCommunityStaysForItsMembersOnly() {
        var id = found("pond", Community.Kind.OPEN);
        assertThatThrownBy(() -> communities.close(id, MIKA)).isInstanceOf(NotAllowed.class);
        communities.close(id, NOOR);
        communities.close(id, NOOR);
        assertThat(communities.show(id, NOOR).community().closed()).isTrue();
        assertThat(communities.mine(NOOR)).extracting(MyCommunity::id).doesNotContain(id);
        assertThatThrownBy(() -> communities.show(id, MIKA)).isInstanceOf(NotFound.class);
    }

    private UUID found(String code, Community.Kind kind) {
        return communities.found(new NewCommunity(code, kind, PROFILE, NOOR.person()), ADA);
    }

    private boolean visible(Actor actor, UUID id) {
        try {
            return Acting.as(
                    actor,
                    () -> transaction.<Boolean>execute(
                            _ -> jdbc.sql("select exists (select from community.community where id = :id)")
                                    .param("id", id)
                                    .query(Boolean.class)
                                    .single()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private int entries(UUID id) {
        try {
            return Acting.as(
                    ADA,
                    () -> transaction.<Integer>execute(
                            _ -> jdbc.sql("select count(*) from audit.entry where subject = :id")
                                    .param("id", id)
                                    .query(Integer.class)
                                    .single()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
