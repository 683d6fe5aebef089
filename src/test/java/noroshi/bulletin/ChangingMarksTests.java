package noroshi.bulletin;

import static noroshi.bulletin.Samples.EVERYONE;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.insight.Records;
import noroshi.membership.Profiles;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.WholeHouse;
import noroshi.topic.Conversation;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Labels;
import noroshi.topic.Marks;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A version may carry other labels than the one before it. */
@WholeHouse
class ChangingMarksTests {
    @Autowired
    Newsroom newsroom;

    @Autowired
    ReviewDesk desk;

    @Autowired
    Topics topics;

    @Autowired
    Labels labels;

    @Autowired
    Conversation conversation;

    @Autowired
    Profiles profiles;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Environment environment;

    private UUID published(Marking marking) {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), marking, Samples.titled("格付けの変わる情報"), ED);
        return out(id);
    }

    private UUID out(UUID id) {
        if (newsroom.needsSecondPerson(newsroom.show(id, ED), ED)) {
            newsroom.submit(id, lock(id), ED);
            desk.approve(id, lock(id), DANA);
        }
        return newsroom.publish(id, lock(id), ED);
    }

    private int lock(UUID id) {
        return newsroom.show(id, ED).lock();
    }

    private UUID written(UUID topic, Marking marking) {
        var id = newsroom.revise(topic, ED);
        newsroom.write(id, lock(id), marking, Samples.noted(Samples.titled("格付けの変わる情報"), "見直し", "見直し"), ED);
        return id;
    }

    private static Marking marking(InformationKind kind, Importance importance, Tlp tlp, UUID... audience) {
        return new Marking(kind, importance, tlp, 2, Set.of(audience));
    }

    @Test
    void whomAStricterLabelLeavesOutReadsNothingFromThenOn() {
        var topic = published(marking(InformationKind.ADVISORY, Importance.INFO, Tlp.GREEN, EVERYONE));
        assertThat(topics.show(topic, OTTO).tlp()).isEqualTo(Tlp.GREEN);
        out(written(topic, marking(InformationKind.MALWARE, Importance.IMPORTANT, Tlp.AMBER, RAIL)));

        assertThatThrownBy(() -> topics.show(topic, OTTO)).isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/search?q=格付けの変わる").with(as(OTTO))).bodyText().doesNotContain(topic.toString());
        assertThat(mvc.get().uri("/search?q=格付けの変わる&information=MALWARE").with(as(NOOR)))
                .bodyText()
                .contains(topic.toString());
        assertThat(topics.show(topic, MIKA)).satisfies(it -> {
            assertThat(it.tlp()).isEqualTo(Tlp.AMBER);
            assertThat(it.importance()).contains(Importance.IMPORTANT);
            assertThat(it.information()).isEqualTo(InformationKind.MALWARE);
        });
        assertThat(new Records(environment).audited("topic.marked", topic)).isEqualTo(1);
    }

    @Test
    void readersSeeItAsAChange() {
        var topic = published(marking(InformationKind.ADVISORY, Importance.INFO, Tlp.AMBER, RAIL));
        out(written(topic, marking(InformationKind.ADVISORY, Importance.IMPORTANT, Tlp.AMBER_STRICT, RAIL)));
        out(written(topic, marking(InformationKind.ADVISORY, Importance.IMPORTANT, Tlp.AMBER_STRICT, RAIL)));

        assertThat(labels.between(topic, 1, 2, MIKA).orElseThrow()).satisfies(change -> {
            assertThat(change.before().tlp()).isEqualTo(Tlp.AMBER);
            assertThat(change.after().tlp()).isEqualTo(Tlp.AMBER_STRICT);
        });
        assertThat(labels.between(topic, 1, 3, MIKA)).isPresent();
        assertThat(labels.between(topic, 2, 3, MIKA)).isEmpty();
        assertThatThrownBy(() -> labels.between(topic, 1, 3, OTTO)).isInstanceOf(NotFound.class);
        assertThat(mvc.get().uri("/topics/" + topic + "/changes?from=1&to=2").with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .contains("共有範囲：", "重要度：")
                .doesNotContain("topic.marks");
        assertThat(mvc.get().uri("/topics/" + topic).with(as(MIKA)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("marks-change");
    }

    @Test
    void theLabelLoosensOnlyWhileNobodyAnsweredUnderIt() {
        var quiet = published(marking(InformationKind.ADVISORY, Importance.INFO, Tlp.AMBER, RAIL));
        out(written(quiet, marking(InformationKind.ADVISORY, Importance.INFO, Tlp.GREEN, EVERYONE)));
        assertThat(topics.show(quiet, OTTO).tlp()).isEqualTo(Tlp.GREEN);

        var answered = published(marking(InformationKind.ADVISORY, Importance.INFO, Tlp.AMBER, RAIL));
        conversation.comment(answered, "うちの被害はこうです", false, Optional.empty(), MIKA);
        var looser = written(answered, marking(InformationKind.ADVISORY, Importance.INFO, Tlp.GREEN, RAIL));
        assertThat(newsroom.gaps(newsroom.show(looser, ED), ED))
                .extracting(Gap::field)
                .containsExactly("tlp");
        assertThatThrownBy(() -> newsroom.publish(looser, lock(looser), ED)).hasMessage("topic.tlp-answered");
        assertThat(topics.show(answered, MIKA).version()).isEqualTo(1);
    }

    @Test
    void onlyTheSourceChangesThem() {
        var topic = published(marking(InformationKind.ADVISORY, Importance.INFO, Tlp.AMBER, RAIL));
        var green = new Marks(InformationKind.ADVISORY, Optional.of(Importance.INFO), Tlp.GREEN, 2);
        assertThatThrownBy(() -> labels.mark(topic, green, Set.of(EVERYONE), MIKA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> labels.mark(topic, green, Set.of(EVERYONE), OTTO))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> labels.mark(
                        topic,
                        new Marks(InformationKind.ADVISORY, Optional.of(Importance.INFO), Tlp.RED, 2),
                        Set.of(RAIL),
                        ED))
                .hasMessage("topic.audience-red");
    }

    @Test
    void whoReadsEnglishIsToldThatThereIsOnlyJapanese() {
        var topic = published(marking(InformationKind.ADVISORY, Importance.INFO, Tlp.AMBER, MINA.person()));
        profiles.choose(Locale.ENGLISH, MINA);
        try {
            assertThat(mvc.get().uri("/topics/" + topic).with(as(MINA)))
                    .bodyText()
                    .contains("Japanese only", "lang=\"ja\"");
        } finally {
            profiles.choose(Locale.JAPANESE, MINA);
        }
    }

    @Test
    void theTextsSayInWhichLanguageTheyAre() {
        var topic = published(marking(InformationKind.ADVISORY, Importance.INFO, Tlp.AMBER, RAIL));
        assertThat(mvc.get().uri("/topics/" + topic).with(as(MIKA)))
                .bodyText()
                .contains("lang=\"ja\"")
                .doesNotContain("Japanese only");
    }
}
