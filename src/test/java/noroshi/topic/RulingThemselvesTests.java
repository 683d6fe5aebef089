package noroshi.topic;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.post;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.community.Admissions;
import noroshi.community.Communities;
import noroshi.community.Community;
import noroshi.community.NewCommunity;
import noroshi.community.Occasion;
import noroshi.community.OccasionKind;
import noroshi.community.Occasions;
import noroshi.community.Place;
import noroshi.community.Profile;
import noroshi.community.Roll;
import noroshi.community.Wording;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** A secretariat rules its community, with reasons that everybody reads; and starts one from the kit. */
@WholeHouse
class RulingThemselvesTests {
    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Pins pins;

    @Autowired
    StarterKit kit;

    @Autowired
    Communities communities;

    @Autowired
    Admissions admissions;

    @Autowired
    Occasions occasions;

    @Autowired
    Roll roll;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aLeadTakesACommentAwayAndEverybodyReadsWhy() {
        var id = topics.post(question(false, RAIL), MIKA);
        var comment = conversation.comment(id, "名指しの悪口", false, Optional.empty(), NOOR);

        assertThatThrownBy(() -> conversation.moderate(id, comment, "理由", MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> conversation.moderate(id, comment, " ", KEI)).isInstanceOf(RuleBroken.class);
        conversation.moderate(id, comment, "個人を責める言葉があります", KEI);

        for (var reader : new Actor[] {MIKA, NOOR}) {
            assertThat(mvc.get().uri("/topics/" + id).with(as(reader)))
                    .bodyText()
                    .contains("コミュニティの代表が外しました", "個人を責める言葉があります")
                    .doesNotContain("名指しの悪口");
        }
        assertThatThrownBy(() -> conversation.moderate(id, comment, "x", OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatReachesFurtherThanTheLeadIsNotTheirs() {
        var wide = topics.post(post(Tlp.AMBER, RAIL, LOBBY), MIKA);
        var comment = conversation.comment(wide, "ほかの会にも届いています", false, Optional.empty(), NOOR);

        assertThatThrownBy(() -> conversation.moderate(wide, comment, "理由", KEI))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> topics.withdraw(wide, "理由", KEI)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> Acting.as(
                        KEI,
                        () -> transactions.executeWithoutResult(_ -> jdbc.sql("select topic.moderate(:id, 'x')")
                                .param("id", comment)
                                .query(Boolean.class)
                                .single())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void aLeadTakesATopicOutAndItsReadersFindTheReason() {
        var id = topics.post(post(Tlp.AMBER, RAIL), MIKA);
        topics.withdraw(id, "この会の目的から外れます", KEI);

        assertThat(mvc.get().uri("/topics/" + id).with(as(MIKA))).bodyText().contains("この会の目的から外れます");
        assertThat(mvc.get().uri("/topics/" + id).with(as(OTTO))).hasStatus(404);
    }

    @Test
    void theDutyDeskGivesItsReasonToo() {
        var id = topics.post(post(Tlp.GREEN, Samples.EVERYONE), MIKA);
        var comment = conversation.comment(id, "誤った連絡先", false, Optional.empty(), NOOR);

        conversation.moderate(id, comment, "連絡先が誤っています", DANA);

        assertThat(conversation.thread(id, MIKA)).singleElement().satisfies(line -> {
            assertThat(line.body()).isEmpty();
            assertThat(line.removal()).contains(new Comment.Removal(Comment.Moderator.DUTY_DESK, "連絡先が誤っています"));
        });
    }

    @Test
    void leadsPinWhatMattersAndMembersFindItOnTop() {
        var circle = circle();
        var id = topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, "まず読んでほしいこと", "本文", circle), KEI);
        assertThatThrownBy(() -> pins.pin(circle, id, MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> pins.pin(circle, id, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> pins.pin(circle, topics.post(post(Tlp.AMBER, RAIL), KEI), KEI))
                .isInstanceOf(NotFound.class);

        pins.pin(circle, id, KEI);
        pins.pin(circle, id, KEI);

        assertThat(pins.of(circle, Level.PRO, MIKA)).extracting(TopicRow::id).containsExactly(id);
        assertThat(pins.of(circle, Level.PRO, OTTO)).isEmpty();
        assertThat(mvc.get().uri("/communities/" + circle).with(as(MIKA)))
                .bodyText()
                .contains("代表のおすすめ");
        pins.unpin(circle, id, KEI);
        assertThat(pins.of(circle, Level.PRO, MIKA)).isEmpty();
    }

    @Test
    void theLeadSeesItsFiguresAndNobodyElseDoes() {
        var circle = circle();
        var id = topics.post(question(false, circle), MIKA);
        conversation.comment(id, "こうしています", false, Optional.empty(), NOOR);

        var figures = pins.figures(
                circle, Instant.now().minus(Duration.ofDays(1)), Instant.now().plusSeconds(60), KEI);

        assertThat(figures.questions()).isOne();
        assertThat(figures.answered()).isOne();
        assertThat(figures.writers()).isEqualTo(2);
        assertThat(figures.firstAnswer()).isPresent();
        assertThat(mvc.get().uri("/communities/" + circle + "/figures").with(as(KEI)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Noor");
        assertThat(mvc.get().uri("/communities/" + circle + "/figures").with(as(MIKA)))
                .hasStatus(403);
        assertThat(mvc.get().uri("/communities/" + circle + "/figures").with(as(OTTO)))
                .hasStatus(404);
    }

    @Test
    void thePageSaysWhoOfTheCentreReads() {
        var circle = circle();
        assertThat(mvc.get().uri("/communities/" + circle).with(as(MIKA)))
                .bodyText()
                .contains("センターの職員は、このコミュニティに席がありません");
        assertThat(mvc.get().uri("/communities/" + circle).with(as(DANA)))
                .bodyText()
                .contains("代表に入れてもらった人だけが読めます");
        admissions.invite(circle, "dana", KEI);
        assertThat(roll.ofCentre(circle, MIKA)).extracting(name -> name.id()).containsExactly(DANA.person());
        assertThat(mvc.get().uri("/communities/" + circle).with(as(MIKA)))
                .bodyText()
                .contains("席のある 1 人だけが", "Dana");
    }

    @Test
    void aSecretariatStartsACommunityFromTheKit() {
        var code = "kit-" + UUID.randomUUID().toString().substring(0, 8);
        var first = occasions.today().plusDays(10);
        var answer = mvc.post()
                .uri("/communities/kit")
                .param("name", "西の鉄道の会")
                .param("code", code)
                .param("goal", "同じ攻撃で二度止まらない")
                .param("kind", "invited")
                .param("deputy", "noor")
                .param("first", first.toString())
                .param("study", "1")
                .param("check", "3")
                .param("news", "0")
                .param("exercise", "6")
                .with(as(KEI))
                .exchange();

        assertThat(answer).hasStatus(303);
        var id = communities.byCode(code, KEI).orElseThrow().id();
        assertThat(roll.leads(id, KEI))
                .extracting(lead -> lead.person().login())
                .containsExactlyInAnyOrder("kei", "noor");
        assertThat(topics.newest(Newest.in(id, 20, Level.PRO), NOOR))
                .extracting(TopicRow::title)
                .hasSize(4)
                .anyMatch(title -> title.startsWith("はじめに"));
        assertThat(pins.of(id, Level.PRO, NOOR)).hasSize(1);
        assertThat(occasions.coming(id, NOOR))
                .hasSize(8)
                .extracting(Occasion::kind)
                .contains(OccasionKind.EXERCISE, OccasionKind.STUDY, OccasionKind.CHECK)
                .doesNotContain(OccasionKind.NEWS);
        assertThat(mvc.get().uri("/communities/" + id).with(as(OTTO))).hasStatus(404);
        assertThat(occasions.coming(id, NOOR))
                .allSatisfy(each -> assertThat(each.date()).isAfterOrEqualTo(first));
    }

    @Test
    void nothingStandsWhereTheKitIsRefused() {
        var code = "kit-" + UUID.randomUUID().toString().substring(0, 8);
        var wanted = new Kit(
                code,
                Community.Kind.INVITED,
                new Wording("途中で止まる会", "Stopped"),
                new Wording("目標", ""),
                Optional.of("nobody-of-this-name"),
                Map.of(OccasionKind.STUDY, 1),
                occasions.today().plusDays(1),
                Locale.JAPANESE);

        assertThatThrownBy(() -> kit.start(wanted, KEI)).isInstanceOf(RuleBroken.class);
        assertThat(communities.byCode(code, ADA)).isEmpty();
        assertThatThrownBy(() -> kit.start(wanted, MIKA)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void onlyLeadsPlanAndOnlyMembersSee() {
        var circle = circle();
        var day = occasions.today().plusDays(3);
        assertThatThrownBy(() -> occasions.add(circle, OccasionKind.STUDY, new Wording("会", ""), day, MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() ->
                        occasions.add(circle, OccasionKind.STUDY, new Wording("会", ""), LocalDate.of(2020, 1, 1), KEI))
                .isInstanceOf(RuleBroken.class);
        occasions.add(circle, OccasionKind.STUDY, new Wording("年末の会", ""), day, KEI);

        assertThat(occasions.coming(circle, MIKA))
                .extracting(it -> it.name().ja())
                .containsExactly("年末の会");
        assertThat(occasions.coming(circle, DANA)).isEmpty();
        assertThatThrownBy(() -> occasions.coming(circle, OTTO)).isInstanceOf(NotFound.class);
    }

    private UUID circle() {
        var words = new Wording("仲間", "Peers");
        var code = "r-" + UUID.randomUUID();
        var profile = new Profile(words, words, words, words, 1);
        var id = communities.found(new NewCommunity(code, Community.Kind.INVITED, profile, KEI.person()), ADA);
        admissions.invite(id, "mika", KEI);
        admissions.invite(id, "noor", KEI);
        assertThat(communities.show(id, MIKA).place()).isEqualTo(Place.MEMBER);
        return id;
    }
}
