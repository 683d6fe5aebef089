package noroshi.bulletin;

import static noroshi.bulletin.Samples.EVERYONE;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import noroshi.bulletin.Manuscript.State;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Forwarding;
import noroshi.topic.Level;
import noroshi.topic.Onward;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class PublishingTests {
    @Autowired
    Newsroom newsroom;

    @Autowired
    ReviewDesk desk;

    @Autowired
    Topics topics;

    @Autowired
    Forwarding forwarding;

    private UUID begun(Actor actor, Marking marking) {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), marking, Samples.complete(), actor);
        return id;
    }

    private int lock(UUID id) {
        return newsroom.show(id, ED).lock();
    }

    private UUID published(Marking marking) {
        var id = begun(ED, marking);
        if (newsroom.needsSecondPerson(newsroom.show(id, ED), ED)) {
            newsroom.submit(id, lock(id), ED);
            desk.approve(id, lock(id), DANA);
        }
        newsroom.publish(id, lock(id), ED);
        return id;
    }

    private String body(UUID topic, Level level) {
        return Objects.requireNonNull(topics.texts(topic, 1, MIKA).get(level)).body();
    }

    private UUID topic(UUID id) {
        return newsroom.show(id, ED).topic().orElseThrow();
    }

    /** A yes to a reader is no way around the source of an import and around the second person. */
    @Test
    void sharingOnwardLetsNobodyIntoABulletin() {
        var topic = topic(published(Samples.to(Tlp.GREEN, RAIL)));
        var request = forwarding.ask(topic, Optional.of(LOBBY), "", "競技団体にも知らせたい", MIKA);
        forwarding.answer(topic, request, Onward.Answer.YES, ED);
        assertThat(topics.audience(topic, ED)).containsExactly(RAIL);
        assertThatThrownBy(() -> topics.show(topic, SORA)).isInstanceOf(NotFound.class);
        assertThat(forwarding.of(topic, MIKA)).singleElement().satisfies(agreed -> {
            assertThat(agreed.answer()).contains(Onward.Answer.YES);
            assertThat(agreed.audience()).isNotBlank();
        });
    }

    @Test
    void whatGoesToEverybodyIsApprovedFirst() {
        for (var everybody : List.of(
                Samples.to(Tlp.GREEN, EVERYONE), Samples.to(Tlp.AMBER, ALL), Samples.to(Tlp.CLEAR, RAIL, EVERYONE))) {
            var id = begun(ED, everybody);
            assertThatThrownBy(() -> newsroom.publish(id, 1, ED)).hasMessage("bulletin.second-person-first");
            newsroom.submit(id, 1, ED);
            assertThatThrownBy(() -> newsroom.publish(id, 2, ED)).hasMessage("bulletin.still-in-review");
            desk.approve(id, 2, DANA);
            newsroom.publish(id, 3, ED);
            var manuscript = newsroom.show(id, ED);
            assertThat(manuscript.state()).isInstanceOf(State.Published.class);
            assertThat(topics.texts(topic(id), 1, SORA).keySet()).containsExactlyInAnyOrder(Level.PRO, Level.GENERAL);
        }
    }

    @Test
    void whatGoesToSomeTheEditorPublishesAlone() {
        var id = begun(ED, Samples.to(Tlp.AMBER, RAIL));
        var topic = newsroom.publish(id, 1, ED);
        assertThat(topics.show(topic, MIKA).title()).isEqualTo("被害報告を装う不正プログラムを確認");
        assertThat(body(topic, Level.PRO)).contains("update-minato[.]example");
        assertThat(body(topic, Level.GENERAL)).contains("1. **開かない**");
        assertThatThrownBy(() -> topics.show(topic, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void sendingTheFormTwicePublishesOnce() {
        var id = begun(ED, Samples.to(Tlp.AMBER, RAIL));
        assertThat(newsroom.publish(id, 1, ED)).isEqualTo(newsroom.publish(id, 1, ED));
        assertThat(topics.versions(topic(id), ED)).hasSize(1);
    }

    @Test
    void beginningTwiceBeginsOnceAndNeverWithSomebodyElsesId() {
        var id = begun(ED, Samples.to(Tlp.AMBER, RAIL));
        newsroom.begin(id, Optional.empty(), Samples.to(Tlp.AMBER, RAIL), Samples.complete(), ED);
        assertThatThrownBy(() ->
                        newsroom.begin(id, Optional.empty(), Samples.to(Tlp.AMBER, RAIL), Samples.titled("別"), ED))
                .hasMessage("bulletin.stale");
        assertThat(newsroom.show(id, ED).copy()).isEqualTo(Samples.complete());
        assertThatThrownBy(() ->
                        newsroom.begin(id, Optional.empty(), Samples.to(Tlp.AMBER, RAIL), Samples.complete(), TORU))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyApprovesWhatTheyWrote() {
        var danas = begun(DANA, Samples.to(Tlp.GREEN, EVERYONE));
        newsroom.submit(danas, 1, ED);
        assertThatThrownBy(() -> desk.approve(danas, 2, DANA)).hasMessage("bulletin.own-words");
        desk.approve(danas, 2, TORU);

        var eds = begun(ED, Samples.to(Tlp.GREEN, EVERYONE));
        newsroom.write(eds, 1, Samples.to(Tlp.GREEN, EVERYONE), Samples.titled("直した題"), DANA);
        newsroom.submit(eds, 2, ED);
        assertThatThrownBy(() -> desk.approve(eds, 3, DANA)).hasMessage("bulletin.own-words");
        assertThatThrownBy(() -> desk.approve(eds, 3, ED)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.giveBack(eds, 3, "理由", ED)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void anApprovalIsForTheWordsThatWereRead() {
        var id = begun(ED, Samples.to(Tlp.GREEN, EVERYONE));
        newsroom.submit(id, 1, ED);
        desk.approve(id, 2, DANA);
        assertThatThrownBy(() -> newsroom.write(id, 3, Samples.to(Tlp.GREEN, EVERYONE), Samples.titled("差し替え"), ED))
                .hasMessage("bulletin.not-open");
        newsroom.recall(id, 3, ED);
        assertThatThrownBy(() -> newsroom.publish(id, 4, ED)).hasMessage("bulletin.second-person-first");
    }

    @Test
    void aStaleEditIsStopped() {
        var id = begun(ED, Samples.to(Tlp.GREEN, EVERYONE));
        newsroom.write(id, 1, Samples.to(Tlp.GREEN, EVERYONE), Samples.titled("先に保存"), TORU);
        assertThatThrownBy(() -> newsroom.write(id, 1, Samples.to(Tlp.GREEN, EVERYONE), Samples.titled("後から"), ED))
                .hasMessage("bulletin.stale");
        assertThat(newsroom.show(id, ED).copy().pro().title()).isEqualTo("先に保存");
    }

    @ParameterizedTest
    @EnumSource(Tlp.class)
    void theLabelDecidesWhoMayBeAddressed(Tlp tlp) {
        assertThat(gaps(Samples.to(tlp, EVERYONE)).isEmpty()).isEqualTo(!tlp.restricted());
        assertThat(gaps(Samples.to(tlp, ALL)).isEmpty()).isEqualTo(tlp != Tlp.RED);
        assertThat(gaps(Samples.to(tlp, RAIL)).isEmpty()).isEqualTo(tlp != Tlp.RED);
        assertThat(gaps(Samples.to(tlp, office("window", RAILWAY))).isEmpty()).isEqualTo(tlp != Tlp.RED);
        assertThat(gaps(Samples.to(tlp, MIKA.person()))).isEmpty();
        assertThat(gaps(Samples.to(tlp))).isNotEmpty();
    }

    private List<Gap> gaps(Marking marking) {
        return newsroom.gaps(newsroom.show(begun(ED, marking), ED), ED);
    }

    @Test
    void anUnfinishedManuscriptIsKeptButGoesNowhere() {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), Samples.to(Tlp.AMBER, RAIL), Samples.empty(), ED);
        assertThat(newsroom.gaps(newsroom.show(id, ED), ED))
                .extracting(Gap::field)
                .containsExactly("proTitle", "proBody", "generalTitle", "sentence", "step1", "concern");
        assertThatThrownBy(() -> newsroom.submit(id, 1, ED)).isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> newsroom.publish(id, 1, ED)).isInstanceOf(RuleBroken.class);
        newsroom.discard(id, 1, ED);
        assertThatThrownBy(() -> newsroom.show(id, ED)).isInstanceOf(NotFound.class);
    }

    /** What publishing would refuse is said while somebody can still write. */
    @Test
    void aTitleThatCannotBePublishedIsAGap() {
        for (var title : List.of("報告\u202Efdp.exe", "\u200B\u3164", "長".repeat(201))) {
            var id = UUID.randomUUID();
            newsroom.begin(id, Optional.empty(), Samples.to(Tlp.AMBER, RAIL), Samples.titled(title), ED);
            assertThat(newsroom.gaps(newsroom.show(id, ED), ED))
                    .extracting(Gap::field)
                    .containsExactly("proTitle", "generalTitle");
            assertThatThrownBy(() -> newsroom.submit(id, 1, ED)).isInstanceOf(RuleBroken.class);
            newsroom.discard(id, 1, ED);
        }
    }

    @Test
    void outsidersFindNoTraceOfManuscripts() {
        var id = begun(ED, Samples.to(Tlp.GREEN, EVERYONE));
        var copy = Samples.complete();
        var marking = Samples.to(Tlp.GREEN, EVERYONE);
        for (var outsider : List.of(OTTO, MIKA, ADA, VERA)) {
            assertThatThrownBy(() -> newsroom.show(id, outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> newsroom.write(id, 1, marking, copy, outsider))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> newsroom.submit(id, 1, outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> newsroom.recall(id, 1, outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> newsroom.publish(id, 1, outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> newsroom.release(id, 1, "x", outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> newsroom.discard(id, 1, outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> desk.approve(id, 1, outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> desk.giveBack(id, 1, "x", outsider)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> newsroom.manuscripts(outsider)).isInstanceOf(NotAllowed.class);
            assertThatThrownBy(() -> newsroom.begin(UUID.randomUUID(), Optional.empty(), marking, copy, outsider))
                    .isInstanceOf(NotAllowed.class);
            assertThat(desk.reviews(outsider)).isEmpty();
        }
    }

    @Test
    void aRoleWithoutTheOfficeSeesNothingBehindTheWall() {
        var id = begun(ED, Samples.to(Tlp.GREEN, EVERYONE));
        var pretender = new Actor(OTTO.person(), OTTO.organisation(), ED.roles(), "web");
        assertThatThrownBy(() -> newsroom.show(id, pretender)).isInstanceOf(NotFound.class);
        assertThat(newsroom.manuscripts(pretender)).isEmpty();
    }

    @Test
    void theSecondVersionSaysWhatChangedAndKeepsTheTopic() {
        var id = published(Samples.to(Tlp.AMBER, RAIL));
        var topic = topic(id);
        assertThat(newsroom.revise(topic, DANA)).isEqualTo(id);
        assertThat(newsroom.revise(topic, ED)).isEqualTo(id);
        var revising = newsroom.show(id, ED);
        assertThat(revising.version()).isEqualTo(2);
        var next = Samples.noted(
                new Copy(
                        revising.copy().pro(),
                        revising.copy().general(),
                        Samples.TABLE + "203.0.113.9\n",
                        Source.VENDOR,
                        Confidence.HIGH,
                        "",
                        ""),
                "通信先を 1 件追加",
                "することは変わりません");
        assertThatThrownBy(() -> newsroom.publish(id, revising.lock(), ED)).hasMessage("topic.note-missing");
        newsroom.write(id, revising.lock(), Samples.to(Tlp.AMBER, RAIL, LOBBY), next, ED);
        assertThat(newsroom.publish(id, lock(id), ED)).isEqualTo(topic);
        assertThat(topics.show(topic, SORA).version()).isEqualTo(2);
        assertThat(topics.versions(topic, MIKA).getFirst().note(Level.GENERAL)).isEqualTo("することは変わりません");
    }

    @Test
    void wideningToEverybodyNeedsASecondPersonAgain() {
        var id = published(Samples.to(Tlp.GREEN, RAIL));
        newsroom.revise(topic(id), ED);
        var copy = Samples.noted(Samples.complete(), "全体へ", "");
        newsroom.write(id, lock(id), Samples.to(Tlp.GREEN, EVERYONE), copy, ED);
        assertThatThrownBy(() -> newsroom.publish(id, lock(id), ED)).hasMessage("bulletin.second-person-first");
        newsroom.submit(id, lock(id), ED);
        desk.approve(id, lock(id), DANA);
        newsroom.publish(id, lock(id), ED);
        assertThat(topics.show(topic(id), OTTO).version()).isEqualTo(2);
    }

    @Test
    void aWithdrawnBulletinIsNotRevised() {
        var id = published(Samples.to(Tlp.AMBER, RAIL));
        topics.withdraw(topic(id), "誤報でした", ED);
        assertThatThrownBy(() -> newsroom.revise(topic(id), ED)).hasMessage("topic.withdrawn");
    }

    @Test
    void otherBulletinsHaveNoManuscriptForReaders() {
        var id = published(Samples.to(Tlp.AMBER, RAIL));
        assertThat(newsroom.behind(topic(id), MIKA)).isEmpty();
        assertThatThrownBy(() -> newsroom.revise(topic(id), MIKA)).isInstanceOf(NotFound.class);
        assertThat(newsroom.behind(topic(id), ED)).isPresent();
    }
}
