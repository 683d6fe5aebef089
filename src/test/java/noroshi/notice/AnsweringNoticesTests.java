package noroshi.notice;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import noroshi.membership.Circle;
import noroshi.membership.Invitations;
import noroshi.membership.Members;
import noroshi.membership.NewInvitation;
import noroshi.membership.Newcomer;
import noroshi.membership.People;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Role;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers, and the ladder for those that do not come; time is the job's own argument. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=AnsweringNoticesTests") // chases everybody's notices into the future
class AnsweringNoticesTests {
    private static final Duration TIME = Duration.ofHours(8);

    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    DutyDesk desk;

    @Autowired
    DutyStore duties;

    @Autowired
    Topics topics;

    @Autowired
    Members members;

    @Autowired
    Invitations invitations;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate inTransaction;

    @Test
    void theOrganisationAnswersAndTheCentreSeesIt() {
        var id = send(SPORTS);
        assertThatThrownBy(() -> notices.answer(id, new Answer.Done("済み"), DANA))
                .isInstanceOf(NotAllowed.class);
        var until = Instant.now().plus(Duration.ofDays(2));
        notices.answer(id, new Answer.Working("業者と進めています", until), SORA);
        assertThat(notices.show(id, DANA).standing()).isInstanceOf(Standing.Working.class);
        var first = notices.show(id, DANA).firstAnswerAt();
        notices.answer(id, new Answer.Done("直しました"), SORA);
        assertThat(notices.show(id, DANA).settled()).isTrue();
        assertThat(notices.show(id, DANA).firstAnswerAt()).isEqualTo(first);
        assertThat(notices.entries(id, DANA))
                .extracting(Entry::kind)
                .containsExactly(Entry.Kind.WORKING, Entry.Kind.DONE);
        assertThat(notices.waiting(200, SORA)).noneMatch(row -> row.topic().equals(id));
    }

    @Test
    void anAnswerNeedsItsWords() {
        assertThatThrownBy(() -> new Answer.Done(" ")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Answer.NotAffected("")).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> new Answer.Working(" ", Instant.now().plusSeconds(60)))
                .isInstanceOf(RuleBroken.class);
        var id = send(SPORTS);
        var past = new Answer.Working("進めています", Instant.now().minusSeconds(60));
        assertThatThrownBy(() -> notices.answer(id, past, SORA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("notice.until"));
    }

    @Test
    void aLateAnswerIsTakenAndMarked() {
        var id = send(SPORTS);
        Samples.timeIsUp(id, jdbc, inTransaction);
        assertThat(notices.show(id, SORA).late(Instant.now())).isTrue();
        notices.answer(id, new Answer.NotAffected("使っていません"), SORA);
        assertThat(notices.entries(id, DANA)).singleElement().matches(Entry::late);
        assertThat(notices.show(id, DANA).settled()).isTrue();
    }

    @Test
    void theCentreAsksAgainAndLooksAgain() {
        var id = send(SPORTS);
        var later = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);
        assertThatThrownBy(() -> desk.recheck(id, later, DANA)).isInstanceOf(RuleBroken.class);
        notices.answer(id, new Answer.Done("閉じました"), SORA);
        desk.recheck(id, later, DANA);
        assertThat(notices.show(id, DANA).standing()).isEqualTo(new Standing.Settled(true, Optional.of(later)));
        desk.rechecked(id, "閉じたままです", DANA);
        desk.reopen(id, "また開いています", later, DANA);
        assertThat(notices.show(id, SORA).standing()).isInstanceOf(Standing.Open.class);
        assertThat(notices.waiting(200, SORA)).anyMatch(row -> row.topic().equals(id));
        assertThatThrownBy(() -> desk.reopen(id, "だめ", later, SORA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.reopen(id, "だめ", later, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void theLadderIsClimbedStepByStepAndEachStepOnce() {
        var second = newcomer(SPORTS, Set.of(Role.MEMBER_USER, Role.ORG_ADMIN));
        var id = send(SPORTS);
        var sent = notices.show(id, DANA).sentAt();
        assertThatThrownBy(() -> topics.show(id, second)).isInstanceOf(NotFound.class);
        chase(sent.plus(TIME.dividedBy(4)));
        assertThat(steps(id)).isEmpty();
        chase(sent.plus(TIME.dividedBy(2)));
        chase(sent.plus(TIME.dividedBy(2)));
        assertThat(steps(id)).containsExactly("reminder");
        chase(sent.plus(TIME.multipliedBy(3).dividedBy(4)));
        assertThat(steps(id)).containsExactly("reminder", "second");
        assertThat(topics.show(id, second).id()).isEqualTo(id);
        assertThat(calls(id)).isEmpty();
        chase(sent.plus(TIME));
        assertThat(steps(id)).containsExactly("reminder", "second", "call");
        assertThat(calls(id))
                .singleElement()
                .satisfies(call -> assertThat(call.organisation()).isEqualTo(SPORTS));
        assertThat(desk.calls(ED)).isEmpty();
        assertThat(desk.calls(SORA)).isEmpty();
    }

    @Test
    void twoJobsAtOnceTakeEachStepOnce() throws Exception {
        var id = send(SPORTS);
        var moment = notices.show(id, DANA).sentAt().plus(TIME);
        var taken = new ConcurrentLinkedQueue<String>();
        var jobs = IntStream.range(0, 4)
                .mapToObj(job -> Thread.ofVirtual()
                        .start(() -> inTransaction.executeWithoutResult(status -> duties.chase(moment).stream()
                                .filter(step -> step.topic().equals(id))
                                .forEach(step -> taken.add(step.name())))))
                .toList();
        for (var job : jobs) {
            job.join();
        }
        assertThat(taken).containsExactlyInAnyOrder("reminder", "second", "call");
        assertThat(calls(id)).hasSize(1);
    }

    @Test
    void nobodyIsChasedForWhatAColleagueSettled() {
        var id = send(SPORTS);
        var sent = notices.show(id, DANA).sentAt();
        chase(sent.plus(TIME));
        assertThat(calls(id)).hasSize(1);
        notices.answer(id, new Answer.NotAffected("返却済みです"), SORA);
        assertThat(calls(id)).isEmpty();
        chase(sent.plus(TIME.multipliedBy(9)));
        assertThat(steps(id)).containsExactlyInAnyOrder("call", "reminder", "second");
    }

    @Test
    void whoeverWorksOnItIsChasedFromTheTimeTheyGave() {
        var id = send(SPORTS);
        var until = Instant.now().plus(Duration.ofDays(5));
        notices.answer(id, new Answer.Working("5日かかります", until), SORA);
        chase(until.minusSeconds(60));
        assertThat(steps(id)).isEmpty();
        chase(until.plusSeconds(60));
        assertThat(steps(id)).containsExactly("reminder");
    }

    @Test
    void whatIsSaidOnTheTelephoneIsAnAnswer() {
        var id = send(SPORTS);
        chase(notices.show(id, DANA).sentAt().plus(TIME));
        var call = calls(id).getFirst();
        assertThatThrownBy(() -> desk.called(call.id(), true, "話した", Optional.empty(), SORA))
                .isInstanceOf(NotFound.class);
        desk.called(call.id(), false, "呼び出しに応答なし", Optional.empty(), DANA);
        assertThat(calls(id))
                .singleElement()
                .satisfies(open -> assertThat(open.said()).isEqualTo("呼び出しに応答なし"));
        desk.called(call.id(), true, "担当の方と話した", Optional.of(new Answer.Done("昨夜閉じたとのこと")), DANA);
        assertThat(calls(id)).isEmpty();
        assertThat(notices.entries(id, SORA)).singleElement().satisfies(entry -> {
            assertThat(entry.spoken()).isTrue();
            assertThat(entry.by()).isEqualTo(DANA.person());
            assertThat(entry.organisation()).isEqualTo(SPORTS);
        });
        assertThat(notices.show(id, DANA).settled()).isTrue();
    }

    /** They answer on the platform while they are on the telephone. */
    @Test
    void whatWasSaidIsKeptAlsoWhereTheAnswerCameFirst() {
        var id = send(SPORTS);
        chase(notices.show(id, DANA).sentAt().plus(TIME));
        var call = calls(id).getFirst().id();
        notices.answer(id, new Answer.Done("いま閉じました"), SORA);
        assertThat(calls(id)).isEmpty();
        assertThat(desk.call(call, DANA).organisation()).isEqualTo(SPORTS);
        assertThatThrownBy(
                        () -> desk.called(call, true, "電話で聞いた", Optional.of(new Answer.NotAffected("電話では影響なし")), DANA))
                .hasMessage("notice.call.answered-meanwhile");
        desk.called(call, true, "入れ違いで回答をもらった", Optional.empty(), DANA);
        desk.called(call, false, "念のためもう一度かけた", Optional.empty(), DANA);
        assertThat(desk.rungs(id, DANA))
                .filteredOn(rung -> rung.step().equals("call"))
                .singleElement()
                .satisfies(rung -> {
                    assertThat(rung.said()).contains("入れ違いで回答をもらった", "念のためもう一度かけた");
                    assertThat(rung.reached()).contains(true);
                });
        assertThat(notices.entries(id, SORA)).extracting(Entry::words).containsExactly("いま閉じました");
        for (var other : List.of(SORA, OTTO)) {
            assertThatThrownBy(() -> desk.call(call, other)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void aWindowThatNobodyKeepsIsToldToTheCentreAtOnce() {
        var keeper = newcomer(POLICE, Set.of(Role.MEMBER_USER));
        var window = members.windowOf(POLICE);
        members.admit(window, Circle.OFFICE, keeper.person(), false, ADA);
        members.leave(window, PAUL.person(), ADA);
        var id = send(POLICE);
        chase(Instant.now());
        assertThat(steps(id)).isEmpty();
        members.leave(window, keeper.person(), ADA);
        assertThat(sending.match("x.example", Optional.of(POLICE), DANA).recipients())
                .singleElement()
                .matches(one -> !one.kept());
        chase(Instant.now());
        assertThat(steps(id)).containsExactly("empty");
        assertThat(calls(id))
                .singleElement()
                .satisfies(call -> assertThat(call.reason()).isEqualTo(Call.Reason.EMPTY));
        assertThat(desk.emptyWindows(DANA)).contains(POLICE);
        assertThat(desk.emptyWindows(SORA)).isEmpty();
        members.admit(window, Circle.OFFICE, PAUL.person(), false, ADA);
    }

    private Actor newcomer(UUID organisation, Set<Role> roles) {
        var login = "z-" + UUID.randomUUID();
        var secret = invitations.invite(new NewInvitation(organisation, "次席", login + "@member.example", roles), ADA);
        var person = invitations.take(secret, new Newcomer(login, "次席", "", Locale.JAPANESE));
        assertThat(people.seats(person)).hasSize(1);
        return new Actor(person, organisation, roles, "web");
    }

    private void chase(Instant moment) {
        inTransaction.executeWithoutResult(status -> duties.chase(moment));
    }

    private List<String> steps(UUID id) {
        return desk.rungs(id, DANA).stream().map(Rung::step).toList();
    }

    private List<Call> calls(UUID id) {
        return desk.calls(DANA).stream().filter(call -> call.topic().equals(id)).toList();
    }

    private UUID send(UUID organisation) {
        return send(organisation, TIME);
    }

    private UUID send(UUID organisation, Duration time) {
        return sending.send(
                        Samples.notice("答えを待つ通知", time),
                        "w" + UUID.randomUUID().toString().substring(0, 13) + ".example",
                        Optional.of(organisation),
                        Set.of(organisation),
                        DANA)
                .getFirst();
    }
}
