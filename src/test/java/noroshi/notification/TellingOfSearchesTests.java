package noroshi.notification;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.testing.SignedIn.nobody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Secret;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Following;
import noroshi.topic.Forwarding;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.LookNow;
import noroshi.topic.NewTopic;
import noroshi.topic.Onward;
import noroshi.topic.Readership;
import noroshi.topic.SavedSearches;
import noroshi.topic.Text;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A kept search is a list, a feed, and word of what is new; each with the rights of this moment. */
@WholeHouse
@Import({RightNow.class, LookNow.class})
class TellingOfSearchesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    SavedSearches searches;

    @Autowired
    Topics topics;

    @Autowired
    Conversation conversation;

    @Autowired
    Readership readership;

    @Autowired
    Forwarding forwarding;

    @Autowired
    Feeds feeds;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    @Autowired
    LookNow lookNow;

    private final String word =
            "kw" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    @Test
    void whatIsNewIsToldOnceToWhoMayReadIt() {
        post(Tlp.GREEN, Set.of(RAIL), KEI);
        var noor = watch(NOOR);
        watch(OTTO);
        watch(KEI);
        var id = post(Tlp.AMBER, Set.of(RAIL), KEI);
        rightNow.spread();
        news();
        news();
        assertThat(whys(id, NOOR)).containsExactlyInAnyOrder(Why.COMMUNITY, Why.SEARCH);
        assertThat(whys(id, OTTO)).isEmpty();
        assertThat(whys(id, KEI)).isEmpty();
        assertThat(searches.newest(noor, Level.GENERAL, NOOR)).hasSize(2);
        assertThatThrownBy(() -> searches.newest(noor, Level.GENERAL, OTTO)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> searches.tell(noor, true, OTTO)).isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyIsToldOfWhatTheyReadMutedOrNoLongerWant() {
        watch(NOOR);
        var mika = watch(MIKA);
        var posted = new ArrayList<UUID>();
        lookNow.heldBack(() -> {
            posted.add(post(Tlp.GREEN, Set.of(RAIL), KEI));
            readership.open(posted.getFirst(), Level.GENERAL, NOOR);
            posted.add(post(Tlp.GREEN, Set.of(RAIL), KEI));
            conversation.follow(posted.getLast(), Optional.of(Following.MUTED), NOOR);
            searches.tell(mika, false, MIKA);
        });
        news();
        var read = posted.getFirst();
        var muted = posted.getLast();
        assertThat(whys(read, NOOR)).doesNotContain(Why.SEARCH);
        assertThat(whys(muted, NOOR)).doesNotContain(Why.SEARCH);
        assertThat(whys(read, MIKA)).doesNotContain(Why.SEARCH);
    }

    @Test
    void whoWasShutOutMeanwhileHearsNothing() {
        watch(NOOR);
        var id = post(Tlp.GREEN, Set.of(NOOR.person(), JUN.person()), KEI);
        lookNow.look();
        topics.address(id, Set.of(JUN.person()), KEI);
        rightNow.spread();
        assertThat(whys(id, NOOR)).isEmpty();
    }

    @Test
    void itsFeedSaysNoMoreThanTheLabelAllowsAndIsItsOwnersAlone() {
        var kept = watch(SORA);
        var green = post(Tlp.GREEN, Set.of(SORA.person()), KEI);
        var amber = post(Tlp.AMBER, Set.of(SORA.person()), KEI);
        var red = post(Tlp.RED, Set.of(SORA.person()), KEI);
        var secret = feeds.renew(SORA);
        assertThat(fetch(secret, kept))
                .hasStatusOk()
                .bodyText()
                .contains("/topics/" + green, title(Tlp.GREEN), "/topics/" + amber)
                .doesNotContain(title(Tlp.AMBER), title(Tlp.RED), red.toString(), "見張り");
        assertThat(fetch(feeds.renew(OTTO), kept)).hasStatus(HttpStatus.NOT_FOUND);
        topics.address(green, Set.of(JUN.person()), KEI);
        assertThat(fetch(secret, kept)).hasStatusOk().bodyText().doesNotContain(green.toString());
        searches.forget(kept, SORA);
        assertThat(fetch(secret, kept)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void thePageTurnsItOnAndOff() {
        searches.keep("見張り " + word, "q=" + word, MIKA);
        var id = id(MIKA);
        assertThat(mvc.get().uri("/search").with(as(MIKA))).bodyText().contains("「見張り " + word + "」の新着を知らせる");
        assertThat(mvc.post()
                        .uri("/search/saved/" + id + "/telling")
                        .param("told", "true")
                        .with(as(OTTO)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/search/saved/" + id + "/telling")
                        .param("told", "true")
                        .with(as(MIKA)))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(mvc.get().uri("/search").with(as(MIKA))).bodyText().contains("「見張り " + word + "」の新着を知らせない");
        assertThat(mvc.get().uri("/search").with(as(OTTO))).bodyText().doesNotContain(word);
    }

    @Test
    void whoAskedToShareOnwardHearsTheAnswerAndTheSourceTheQuestion() {
        var id = post(Tlp.GREEN, Set.of(RAIL), KEI);
        var request = forwarding.ask(id, Optional.empty(), "同じ機器を使う団体", "点検してもらう", NOOR);
        rightNow.spread();
        assertThat(what(id, KEI)).contains(What.ONWARD_ASKED);
        assertThat(what(id, MIKA)).doesNotContain(What.ONWARD_ASKED);
        forwarding.answer(id, request, Onward.Answer.NO, KEI);
        rightNow.spread();
        assertThat(what(id, NOOR)).contains(What.ONWARD_ANSWERED);
        assertThat(what(id, MIKA)).doesNotContain(What.ONWARD_ANSWERED);
        assertThat(what(id, OTTO)).isEmpty();
    }

    private void news() {
        lookNow.look();
        rightNow.spread();
    }

    private UUID watch(Actor actor) {
        searches.keep("見張り " + word, "q=" + word, actor);
        var id = id(actor);
        searches.tell(id, true, actor);
        return id;
    }

    private UUID id(Actor actor) {
        return searches.mine(actor).stream()
                .filter(each -> each.name().endsWith(word))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult fetch(Secret secret, UUID search) {
        return mvc.get()
                .uri("/feeds/" + secret.text() + "/searches/" + search + ".atom")
                .with(nobody())
                .exchange();
    }

    private List<Why> whys(UUID topic, Actor actor) {
        return rows(topic, actor).stream()
                .map(row -> row.shown().outline().why())
                .toList();
    }

    private List<What> what(UUID topic, Actor actor) {
        return rows(topic, actor).stream()
                .map(row -> row.shown().outline().what())
                .toList();
    }

    private List<Row> rows(UUID topic, Actor actor) {
        return notifications.list(false, new Window(0, 100), actor).stream()
                .filter(row ->
                        notifications.open(row.shown().item(), false, actor).contains(topic.toString()))
                .toList();
    }

    private String title(Tlp tlp) {
        return tlp + " の " + word;
    }

    private UUID post(Tlp tlp, Set<UUID> audience, Actor by) {
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        Optional.empty(),
                        false,
                        tlp,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text(title(tlp), "本文 " + word)),
                        audience),
                by);
    }
}
