package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.ReceivedEnvelope;
import noroshi.notification.RightNow;
import noroshi.shared.Acting;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Who held another's id because they brought it first gives way when the Centre says so; both sides are told. */
@WholeHouse
@Import(RightNow.class)
class GivingToTheSourceTests extends Giving {

    @Test
    void whatAStrangerHeldIsItsSourcesAgain() {
        assertThat(bring(SECOND, GREEN, OTTO).succeeded()).isOne();
        assertThat(bring(FIRST, GREEN, MIKA).failed())
                .as("held by who was first")
                .isOne();
        assertThat(read(NOOR)).contains(SECOND);
        assertThat(give(ADA)).isOne();
        assertThat(read(NOOR)).doesNotContain(id);
        assertThat(bring(THIRD, GREEN, OTTO).failed()).isOne();
        assertThat(bring(FIRST, GREEN, MIKA).succeeded()).isOne();
        assertThat(bring(SECOND, GREEN, OTTO).failed()).isOne();
        assertThat(bring(THIRD, GREEN, MIKA).succeeded()).isOne();
        assertThat(read(NOOR)).contains(THIRD).doesNotContain(SECOND);
        assertThat(read(OTTO)).contains(THIRD);
    }

    @Test
    void whatStoodOnAShelfOfTheirOwnGoesToo() {
        bring(FIRST, STRICT, OTTO);
        bring(FIRST, STRICT, MIKA);
        assertThat(give(ADA)).isOne();
        assertThat(read(OTTO)).doesNotContain(id);
        assertThat(read(MIKA)).contains(FIRST);
        assertThat(bring(SECOND, STRICT, OTTO).failed()).isOne();
        assertThat(bring(SECOND, STRICT, MIKA).succeeded()).isOne();
    }

    @Test
    void whoeverItIsGivenToMayBringIt() {
        bring(FIRST, GREEN, OTTO);
        refused(id, POWER, "r", "intel.given.writer");
        assertThat(read(NOOR)).as("refused as a whole").contains(id);
    }

    @Test
    void anIdCanBeKeptForItsSourceBeforeAnybodyBringsIt() {
        assertThat(give(ADA)).isZero();
        assertThat(bring(FIRST, GREEN, OTTO).failed()).isOne();
        assertThat(bring(FIRST, GREEN, MIKA).succeeded()).isOne();
    }

    @Test
    void noWordThatIsPassedOnComesInstead() throws Exception {
        bring(FIRST, GREEN, OTTO);
        give(ADA);
        var object = indicator(id, THIRD, ",\"revoked\":true,\"object_marking_refs\":[\"" + GREEN + "\"]");
        var passed = Acting.as(
                ADA,
                () -> writers.passOn(
                        collections.show(collection, ADA),
                        ReceivedEnvelope.read(envelope(object)),
                        Optional.of(STRANGERS),
                        ADA));
        assertThat(passed.failed()).isOne();
        assertThat(read(NOOR)).doesNotContain(id);
    }

    @Test
    void bothSidesAreToldAndNeitherLearnsOfTheOther() throws Exception {
        bring(FIRST, GREEN, OTTO);
        var before = List.of(told(MIKA), told(OTTO), told(NOOR));
        give(ADA);
        assertThat(told(MIKA)).isEqualTo(before.get(0) + 1);
        assertThat(told(OTTO)).isEqualTo(before.get(1) + 1);
        assertThat(told(NOOR)).as("reads there, and is no side").isEqualTo(before.get(2));
        assertThat(ownership.given(collection, MIKA)).singleElement().satisfies(row -> {
            assertThat(row.part()).isEqualTo(Given.Part.SOURCE);
            assertThat(row.holders()).isEmpty();
        });
        assertThat(ownership.given(collection, OTTO)).singleElement().satisfies(row -> {
            assertThat(row.part()).isEqualTo(Given.Part.HOLDER);
            assertThat(row.source()).isEmpty();
        });
        assertThat(ownership.given(collection, NOOR)).isEmpty();
        assertThat(ownership.given(collection, ADA))
                .singleElement()
                .satisfies(row -> assertThat(row.holders()).containsExactly(STRANGERS));
        assertThat(page(MIKA)).contains(id, "本来の提供元から申し出がありました", "続く版はあなたの組織が");
        assertThat(page(OTTO)).contains(id, "本来の提供元から申し出がありました", "ほかの組織のものです");
        assertThat(page(NOOR)).doesNotContain(id, "本来の提供元から申し出がありました");
        var remembered = Acting.as(
                ADA,
                () -> transaction.execute(status -> jdbc.sql("""
                                select detail ->> 'reason' from audit.entry
                                 where act = 'intel.object-given' and subject = :collection and detail ->> 'object' = :id
                                """)
                        .param("collection", collection)
                        .param("id", id)
                        .query(String.class)
                        .list()));
        assertThat(remembered).containsExactly("本来の提供元から申し出がありました");
    }

    @Test
    void onlyTheCentreGives() {
        bring(FIRST, GREEN, OTTO);
        assertThatThrownBy(() -> give(MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> give(OTTO)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> give(SORA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> Acting.as(
                        OTTO,
                        () -> transaction.execute(status -> jdbc.sql(
                                        "select removed from intel.give_object(:collection, :id, :source, 'r', now())")
                                .param("collection", collection)
                                .param("id", id)
                                .param("source", STRANGERS)
                                .query(Integer.class)
                                .single())))
                .hasStackTraceContaining("may not give");
        assertThat(read(NOOR)).contains(id);
    }

    @Test
    void whatIsMadeOfItsValueIsNobodysAndEveryGivingHasItsReason() {
        refused("domain-name--" + UUID.randomUUID(), RAILWAY, "r", "intel.given.object");
        refused("no id", RAILWAY, "r", "intel.given.object");
        refused(id, RAILWAY, " ", "intel.given.reason");
        refused(id, UUID.randomUUID(), "r", "intel.given.source");
    }

    private void refused(String object, UUID source, String reason, String key) {
        assertThatThrownBy(() -> ownership.give(collection, object, source, reason, ADA))
                .isInstanceOfSatisfying(
                        RuleBroken.class, refusal -> assertThat(refusal.key()).isEqualTo(key));
    }

    @Test
    void theFormKeepsWhatWasTyped() throws Exception {
        var path = "/intel/collections/" + collection + "/given";
        var refused = mvc.post()
                .uri(path)
                .with(as(ADA))
                .param("object", id)
                .param("organisation", "kitsune")
                .param("reason", "取り違え")
                .exchange()
                .getResponse();
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains(id, "「kitsune」", "取り違え");
        assertThat(mvc.post()
                        .uri(path)
                        .with(as(ADA))
                        .param("object", id)
                        .param("organisation", "railway")
                        .param("reason", "取り違え"))
                .hasStatus(303);
        assertThat(page(ADA)).contains(id, "東都鉄道", "取り違え");
    }
}
