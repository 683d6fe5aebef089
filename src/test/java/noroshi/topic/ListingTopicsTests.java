package noroshi.topic;

import static noroshi.testing.Cast.KEI;
import static noroshi.testing.Cast.LOBBY;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.POWER;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.office;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.TopicFilter.Condition.ADDRESSED;
import static noroshi.topic.TopicFilter.Condition.OWN;
import static noroshi.topic.TopicFilter.Condition.UNANSWERED;
import static noroshi.topic.TopicFilter.Condition.UNREAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** One list of everything a reader may read, to its last topic. */
@WholeHouse
class ListingTopicsTests {
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");

    @Autowired
    Topics topics;

    @Autowired
    Lists lists;

    @Autowired
    Readership readership;

    @Autowired
    Conversation conversation;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatIsAddressedStaysUntilItIsAnsweredOrConfirmedHoweverMuchCameSince() {
        var first = window("窓口あての一通目");
        for (int n = 0; n < 70; n++) {
            topics.post(Samples.post(Tlp.AMBER, RAIL), NOOR);
        }
        assertThat(all(MIKA, ADDRESSED, UNANSWERED)).contains(first);
        assertThat(all(RIN, ADDRESSED, UNANSWERED)).contains(first);

        readership.open(first, Level.ALL, MIKA);
        assertThat(all(MIKA, ADDRESSED, UNANSWERED)).contains(first);
        assertThat(all(MIKA, ADDRESSED, UNREAD)).doesNotContain(first);
        readership.confirm(first, 1, MIKA);
        assertThat(all(MIKA, ADDRESSED, UNANSWERED)).doesNotContain(first);
        assertThat(all(RIN, ADDRESSED, UNANSWERED)).contains(first);

        conversation.comment(first, "受け取りました", false, Optional.empty(), MIKA);
        assertThat(all(RIN, ADDRESSED, UNANSWERED)).doesNotContain(first);
        assertThat(all(RIN, ADDRESSED)).contains(first);
    }

    @Test
    void anAnswerWithTheOrganisationHiddenIsKnownToItsWriterAlone() {
        var id = topics.post(Samples.question(false, RAIL), NOOR);
        conversation.comment(id, "うちも見ました", true, Optional.empty(), MIKA);
        assertThat(all(MIKA, UNANSWERED)).doesNotContain(id);
        assertThat(all(KEI, UNANSWERED)).contains(id);
    }

    @Test
    void aQuestionIsAnsweredWhenAnAnswerIsMarkedAndOpenAgainWithoutTheMark() {
        var id = topics.post(Samples.question(false, RAIL), MIKA);
        var hidden = topics.post(Samples.question(true, RAIL), MIKA);
        assertThat(all(KEI, UNANSWERED)).contains(id, hidden);
        assertThat(all(MIKA, OWN, UNANSWERED)).contains(id, hidden);
        assertThat(all(MIKA, UNANSWERED)).doesNotContain(id, hidden);
        assertThat(all(KEI, OWN)).doesNotContain(id, hidden);

        var answer = conversation.comment(id, "見ました", false, Optional.empty(), NOOR);
        conversation.accept(id, Optional.of(answer), MIKA);
        assertThat(all(KEI, UNANSWERED)).doesNotContain(id).contains(hidden);
        conversation.accept(id, Optional.empty(), MIKA);
        assertThat(all(KEI, UNANSWERED)).contains(id);
    }

    @Test
    void aListIsWalkedToItsEndAndEachTopicStandsOnce() {
        var posted = new ArrayList<UUID>();
        for (int n = 0; n < 65; n++) {
            posted.add(topics.post(Samples.post(Tlp.AMBER, LOBBY, RAIL), MIKA));
        }
        var walked = new ArrayList<String>();
        var address = Optional.of("/topics?community=" + LOBBY);
        while (address.isPresent()) {
            var body = body(address.get(), SORA);
            var matcher =
                    Pattern.compile("row__title\" href=\"/topics/([^\"]+)\"").matcher(body);
            while (matcher.find()) {
                walked.add(matcher.group(1));
            }
            var next = NEXT.matcher(body);
            address = next.find() ? Optional.of(next.group(1).replace("&amp;", "&")) : Optional.empty();
        }
        assertThat(walked)
                .doesNotHaveDuplicates()
                .containsAll(posted.stream().map(UUID::toString).toList());
    }

    @Test
    void whatLiesBehindMuchThatIsLeftOutIsFoundInItsOrder() {
        var oldest = topics.post(Samples.post(Tlp.AMBER, RAIL), NOOR);
        var older = topics.post(Samples.post(Tlp.AMBER, LOBBY, RAIL), NOOR);
        for (int n = 0; n < 60; n++) {
            readership.open(topics.post(Samples.post(Tlp.AMBER, LOBBY, RAIL), NOOR), Level.ALL, KEI);
            if (n == 30) {
                older = topics.post(Samples.post(Tlp.AMBER, LOBBY, RAIL), NOOR);
            }
        }
        var one = TopicFilter.of(1, UNREAD);
        var first = lists.sifted(one, KEI).get();
        assertThat(first.topics()).containsExactly(older);
        var walked = new ArrayList<>(first.topics());
        for (var next = first.next(); !walked.contains(oldest); ) {
            var more = lists.sifted(one.after(next), KEI).get();
            walked.addAll(more.topics());
            next = more.next();
        }
        assertThat(all(KEI, UNREAD)).startsWith(walked.toArray(UUID[]::new));
    }

    @Test
    void aSearchKeepsToALabelAndToACommunityOfTheReaders() {
        var here = topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, "波止場語の件", "本文", RAIL), MIKA);
        var there = topics.post(Samples.topic(Kind.POST, Tlp.GREEN, false, "波止場語の別件", "本文", LOBBY), MIKA);
        assertThat(body("/search?q=波止場語", MIKA)).contains(here.toString(), there.toString());
        assertThat(body("/search?q=波止場語&tlp=AMBER", MIKA))
                .contains(here.toString(), "<option value=\"AMBER\" selected")
                .doesNotContain(there.toString());
        assertThat(body("/search?q=波止場語&community=" + LOBBY, MIKA))
                .contains(there.toString(), "<option value=\"" + LOBBY + "\" selected")
                .doesNotContain(here.toString());
        assertThat(body("/search?q=波止場語&community=" + RAIL, SORA)).doesNotContain(here.toString(), there.toString());
        assertThat(body("/search?q=波止場語&community=" + RAIL, OTTO)).doesNotContain(here.toString(), "鉄道");
        assertThat(body("/search?q=波止場語&community=nobody", MIKA)).contains(here.toString());
    }

    @Test
    void oneIsToldOnlyWhenCalledIfOneChoosesSo() {
        var id = topics.post(Samples.post(Tlp.AMBER, RAIL), NOOR);
        assertThat(body("/topics/" + id, MIKA)).contains("value=\"MENTIONS\"", "呼ばれたときだけ");
        assertThat(mvc.post()
                        .uri("/topics/" + id + "/following")
                        .param("mode", "MENTIONS")
                        .with(as(MIKA)))
                .hasStatus(303);
        assertThat(body("/topics/" + id, MIKA)).contains("呼ばれたときだけ知らせる").doesNotContain("value=\"MENTIONS\"");
        assertThat(mvc.post().uri("/topics/" + id + "/following").with(as(MIKA)))
                .hasStatus(303);
        assertThat(body("/topics/" + id, MIKA)).contains("value=\"MENTIONS\"");
    }

    @Test
    void aStrangerFindsNothingWhateverTheyChoose() {
        var window = window("よその窓口あて");
        var community = topics.post(Samples.question(false, RAIL), MIKA);
        for (var address : List.of(
                "/topics",
                "/topics?community=" + RAIL,
                "/topics?community=" + RAIL + "&addressed=true",
                "/topics?addressed=true&unanswered=true",
                "/topics?kind=QUESTION&unanswered=true",
                "/topics?unread=true",
                "/topics?after=zzzz&kind=NONSENSE&community=nobody")) {
            assertThat(body(address, OTTO)).as(address).doesNotContain(window.toString(), community.toString());
        }
        var direct = new TopicFilter(
                java.util.Set.of(), Optional.of(office("window", RAILWAY)), java.util.Set.of(), Optional.empty(), 50);
        assertThat(lists.sifted(direct, OTTO).get().topics()).isEmpty();
        assertThat(all(NOOR, ADDRESSED)).doesNotContain(window, community);
    }

    @Test
    void thePageSaysWhatIsChosenAndWhatIsMissing() {
        assertThat(body("/topics?addressed=true&unread=true&kind=QUESTION&own=true", KEI))
                .contains("あてはまるトピックはありません", "すべて表示");
        var id = topics.post(Samples.post(Tlp.AMBER, office("window", POWER)), MIKA);
        assertThat(body("/topics?addressed=true&unread=true&kind=POST", NOOR)).contains(id.toString());
        assertThat(body("/topics?addressed=true&kind=BULLETIN", NOOR)).doesNotContain(id.toString());
        topics.withdraw(id, "まちがい", MIKA);
        assertThat(body("/topics?addressed=true", NOOR)).doesNotContain(id.toString());
    }

    private UUID window(String title) {
        return topics.post(Samples.topic(Kind.POST, Tlp.AMBER, false, title, "本文", office("window", RAILWAY)), SORA);
    }

    private List<UUID> all(Actor actor, TopicFilter.Condition... conditions) {
        return lists.sifted(TopicFilter.of(200, conditions), actor).get().topics();
    }

    private String body(String address, Actor actor) {
        var answer = mvc.get().uri(address).with(as(actor)).exchange();
        assertThat(answer).hasStatusOk();
        try {
            return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
