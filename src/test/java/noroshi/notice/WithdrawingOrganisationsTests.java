package noroshi.notice;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.AssetKind;
import noroshi.asset.AssetRegister;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.NewInvitation;
import noroshi.membership.NewOrganisation;
import noroshi.membership.NewToken;
import noroshi.membership.Newcomer;
import noroshi.membership.Organisation;
import noroshi.membership.Organisations;
import noroshi.membership.Scope;
import noroshi.membership.Tokens;
import noroshi.membership.Withdrawal;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Kind;
import noroshi.topic.Topics;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** What an organisation that withdraws leaves behind, and what becomes of it. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=AnsweringNoticesTests") // chases everybody's notices into the future
class WithdrawingOrganisationsTests {
    private static final UUID EVERYONE = noroshi.topic.Samples.EVERYONE;

    @Autowired
    Organisations organisations;

    @Autowired
    Invitations invitations;

    @Autowired
    Members members;

    @Autowired
    Tokens tokens;

    @Autowired
    AssetRegister assets;

    @Autowired
    Topics topics;

    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    DutyStore duties;

    @Autowired
    DutyDesk desk;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TransactionTemplate inTransaction;

    private UUID leaving;
    private Actor theirs;
    private UUID shared;
    private UUID hidden;
    private UUID notice;
    private UUID asset;

    @BeforeEach
    void anOrganisationThatTookPart() {
        var code = "l-" + UUID.randomUUID().toString().substring(0, 8);
        leaving = organisations.found(
                new NewOrganisation(code, "去る会 " + code, "Leaving " + code, Organisation.Part.MEMBER, ""), ADA);
        var roles = Set.of(Role.MEMBER_USER, Role.MEMBER_POC, Role.ORG_ADMIN);
        var secret = invitations.invite(new NewInvitation(leaving, "窓口", code + "@member.example", roles), ADA);
        theirs = new Actor(
                invitations.take(secret, new Newcomer(code, "窓口", "", Locale.JAPANESE)), leaving, roles, "web");
        shared = topics.post(question(false), theirs);
        hidden = topics.post(question(true), theirs);
        asset = assets.register(Optional.of(AssetKind.DOMAIN), code + ".example", "", theirs);
        tokens.create(new NewToken(leaving, "機械", Set.of(Scope.values()[0]), Duration.ofDays(30)), theirs);
        notice = sending.send(
                        Samples.notice("残る通知", Duration.ofHours(8)),
                        "w" + code + ".example",
                        Optional.of(leaving),
                        Set.of(leaving),
                        DANA)
                .getFirst();
    }

    @Test
    void theFormSaysWhatIsLeftBehind() {
        assertThat(organisations.leftBehind(leaving, ADA))
                .filteredOn(entry -> entry.count() == 1)
                .extracting(entry -> entry.key())
                .as("what is hidden is not counted")
                .containsExactlyInAnyOrder(
                        "membership.withdrawal.people",
                        "membership.withdrawal.tokens",
                        "topic.left.shared",
                        "topic.left.unanswered",
                        "notice.left",
                        "asset.left");
        assertThat(mvc.get().uri(path()).with(as(ADA)))
                .bodyText()
                .contains("/topics/" + shared)
                .doesNotContain(hidden.toString());
        assertThatThrownBy(() -> organisations.leftBehind(leaving, theirs)).isInstanceOf(NotAllowed.class);
        assertThat(mvc.get().uri(path()).with(as(OTTO))).hasStatus(403);
        assertThat(mvc.post().uri(path()).param("reason", "解散").with(as(OTTO))).hasStatus(403);
        assertThat(mvc.post().uri(path()).param("reason", " ").with(as(ADA))).hasStatus(422);
        assertThat(topics.show(shared, theirs).withdrawn()).isFalse();
    }

    @Test
    void whatItSharedStaysMarkedAndNobodyOfItReads() {
        assertThat(mvc.post()
                        .uri(path())
                        .param("reason", "解散")
                        .param("topics", "stay")
                        .with(as(ADA)))
                .hasStatus(303);

        assertThat(mvc.get().uri("/topics/" + shared).with(as(OTTO))).bodyText().contains("去る会", "（脱退した組織）");
        assertThat(mvc.get().uri("/topics/" + hidden).with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("脱退した組織", "去る会");
        assertThatThrownBy(() -> topics.show(shared, theirs)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> notices.show(notice, theirs)).isInstanceOf(NotFound.class);
        assertThat(members.seats(theirs.person())).isEmpty();
        assertThat(tokens.of(leaving, ADA)).isEmpty();
        assertThat(assets.show(asset, DANA).removable()).isFalse();
    }

    @Test
    void nobodyIsChasedOrCalledAnyMore() {
        var other = sending.send(
                        Samples.notice("ほかの通知", Duration.ofHours(8)),
                        "w" + leaving.toString().substring(0, 13) + ".example",
                        Optional.of(SPORTS),
                        Set.of(SPORTS),
                        DANA)
                .getFirst();
        organisations.withdraw(new Withdrawal(leaving, "解散", false), ADA);
        var steps = inTransaction.execute(status -> duties.chase(Instant.now().plus(Duration.ofDays(30))));
        assertThat(steps).extracting(DutyStore.Step::topic).contains(other).doesNotContain(notice);
        assertThat(desk.calls(DANA)).extracting(Call::topic).contains(other).doesNotContain(notice);
        assertThat(topics.show(notice, DANA).withdrawn()).isTrue();
        assertThat(organisations.leftBehind(leaving, ADA))
                .filteredOn(entry -> Set.of("notice.left", "asset.left", "membership.withdrawal.tokens")
                        .contains(entry.key()))
                .allMatch(entry -> entry.count() == 0);
    }

    @Test
    void whatItSharedIsTakenBackWithTheReasonButNotWhatWasHidden() {
        organisations.withdraw(new Withdrawal(leaving, "合併のため", true), ADA);
        assertThat(mvc.get().uri("/topics/" + shared).with(as(OTTO)))
                .bodyText()
                .contains("合併のため")
                .doesNotContain("昨夜から続いています");
        assertThat(topics.show(hidden, OTTO).withdrawn()).isFalse();
        assertThat(members.organisation(leaving).status()).isEqualTo(Organisation.Status.WITHDRAWN);
    }

    private static noroshi.topic.NewTopic question(boolean hide) {
        return noroshi.topic.Samples.topic(Kind.QUESTION, Tlp.GREEN, hide, "同じ走査を見ましたか", "昨夜から続いています。", EVERYONE);
    }

    private String path() {
        return "/organisations/" + leaving + "/withdrawal";
    }
}
