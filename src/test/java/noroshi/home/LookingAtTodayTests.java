package noroshi.home;

import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.office;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.community.Addressee;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Newest;
import noroshi.topic.Readership;
import noroshi.topic.Text;
import noroshi.topic.TopicRow;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=counting") // counts people: nobody else may add some
class LookingAtTodayTests {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Autowired
    Home home;

    @Autowired
    Topics topics;

    @Autowired
    Readership readership;

    @Autowired
    Conversation conversation;

    @Autowired
    MockMvcTester mvc;

    @Test
    void anImportantBulletinStaysUntilItIsConfirmed() {
        var id = post(bulletin("最初の注意喚起", Addressee.Everyone.PRINCIPAL), ED);
        assertThat(find(today(MIKA).bulletins(), id)).matches(row -> row.unread() && row.unconfirmed());
        readership.open(id, Level.PRO, MIKA);
        assertThat(today(MIKA).unconfirmed()).extracting(TopicRow::id).contains(id);
        readership.confirm(id, 1, MIKA);
        assertThat(today(MIKA).unconfirmed()).extracting(TopicRow::id).doesNotContain(id);
        assertThat(today(MIKA).talk()).extracting(TopicRow::id).doesNotContain(id);
    }

    @Test
    void sixteenNewerOnesDoNotPushAnImportantBulletinAway() {
        var oldest = post(bulletin("いちばん古い注意喚起", Addressee.Everyone.PRINCIPAL), ED);
        var newer = IntStream.range(0, 16)
                .mapToObj(n -> post(bulletin("あとから来た " + n, Addressee.Everyone.PRINCIPAL), ED))
                .toList();
        var waiting = today(NOOR).important().all();
        var opened = today(NOOR).important().opened();
        assertThat(waiting).isGreaterThanOrEqualTo(17);
        assertThat(mvc.get().uri("/").with(as(NOOR)))
                .bodyText()
                .contains("すべて（" + waiting + "件）", "/bulletins?importance=IMPORTANT&amp;unconfirmed=true");
        newer.forEach(id -> {
            readership.open(id, Level.PRO, NOOR);
            readership.confirm(id, 1, NOOR);
        });
        readership.open(oldest, Level.PRO, NOOR);
        assertThat(today(NOOR).important().all()).isEqualTo(waiting - 16);
        assertThat(today(NOOR).unconfirmed()).extracting(TopicRow::id).contains(oldest);
        assertThat(today(NOOR).important().opened()).isEqualTo(opened + 1);
        readership.confirm(oldest, 1, NOOR);
        assertThat(today(NOOR).bulletins()).extracting(TopicRow::id).doesNotContain(oldest);
        assertThat(today(NOOR).important().all()).isEqualTo(waiting - 17);
    }

    @Test
    void theSixthToTheWindowIsCountedAndReached() {
        var sent = IntStream.range(0, 7)
                .mapToObj(n -> post(topic(Kind.POST, "窓口へ " + n, false, office("window", RAILWAY)), OTTO))
                .toList();
        var waiting = today(RIN).direct().all();
        assertThat(waiting).isGreaterThanOrEqualTo(7);
        assertThat(mvc.get().uri("/").with(as(RIN)))
                .bodyText()
                .contains("すべて（" + waiting + "件）", "/topics?addressed=true&amp;unanswered=true");
        assertThat(mvc.get().uri("/topics?addressed=true&unanswered=true").with(as(RIN)))
                .bodyText()
                .contains(sent.stream().map(UUID::toString).toList());
        readership.open(sent.getLast(), Level.ALL, RIN);
        readership.confirm(sent.getLast(), 1, RIN);
        assertThat(today(RIN).addressed()).extracting(TopicRow::id).doesNotContain(sent.getLast());
        assertThat(today(RIN).talk()).extracting(TopicRow::id).contains(sent.getLast());
        assertThat(today(RIN).direct().all()).isEqualTo(waiting - 1);
    }

    @Test
    void anOrganisationSeesWhoOfItsOwnHasNotRead() {
        var id = post(bulletin("自組織で読む", Addressee.Everyone.PRINCIPAL), ED);
        readership.open(id, Level.PRO, RIN);
        readership.open(id, Level.PRO, NOOR);
        assertThat(today(MIKA).teams())
                .filteredOn(team -> team.bulletin().id().equals(id))
                .singleElement()
                .satisfies(team -> {
                    assertThat(team.readers()).isEqualTo(2);
                    assertThat(team.seen()).isEqualTo(1);
                    assertThat(team.missing()).extracting(person -> person.id()).containsExactly(MIKA.person());
                });
        assertThat(today(SORA).teams()).isEmpty();
    }

    @Test
    void colleaguesOutsideTheAudienceAreNotCounted() {
        var id = post(bulletin("会の中だけ", RAIL), ED);
        assertThat(readership.team(List.of(id), MIKA))
                .extracting(reading -> reading.person())
                .containsExactly(MIKA.person());
        assertThat(readership.team(List.of(id), OTTO)).isEmpty();
    }

    @Test
    void whatComesToTheWindowStandsByItself() {
        var id = post(topic(Kind.POST, "窓口への連絡", false, office("window", RAILWAY)), OTTO);
        assertThat(today(MIKA).addressed()).extracting(TopicRow::id).contains(id);
        assertThat(today(RIN).addressed()).extracting(TopicRow::id).contains(id);
        assertThat(today(OTTO).addressed()).extracting(TopicRow::id).doesNotContain(id);
        assertThat(everything(NOOR)).doesNotContain(id);
    }

    @Test
    void onesOwnHiddenQuestionIsNotSentToOneself() {
        var id = post(topic(Kind.QUESTION, "名乗らずに聞く", true, RAIL), MIKA);
        assertThat(today(MIKA).addressed()).extracting(TopicRow::id).doesNotContain(id);
        assertThat(today(NOOR).waiting()).extracting(TopicRow::id).contains(id);
        assertThat(everything(OTTO)).doesNotContain(id);
    }

    @Test
    void whatOneWroteOneselfIsNotUnread() {
        var before = topics.unread(Newest.in(RAIL, 1, Level.PRO), NOOR).get();
        var id = post(topic(Kind.POST, "自分で書いた", false, RAIL), NOOR);
        assertThat(find(today(NOOR).talk(), id).unread()).isFalse();
        assertThat(topics.unread(Newest.in(RAIL, 1, Level.PRO), NOOR).get()).isEqualTo(before);
        assertThat(find(today(MIKA).talk(), id).unread()).isTrue();
    }

    @Test
    void anAnswerComesBackToWhoAsked() {
        var id = post(topic(Kind.QUESTION, "どう読みますか", false, LOBBY), SORA);
        assertThat(today(SORA).asked()).extracting(TopicRow::id).doesNotContain(id);
        assertThat(today(MIKA).waiting()).extracting(TopicRow::id).contains(id);
        var answer = conversation.comment(id, "上から順に", false, Optional.empty(), MIKA);
        assertThat(today(SORA).asked()).extracting(TopicRow::id).contains(id);
        conversation.accept(id, Optional.of(answer), SORA);
        assertThat(today(SORA).asked()).extracting(TopicRow::id).doesNotContain(id);
        assertThat(today(MIKA).waiting()).extracting(TopicRow::id).doesNotContain(id);
    }

    @Test
    void aCommunityHasARhythm() {
        var before = rail(MIKA);
        post(topic(Kind.POST, "きょうの一件", false, RAIL), NOOR);
        assertThat(rail(MIKA)).isEqualTo(before + 1);
        assertThat(today(OTTO).weeks())
                .extracting(week -> week.community().id())
                .doesNotContain(RAIL);
    }

    @Test
    void markingAllAsReadEndsTheUnreadMarks() {
        var id = post(topic(Kind.POST, "読んだことにする", false, RAIL), NOOR);
        var hidden = post(topic(Kind.POST, "関係のない話", false, LOBBY), SORA);
        assertThat(mvc.get().uri("/").with(as(MIKA))).hasStatusOk().bodyText().contains(id.toString());
        assertThat(mvc.post()
                        .uri("/seen")
                        .with(as(MIKA))
                        .param("topic", id.toString(), UUID.randomUUID().toString()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader("Location", "/");
        assertThat(find(today(MIKA).talk(), id).unread()).isFalse();
        assertThat(mvc.post().uri("/seen").with(as(OTTO)).param("topic", hidden.toString()))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(readership.team(List.of(hidden), OTTO)).isEmpty();
    }

    @Test
    void thePageSpeaksInSentences() {
        post(bulletin("画面に出る注意喚起", Addressee.Everyone.PRINCIPAL), ED);
        post(topic(Kind.POST, "鉄道だけの話", false, RAIL), NOOR);
        assertThat(mvc.get().uri("/").with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .contains("きょうの動き", "画面に出る注意喚起", "鉄道だけの話", "?level=pro", "?level=general", "自組織の既読")
                .doesNotContain("home.", "topic.");
        assertThat(mvc.get().uri("/").with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .contains("画面に出る注意喚起", "届いたトピックの新着", "新しい 60 件のうち")
                .doesNotContain("鉄道");
        assertThat(mvc.get().uri("/").with(as(MIKA))).bodyText().containsPattern("title=\"新しい 50 件のうち \\d+ 件が未読\"");
    }

    private Today today(Actor actor) {
        return home.today(Level.PRO, TOKYO, actor);
    }

    private List<UUID> everything(Actor actor) {
        var today = today(actor);
        return List.of(today.bulletins(), today.addressed(), today.talk(), today.asked(), today.waiting()).stream()
                .flatMap(List::stream)
                .map(TopicRow::id)
                .toList();
    }

    private static TopicRow find(List<TopicRow> rows, UUID id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst().orElseThrow();
    }

    private int rail(Actor actor) {
        return today(actor).weeks().stream()
                .filter(week -> week.community().id().equals(RAIL))
                .mapToInt(Week::topics)
                .sum();
    }

    private UUID post(NewTopic topic, Actor actor) {
        return topics.post(topic, actor);
    }

    private static NewTopic topic(Kind kind, String title, boolean hidden, UUID principal) {
        return new NewTopic(
                kind,
                InformationKind.OTHER,
                Optional.empty(),
                hidden,
                Tlp.GREEN,
                1,
                Optional.empty(),
                Map.of(Level.ALL, new Text(title, "本文")),
                Set.of(principal));
    }

    private static NewTopic bulletin(String title, UUID principal) {
        return new NewTopic(
                Kind.BULLETIN,
                InformationKind.ADVISORY,
                Optional.empty(),
                false,
                Tlp.GREEN,
                1,
                Optional.of(Importance.IMPORTANT),
                Map.of(Level.PRO, new Text(title, "詳しい本文"), Level.GENERAL, new Text(title, "やさしい本文")),
                Set.of(principal));
    }
}
