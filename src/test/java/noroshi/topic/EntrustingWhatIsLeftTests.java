package noroshi.topic;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.EVERYONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.Circle;
import noroshi.membership.Withdrawal;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What people and organisations leave behind goes to a window, by whose it was, and comes back. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=StandingInTests") // people and organisations go
class EntrustingWhatIsLeftTests extends Leavings {
    @Test
    void theAdministratorEntrustsWhatThoseLeftWhoSitThereNoMore() {
        var asa = newcomer(RAILWAY, RIN);
        var green = post(Tlp.GREEN, false, asa, EVERYONE);
        var hidden = post(Tlp.GREEN, true, asa, EVERYONE);
        var elsewhere = post(Tlp.AMBER, false, asa, RAIL);
        var mikas = post(Tlp.GREEN, false, MIKA, EVERYONE);
        assertThat(left(RIN)).as("who sits there answers for it").doesNotContain(green);
        people.endSeat(members.seats(asa.person()).getFirst().id(), RIN);
        assertThat(left(RIN)).contains(green).doesNotContain(hidden, elsewhere, mikas);
        assertThat(topics.isSource(green, MIKA)).isFalse();

        for (var stranger : List.of(OTTO, NOOR)) {
            assertThatThrownBy(() -> entrustings.left(RAILWAY, ALL, stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> entrustings.entrust(RAILWAY, List.of(green), "", stranger))
                    .isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> entrustings.entrust(RAILWAY, List.of(green), "", MIKA))
                .as("not hers, and she does not administer")
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> entrustings.entrust(RAILWAY, List.of(green), "", ADA))
                .as("the organisation takes part")
                .isInstanceOf(NotAllowed.class);
        for (var not : List.of(hidden, elsewhere, mikas, UUID.randomUUID())) {
            assertThatThrownBy(() -> entrustings.entrust(RAILWAY, List.of(green, not), "", RIN))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(topics.isSource(green, MIKA)).as("all or none").isFalse();

        assertThat(entrustings.entrust(RAILWAY, List.of(green), "", RIN)).isOne();
        assertThat(entrustings.entrust(RAILWAY, List.of(green), "", RIN))
                .as("twice does no harm")
                .isZero();
        assertThat(topics.isSource(green, MIKA)).isTrue();
        assertThat(topics.isSource(green, OTTO)).isFalse();
        assertThat(left(RIN)).doesNotContain(green);
        forwarding.ask(green, Optional.empty(), "鉄道の部品会社", "点検してもらう", NOOR);
        assertThat(forwarding.waiting(MIKA)).extracting(Onward::topic).contains(green);
        assertThat(trusts(RAILWAY, MIKA)).as("who keeps the window sees it").contains(green);
        assertThat(trusts(STRANGERS, OTTO)).isEmpty();

        assertThatThrownBy(() -> entrustings.takeBack(RAILWAY, green, MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> entrustings.takeBack(RAILWAY, green, OTTO)).isInstanceOf(NotFound.class);
        entrustings.takeBack(RAILWAY, green, RIN);
        assertThat(topics.isSource(green, MIKA)).isFalse();
        assertThat(topics.show(green, MIKA).id()).as("as everybody does").isEqualTo(green);
        assertThatThrownBy(() -> entrustings.takeBack(RAILWAY, green, RIN)).isInstanceOf(NotFound.class);
        assertThat(left(RIN)).contains(green);
    }

    @Test
    void whoeverGoesEntrustsWhatIsTheirsAndTheWindowReadsItNoLongerThanThat() {
        var asa = newcomer(RAILWAY, RIN);
        members.admit(LOBBY, Circle.COMMUNITY, asa.person(), false, KEI);
        var amber = post(Tlp.AMBER, false, asa, POWER_WINDOW);
        var red = post(Tlp.RED, false, asa, NOOR.person());
        assertThat(entrustings.left(RAILWAY, ALL, asa))
                .extracting(Entrustable::topic)
                .contains(amber)
                .doesNotContain(red);
        assertThatThrownBy(() -> topics.show(amber, RIN)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> entrustings.entrust(RAILWAY, List.of(red), "", asa))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> entrustings.entrust(RAILWAY, List.of(), "", asa))
                .isInstanceOf(RuleBroken.class);

        entrustings.entrust(RAILWAY, List.of(amber), "", asa);
        people.endSeat(members.seats(asa.person()).getFirst().id(), RIN);
        assertThat(topics.isSource(amber, MIKA)).isTrue();
        assertThat(topics.show(amber, MIKA).id()).isEqualTo(amber);
        assertThatThrownBy(() -> topics.show(amber, OTTO)).isInstanceOf(NotFound.class);

        entrustings.takeBack(RAILWAY, amber, RIN);
        assertThatThrownBy(() -> topics.show(amber, MIKA)).isInstanceOf(NotFound.class);
        assertThat(topics.show(amber, NOOR).id()).isEqualTo(amber);
    }

    @Test
    void theCentreEntrustsWhatAnOrganisationLeftThatWithdrew() {
        var code = "e-" + UUID.randomUUID().toString().substring(0, 8);
        var leaving = founded(code);
        var theirs = newcomer(leaving, ADA);
        var green = post(Tlp.GREEN, false, theirs, EVERYONE);
        var amber = post(Tlp.AMBER, false, theirs, office("window", CENTRE), office("custodians", CENTRE));
        assertThatThrownBy(() -> entrustings.entrust(leaving, List.of(green), "railway", ADA))
                .as("it takes part")
                .isInstanceOf(NotAllowed.class);
        organisations.withdraw(new Withdrawal(leaving, "合併", false), ADA);

        assertThat(entrustings.left(leaving, ALL, ADA))
                .extracting(Entrustable::topic)
                .containsExactly(green);
        for (var nowhere : List.of("", code, "nobody-has-this")) {
            assertThatThrownBy(() -> entrustings.entrust(leaving, List.of(green), nowhere, ADA))
                    .isInstanceOfSatisfying(
                            RuleBroken.class,
                            refusal -> assertThat(refusal.key()).isEqualTo("topic.entrusting.where"));
        }
        assertThatThrownBy(() -> entrustings.entrust(leaving, List.of(amber), "railway", ADA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> entrustings.entrust(leaving, List.of(green), "railway", RIN))
                .isInstanceOf(NotFound.class);

        assertThat(entrustings.entrust(leaving, List.of(green), "railway", ADA)).isOne();
        assertThat(topics.isSource(green, MIKA)).isTrue();
        assertThat(trusts(RAILWAY, MIKA)).contains(green);
        assertThatThrownBy(() -> entrustings.takeBack(RAILWAY, green, RIN))
                .as("who gave it takes it back")
                .isInstanceOf(NotFound.class);
        entrustings.takeBack(leaving, green, ADA);
        assertThat(topics.isSource(green, MIKA)).isFalse();
    }

    @Test
    void thePageShowsFirstWhatWouldBeDone() throws Exception {
        var asa = newcomer(RAILWAY, RIN);
        var green = post(Tlp.GREEN, false, asa, EVERYONE);
        people.endSeat(members.seats(asa.person()).getFirst().id(), RIN);
        var path = "/organisations/" + RAILWAY + "/topics";
        assertThat(mvc.get().uri(path).with(as(OTTO))).hasStatus(404);
        assertThat(mvc.get().uri("/organisations/" + RAILWAY).with(as(RIN)))
                .bodyText()
                .contains(path);
        assertThat(body(path, RIN)).contains("/topics/" + green, "新田 朝").doesNotContain("topic.entrusting");
        assertThat(body(path, MIKA)).contains("自分のトピック").doesNotContain("/topics/" + green);
        assertThat(body(path, ADA)).contains("この組織は参加中です").doesNotContain("/topics/" + green);
        assertThat(body(path + "?preview=true&topic=" + green, RIN)).contains("1件を東都鉄道", "窓口の担当者：", "いつでも1件ずつ取り戻せます");
        assertThat(mvc.get().uri(path + "?preview=true").with(as(RIN)))
                .hasStatus(422)
                .bodyText()
                .contains("一覧から1件以上選んでください");
        assertThat(topics.isSource(green, MIKA)).as("looking does nothing").isFalse();

        assertThat(mvc.post()
                        .uri(path + "/entrusting")
                        .param("topic", green.toString())
                        .with(as(RIN)))
                .hasStatus(303);
        var again = mvc.post()
                .uri(path + "/entrusting")
                .param("topic", green.toString())
                .with(as(RIN))
                .exchange();
        assertThat(again).hasStatus(303);
        assertThat(again.getResponse().getHeaders("Set-Cookie"))
                .as("it says that it was done before, not that nothing was")
                .anyMatch(each -> each.contains("topic.entrusting.already"));
        assertThat(body(path, RIN)).contains("任せたトピック", "取り戻す");
        assertThat(body(path, MIKA)).contains("/topics/" + green).doesNotContain("/return");
        assertThat(mvc.post().uri(path + "/" + green + "/return").with(as(MIKA)))
                .hasStatus(403);
        assertThat(mvc.post().uri(path + "/" + green + "/return").with(as(OTTO)))
                .hasStatus(404);
        assertThat(mvc.post().uri(path + "/" + green + "/return").with(as(RIN))).hasStatus(303);
        assertThat(topics.isSource(green, MIKA)).isFalse();
    }

    /** Readers see who answers now; whoever keeps the window finds what waits until it is seen, and answered. */
    @Test
    void itsPageSaysWhoAnswersForItAndTheWindowFindsWhatWaits() throws Exception {
        var asa = newcomer(RAILWAY, RIN);
        var green = topics.post(Samples.post(Tlp.GREEN, EVERYONE), asa);
        var before = entrustings.waiting(MIKA).get();
        assertThat(body("/topics/" + green, NOOR)).doesNotContain("いま受け持つ窓口");

        entrustings.entrust(RAILWAY, List.of(green), "", asa);

        assertThat(entrustings.waiting(MIKA).get()).isEqualTo(before + 1);
        assertThat(body("/", MIKA)).contains("窓口に任されて待っているトピック", "/organisations/" + RAILWAY + "/topics#entrusted");
        assertThat(body("/organisations/" + RAILWAY + "/topics", MIKA)).contains("任されてから、まだ開いていない");
        for (var other : List.of(NOOR, OTTO, ADA)) {
            assertThat(entrustings.waiting(other).get())
                    .as("keeps another window")
                    .isZero();
        }
        for (var reader : List.of(NOOR, OTTO, MIKA)) {
            assertThat(body("/topics/" + green, reader)).contains("いま受け持つ窓口", "東都鉄道の窓口");
        }
        assertThat(entrustings.waiting(MIKA).get()).as("she has opened it").isEqualTo(before);
        entrustings.takeBack(RAILWAY, green, asa);
        assertThat(body("/topics/" + green, MIKA)).doesNotContain("いま受け持つ窓口");
    }

    /** Home counts what waits: however much was entrusted since, the page shows it, and shows it first. */
    @Test
    void whatWaitsIsShownFirstAndTheRestIsReached() throws Exception {
        var asa = newcomer(RAILWAY, RIN);
        var old = post(Tlp.GREEN, false, asa, EVERYONE);
        entrustings.entrust(RAILWAY, List.of(old), "", asa);
        var seen = topics.post(Samples.post(Tlp.GREEN, EVERYONE), asa);
        entrustings.entrust(RAILWAY, List.of(seen), "", asa);
        body("/topics/" + seen, MIKA);
        assertThat(trusts(RAILWAY, MIKA)).containsSubsequence(old, seen);

        var many = java.util.stream.Stream.generate(() -> post(Tlp.GREEN, false, asa, EVERYONE))
                .limit(50)
                .toList();
        entrustings.entrust(RAILWAY, many, "", asa);
        var path = "/organisations/" + RAILWAY + "/topics";
        assertThat(body(path, MIKA)).contains("trusts=2#entrusted");
        var pages = body(path, MIKA) + body(path + "?trusts=2", MIKA);
        assertThat(pages).contains("/topics/" + old, "/topics/" + seen);
        many.forEach(each -> assertThat(pages).contains("/topics/" + each));
    }

    /** Another organisation than the one whose name stands there is not told to everybody: a list would show who takes part. */
    @Test
    void thatAnotherOrganisationAnswersIsToldToWhomItConcerns() throws Exception {
        var leaving = founded("e-" + UUID.randomUUID().toString().substring(0, 8));
        var theirs = newcomer(leaving, ADA);
        var asks = post(Tlp.GREEN, false, theirs, EVERYONE);
        organisations.withdraw(new Withdrawal(leaving, "合併", false), ADA);
        var before = entrustings.waiting(MIKA).get();
        entrustings.entrust(leaving, List.of(asks), "railway", ADA);
        for (var reader : List.of(MIKA, ADA)) {
            assertThat(body("/topics/" + asks, reader)).contains("いま受け持つ窓口", "東都鉄道の窓口");
        }
        for (var reader : List.of(NOOR, OTTO)) {
            assertThat(body("/topics/" + asks, reader)).doesNotContain("いま受け持つ窓口");
            assertThat(entrustings.answering(asks, reader)).isEmpty();
        }
        assertThat(entrustings.waiting(MIKA).get())
                .as("a question waits until it is answered")
                .isEqualTo(before + 1);
        assertThat(body("/organisations/" + RAILWAY + "/topics", MIKA)).contains("回答が選ばれていない質問");
        entrustings.takeBack(leaving, asks, ADA);
        assertThat(entrustings.answering(asks, MIKA)).isEmpty();
    }
}
