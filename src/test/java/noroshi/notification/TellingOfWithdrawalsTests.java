package noroshi.notification;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.notification.MailPeer.Taken;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.InformationKind;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import noroshi.topic.NewTopic;
import noroshi.topic.Revision;
import noroshi.topic.Text;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever relies on a warning hears that it was withdrawn; nobody else hears that it ever was. */
class TellingOfWithdrawalsTests extends MailTests {
    private static final UUID EVERYONE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private final String reason = "誤報-" + UUID.randomUUID();

    @Autowired
    Notifications notifications;

    @Test
    void whoeverReadItHearsThatItWasWithdrawnAndWhy() {
        var id = post("警報 " + UUID.randomUUID(), Tlp.GREEN, Set.of(RAIL), KEI);
        rightNow.spread();
        readership.open(id, Level.ALL, MIKA);
        readership.confirm(id, 1, MIKA);
        readership.open(id, Level.ALL, KEI);
        topics.withdraw(id, reason, KEI);
        rightNow.spread();
        rightNow.spread();
        assertThat(withdrawals(MIKA)).singleElement().satisfies(row -> {
            assertThat(row.shown().title()).startsWith("警報 ");
            assertThat(row.shown().reason()).isEqualTo(reason);
            assertThat(row.key()).isEqualTo("notification.what.topic_withdrawn.source");
            assertThat(row.unread()).isTrue();
            assertThat(notifications.open(row.shown().item(), false, MIKA)).isEqualTo("/topics/" + id);
        });
        for (var other : List.of(NOOR, KEI, OTTO)) {
            assertThat(withdrawals(other)).as(other.toString()).isEmpty();
        }
        readership.open(id, Level.ALL, MIKA);
        assertThat(withdrawals(MIKA)).singleElement().matches(row -> !row.unread());
    }

    @Test
    void whoMayNotReadItAnyMoreIsNotTold() {
        var id = post("失った " + UUID.randomUUID(), Tlp.AMBER, Set.of(RAIL, SORA.person()), KEI);
        readership.open(id, Level.ALL, SORA);
        topics.address(id, Set.of(RAIL), KEI);
        topics.withdraw(id, reason, KEI);
        rightNow.spread();
        assertThat(withdrawals(SORA)).isEmpty();
    }

    @Test
    void whatWentOutByMailIsTakenBackByMail() {
        var id = post("題名-9d1a", Tlp.GREEN, Set.of(SORA.person()), KEI, true);
        peer.taken().clear();
        topics.withdraw(id, reason, KEI);
        deliver();
        assertThat(to("sora@member.example")).singleElement().satisfies(mail -> {
            assertThat(subject(mail)).endsWith("題名-9d1a");
            assertThat(body(mail)).contains("話題を発信元が取り下げました", reason).doesNotContain("本文-");
        });
        assertThat(withdrawals(SORA)).hasSize(1);
    }

    /** Its label decides how much of it leaves, as it did before. */
    @Test
    void whatItsLabelKeepsInStaysIn() {
        var amber = post("題名-3f6b", Tlp.AMBER, Set.of(SORA.person()), KEI, true);
        var red = post("題名-3f6c", Tlp.RED, Set.of(NOOR.person()), KEI, true);
        peer.taken().clear();
        topics.withdraw(amber, reason, KEI);
        topics.withdraw(red, reason, KEI);
        deliver();
        assertThat(to("sora@member.example"))
                .singleElement()
                .satisfies(mail -> assertThat(body(mail)).contains("取り下げました").doesNotContain("題名-", reason));
        assertThat(to("noor@member.example"))
                .extracting(Taken::whole)
                .singleElement()
                .asString()
                .doesNotContain("題名-", reason, "取り下げ");
        assertThat(withdrawals(NOOR)).hasSize(1);
    }

    @Test
    void itSaysWhoWithdrewItAndNotWhoWroteIt() {
        var hidden = post(Optional.empty(), true, Set.of(RAIL), MIKA);
        readership.open(hidden, Level.ALL, NOOR);
        readership.open(hidden, Level.ALL, MIKA);
        topics.withdraw(hidden, reason, MIKA);
        var everywhere = post(Optional.empty(), false, Set.of(EVERYONE), KEI);
        for (var reader : List.of(NOOR, DANA, KEI)) {
            readership.open(everywhere, Level.ALL, reader);
        }
        topics.withdraw(everywhere, reason, DANA);
        rightNow.spread();
        assertThat(withdrawals(NOOR))
                .extracting(Row::key)
                .containsExactlyInAnyOrder(
                        "notification.what.topic_withdrawn.source", "notification.what.topic_withdrawn.duty_desk");
        assertThat(withdrawals(KEI))
                .extracting(Row::key)
                .containsExactly("notification.what.topic_withdrawn.duty_desk");
        assertThat(withdrawals(MIKA)).isEmpty();
        assertThat(withdrawals(DANA)).isEmpty();
    }

    @Test
    void ofAPartItsOwnReadersHear() {
        var whole = post(Optional.empty(), false, Set.of(RAIL), KEI);
        var part = post(Optional.of(whole), false, Set.of(MIKA.person()), KEI);
        readership.open(whole, Level.ALL, NOOR);
        readership.open(part, Level.ALL, MIKA);
        topics.withdraw(part, reason, KEI);
        rightNow.spread();
        assertThat(withdrawals(MIKA)).hasSize(1);
        assertThat(withdrawals(NOOR)).isEmpty();
    }

    /** A newer version that somebody has not seen leaves them with the older one. */
    @Test
    void whoeverReadAnOlderVersionHearsOfIt() {
        var id = post("第一報 " + UUID.randomUUID(), Tlp.GREEN, Set.of(RAIL), KEI);
        readership.open(id, Level.ALL, MIKA);
        topics.revise(id, new Revision(1, Map.of(Level.ALL, new Text("第二報", "本文")), "追加", ""), KEI);
        topics.withdraw(id, reason, KEI);
        rightNow.spread();
        assertThat(withdrawals(MIKA)).hasSize(1);
    }

    private UUID post(Optional<UUID> parent, boolean hidden, Set<UUID> audience, Actor actor) {
        return topics.post(
                new NewTopic(
                        Kind.POST,
                        InformationKind.OTHER,
                        parent,
                        hidden,
                        Tlp.GREEN,
                        2,
                        Optional.empty(),
                        Map.of(Level.ALL, new Text("話題 " + UUID.randomUUID(), "本文")),
                        audience),
                actor);
    }

    private List<Row> withdrawals(Actor actor) {
        return notifications.list(false, new Window(0, 200), actor).stream()
                .filter(row -> row.shown().reason().equals(reason))
                .toList();
    }
}
