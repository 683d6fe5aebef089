package noroshi.notice;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.asset.AssetApprovals;
import noroshi.asset.AssetRegister;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Level;
import noroshi.topic.Readership;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@WholeHouse
class TellingOwnersTests {
    @Autowired
    Sending sending;

    @Autowired
    Notices notices;

    @Autowired
    DutyDesk desk;

    @Autowired
    AssetRegister register;

    @Autowired
    AssetApprovals approvals;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Readership readership;

    @Test
    void oneFindingForManyOwnersGoesOutAsSeparateNotices() {
        var rail = asset(MIKA);
        var power = asset(NOOR);
        var lines = "www." + rail + "\n\nhttps://" + power + "/login\nnobodys-" + fresh();
        var matching = sending.match(lines, Optional.empty(), DANA);
        assertThat(matching.recipients())
                .extracting(Matching.Recipient::organisation)
                .containsExactly(RAILWAY, POWER);
        assertThat(matching.nobodys()).hasSize(1);

        var title = "一括 " + UUID.randomUUID();
        var sent = sending.send(Samples.notice(title), lines, Optional.empty(), Set.of(RAILWAY, POWER), DANA);
        assertThat(sent).hasSize(2);
        var mikas = only(title, MIKA);
        var noors = only(title, NOOR);
        assertThat(mikas).isNotEqualTo(noors);
        assertThat(notices.show(mikas, MIKA).places()).extracting(Place::shown).containsExactly("www." + rail);
        assertThat(notices.show(noors, NOOR).places())
                .extracting(Place::shown)
                .containsExactly("https://" + power + "/login");
        assertThat(desk.together(mikas, DANA)).isOne();
        assertThat(desk.together(mikas, MIKA)).isZero();
        theyAreFoundTogether(mikas, noors);
        assertNothingFor(NOOR, mikas);
        assertNothingFor(MIKA, noors);
        for (var stranger : List.of(OTTO, ED, TORU, SORA, KEI)) {
            assertNothingFor(stranger, mikas);
            assertNothingFor(stranger, noors);
        }
    }

    private void theyAreFoundTogether(UUID mikas, UUID noors) {
        var batch = desk.batchOf(mikas, DANA).orElseThrow();
        assertThat(desk.batchOf(noors, DANA)).contains(batch);
        assertThat(desk.batchOf(mikas, MIKA)).isEmpty();
        assertThat(desk.batch(batch, DANA)).contains(new Batch(batch, 2, 0, 0));
        notices.answer(
                noors, new Answer.Working("確認しています", java.time.Instant.now().plusSeconds(3600)), NOOR);
        assertThat(desk.batch(batch, DANA)).contains(new Batch(batch, 2, 0, 1));
        assertThat(desk.batch(batch, MIKA)).isEmpty();
        var together = new NoticeFilter(
                NoticeFilter.Show.ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(batch));
        assertThat(notices.list(together, new Window(0, 200), DANA))
                .extracting(NoticeRow::topic)
                .containsExactlyInAnyOrder(mikas, noors);
        assertThat(notices.list(together, new Window(0, 200), MIKA)).isEmpty();
    }

    @Test
    void productsAndKeywordsHaveOwnersToo() {
        var word = "機器" + UUID.randomUUID().toString().substring(0, 8);
        approvals.approve(
                List.of(register.register(Optional.of(noroshi.asset.AssetKind.PRODUCT), word, "", MIKA)), DANA);
        approvals.approve(
                List.of(register.register(Optional.of(noroshi.asset.AssetKind.KEYWORD), word, "", NOOR)), DANA);
        assertThat(owners("product: " + word.toUpperCase(java.util.Locale.ROOT)))
                .containsExactly(RAILWAY);
        assertThat(owners("キーワード：" + word)).containsExactly(POWER);
        assertThat(owners("製品:" + word + "x")).isEmpty();
    }

    private List<UUID> owners(String line) {
        return sending.match(line, Optional.empty(), DANA).recipients().stream()
                .map(Matching.Recipient::organisation)
                .toList();
    }

    private void assertNothingFor(Actor stranger, UUID notice) {
        assertThatThrownBy(() -> notices.show(notice, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> notices.entries(notice, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> notices.answer(notice, new Answer.Done("済み"), stranger))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> topics.show(notice, stranger)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> conversation.thread(notice, stranger)).isInstanceOf(NotFound.class);
        assertThat(notices.list(NoticeFilter.of(NoticeFilter.Show.ALL), new Window(0, 200), stranger))
                .noneMatch(row -> row.topic().equals(notice));
    }

    @Test
    void theThreadIsBetweenTheOrganisationAndTheCentre() {
        var id = send(MIKA);
        conversation.comment(id, "機器の担当に確認しています", false, Optional.empty(), MIKA);
        assertThat(conversation.thread(id, DANA)).hasSize(1);
        assertThat(conversation.thread(id, RIN)).hasSize(1);
        assertThatThrownBy(() -> conversation.thread(id, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatSeveralReadNamesNoneOfThem() {
        var rail = asset(MIKA);
        var power = asset(NOOR);
        for (var words : List.of("海浜電力でも見えています", "Kaihin Power も対象です", power + " も同じです")) {
            var notice = Samples.notice(words);
            assertThatThrownBy(() ->
                            sending.send(notice, rail + "\n" + power, Optional.empty(), Set.of(RAILWAY, POWER), DANA))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("notice.names-another"));
        }
    }

    @Test
    void whatWasRemovedMeanwhileIsNotUsed() {
        var name = fresh();
        var id = register.register(Optional.empty(), name, "", MIKA);
        approvals.approve(List.of(id), DANA);
        register.remove(id, MIKA);
        var notice = Samples.notice("遅すぎた通知");
        assertThatThrownBy(() -> sending.send(notice, name, Optional.empty(), Set.of(RAILWAY), DANA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo("notice.nobody"));
    }

    @Test
    void nobodyElseTells() {
        for (var other : List.of(MIKA, ED, ADA, TORU)) {
            assertThatThrownBy(() -> sending.match(fresh(), Optional.of(RAILWAY), other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() ->
                            sending.send(Samples.notice("x"), fresh(), Optional.of(RAILWAY), Set.of(RAILWAY), other))
                    .isInstanceOf(NotFound.class);
        }
    }

    @Test
    void theFirstViewIsMeasured() {
        var id = send(MIKA);
        assertThat(row(id).firstViewAt()).isEmpty();
        readership.open(id, Level.ALL, DANA);
        assertThat(row(id).firstViewAt()).isEmpty();
        readership.open(id, Level.ALL, RIN);
        var first = row(id).firstViewAt();
        assertThat(first).isPresent();
        readership.open(id, Level.ALL, MIKA);
        assertThat(row(id).firstViewAt()).isEqualTo(first);
    }

    private NoticeRow row(UUID id) {
        return notices.list(NoticeFilter.of(NoticeFilter.Show.ALL), new Window(0, 200), DANA).stream()
                .filter(row -> row.topic().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private UUID only(String title, Actor actor) {
        var rows = notices.waiting(200, actor).stream()
                .filter(row -> row.title().equals(title))
                .toList();
        assertThat(rows).hasSize(1);
        return rows.getFirst().topic();
    }

    private UUID send(Actor to) {
        return sending.send(
                        Samples.notice("ひとつの通知"),
                        fresh(),
                        Optional.of(to.organisation()),
                        Set.of(to.organisation()),
                        DANA)
                .getFirst();
    }

    private String asset(Actor owner) {
        var name = fresh();
        approvals.approve(List.of(register.register(Optional.empty(), name, "", owner)), DANA);
        return name;
    }

    private static String fresh() {
        return "t" + UUID.randomUUID().toString().substring(0, 13) + ".example";
    }
}
