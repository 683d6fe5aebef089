package noroshi.notification;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static noroshi.topic.Samples.question;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.notification.Mailed.Filter;
import noroshi.notification.Mailed.Outcome;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** An organisation's administrator sees what left by mail to its people, and no more of it than they may know. */
class SeeingOwnMailTests extends MailTests {
    private static final Filter EVERYTHING = new Filter(Optional.empty(), Optional.empty(), Optional.empty());

    @Autowired
    OwnMail own;

    @Autowired
    MockMvcTester mvc;

    @Test
    void nothingIsToldAboveTheLimitNorWhatTheAdministratorMayNotRead() throws Exception {
        var window = office("window", RAILWAY);
        var since = Instant.now();
        var green = post("緑の題名-kept", Tlp.GREEN, Set.of(window), KEI);
        var amber = post("黄の題名-kept", Tlp.AMBER, Set.of(window), KEI);
        post("赤の題名-kept", Tlp.RED, Set.of(MIKA.person(), RIN.person()), KEI);
        post("私信の題名-kept", Tlp.GREEN, Set.of(MIKA.person(), window), KEI);
        post("会の題名-kept", Tlp.GREEN, Set.of(NOOR.person()), KEI);
        deliver();

        var rows = since(since, RIN);

        assertThat(rows)
                .filteredOn(row -> row.person().equals(RIN.person()))
                .filteredOn(row -> row.topic().filter(green::equals).isPresent())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.title()).isEqualTo("緑の題名-kept");
                    assertThat(row.about().orElseThrow().why()).isEqualTo(Why.WINDOW);
                    assertThat(row.state()).isEqualTo(Dispatch.State.SENT);
                });
        assertThat(rows)
                .filteredOn(row -> row.person().equals(RIN.person()))
                .filteredOn(row -> row.topic().filter(amber::equals).isPresent())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.title()).isEmpty();
                    assertThat(row.about().orElseThrow().tlp()).isEqualTo(Tlp.AMBER);
                });
        assertThat(rows)
                .filteredOn(
                        row -> row.person().equals(MIKA.person()) && row.about().isEmpty())
                .as("the red and the private one, without a word of either")
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.topic()).isEmpty();
                    assertThat(row.title()).isEmpty();
                });
        assertThat(rows)
                .filteredOn(row -> row.person().equals(MIKA.person()))
                .extracting(Mailed::title)
                .doesNotContain("赤の題名-kept", "私信の題名-kept");
        assertThat(rows).extracting(Mailed::person).doesNotContain(NOOR.person());

        var page = body("/insight/mail?period=days7", RIN);
        assertThat(page)
                .contains("緑の題名-kept", "本人あてのお知らせ")
                .doesNotContain("黄の題名-kept", "赤の題名-kept", "会の題名-kept", "本文-4b1e", "insight.mail");
        assertThat(body("/insight/mail.csv?period=days7&outcome=handed_over", RIN))
                .contains("緑の題名-kept", "TLP:AMBER")
                .doesNotContain("黄の題名-kept", "赤の題名-kept");
        assertThat(get("/insight/mail.xlsx?period=days7", RIN)).hasStatusOk();
        assertThat(body("/insight/mail?period=days7", OTTO)).doesNotContain("の題名-kept");
        assertThat(since(since, OTTO)).extracting(Mailed::person).doesNotContain(MIKA.person(), RIN.person());
        assertThat(get("/insight/mail", MIKA)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/insight/mail.csv", ADA)).hasStatus(HttpStatus.NOT_FOUND);
        assertThatThrownBy(() -> since(since, MIKA)).isInstanceOf(NotFound.class);
    }

    /** Whom an answer is mailed to stands behind the question. */
    @Test
    void whatHidesItsOrganisationIsNotAmongIt() {
        var since = Instant.now();
        var hidden = topics.post(question(true, RAIL), MIKA);
        conversation.comment(hidden, "こちらでも見ました", false, Optional.empty(), NOOR);
        deliver();
        assertThat(to("mika@member.example")).as("the answer was mailed").isNotEmpty();
        assertThat(since(since, RIN)).extracting(Mailed::person).doesNotContain(MIKA.person());
    }

    @Test
    void everyOutcomeHasAsManyRowsAsItSays() {
        var since = Instant.now().minus(Duration.ofDays(30));
        var until = Instant.now().plusSeconds(60);
        post("数える", Tlp.GREEN, Set.of(office("window", RAILWAY)), KEI, true);
        var counts = own.counts(EVERYTHING, since, until, RIN);
        assertThat(counts).containsKey(Outcome.HANDED_OVER);
        counts.forEach((outcome, count) -> assertThat(own.all(
                        new Filter(Optional.of(outcome), Optional.empty(), Optional.empty()), since, until, RIN))
                .as(outcome.name())
                .hasSize(count));
    }

    @Test
    void whatIsRefusedIsSeenByBothAndLeavesAgain() throws Exception {
        peer.replying(command ->
                command.startsWith("RCPT") && command.contains("mika@") ? "550 5.1.1 no such user" : "250 ok");
        var id = post("届かない話", Tlp.GREEN, Set.of(MIKA.person()), KEI, true);
        assertThat(about(id)).isEmpty();

        assertThat(own.waiting(RIN)).isOne();
        assertThat(own.unreached(RIN)).singleElement().satisfies(each -> {
            assertThat(each.person()).isEqualTo(MIKA.person());
            assertThat(each.reply()).contains("550 5.1.1");
        });
        assertThat(body("/", RIN)).contains("メールが届いていない人が 1 人", "/insight/mail");
        assertThat(body("/insight/mail", RIN))
                .contains("550 5.1.1", "/insight/mail/again")
                .doesNotContain("届かない話");
        assertThat(body("/settings", MIKA)).contains("550 5.1.1", "/settings/mail/again");
        assertThat(body("/settings", RIN)).doesNotContain("/settings/mail/again");
        assertThat(own.mine(OTTO)).isEmpty();
        assertThat(own.waiting(OTTO)).isZero();
        assertThat(own.waiting(MIKA)).isZero();
        assertThat(own.sendAgain(OTTO)).isZero();
        assertThatThrownBy(() -> own.sendAgain(MIKA)).isInstanceOf(NotFound.class);
        own.sendMineAgain(NOOR);
        deliver();
        assertThat(about(id)).isEmpty();

        peer.replying(command -> "250 ok");
        assertThat(own.sendAgain(RIN)).isOne();
        deliver();

        assertThat(about(id)).hasSize(1);
        assertThat(own.waiting(RIN)).isZero();
        assertThat(own.mine(MIKA)).isEmpty();
        assertThat(own.sendAgain(RIN)).isZero();
    }

    private List<Mailed> since(Instant since, Actor actor) {
        return own.list(EVERYTHING, since, Instant.now().plusSeconds(60), new Window(0, 200), actor);
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult get(String address, Actor actor) {
        return mvc.get().uri(address).with(as(actor)).exchange();
    }

    private String body(String address, Actor actor) throws Exception {
        var answer = get(address, actor);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
