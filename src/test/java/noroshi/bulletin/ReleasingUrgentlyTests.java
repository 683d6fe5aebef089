package noroshi.bulletin;

import static noroshi.bulletin.Samples.EVERYONE;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import noroshi.testing.MutableClock;
import noroshi.testing.World;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Topics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest
@AutoConfigureMockMvc
@RecordApplicationEvents
@Import({World.class, MutableClock.class})
class ReleasingUrgentlyTests {
    @Autowired
    Newsroom newsroom;

    @Autowired
    ReviewDesk desk;

    @Autowired
    ChaseReviews chase;

    @Autowired
    Topics topics;

    @Autowired
    MutableClock clock;

    @Autowired
    ApplicationEvents events;

    private UUID begun(Actor actor, UUID... audience) {
        var id = UUID.randomUUID();
        newsroom.begin(id, Optional.empty(), Samples.to(Tlp.GREEN, audience), Samples.complete(), actor);
        return id;
    }

    private UUID released(Actor actor) {
        return newsroom.release(begun(actor, EVERYONE), 1, "感染が広がっているため", actor);
    }

    private boolean due(UUID topic) {
        return desk.reviews(DANA).stream().anyMatch(edition -> edition.topic().equals(topic));
    }

    @Test
    void oneAuthorisedPersonReleasesWithAReason() {
        for (var authorised : List.of(ED, DANA)) {
            var topic = released(authorised);
            assertThat(topics.show(topic, OTTO).version()).isEqualTo(1);
            assertThat(due(topic)).isTrue();
        }
        var id = begun(ED, EVERYONE);
        assertThatThrownBy(() -> newsroom.release(id, 1, "  ", ED)).hasMessage("bulletin.reason-missing");
    }

    @Test
    void onlyWhatIsUrgentGoesOutUnread() {
        for (var kind : List.of(InformationKind.MALWARE, InformationKind.EMERGENCY)) {
            var id = UUID.randomUUID();
            var marking = new Marking(kind, Importance.INFO, Tlp.GREEN, 2, Set.of(EVERYONE));
            newsroom.begin(id, Optional.empty(), marking, Samples.complete(), ED);
            if (kind == InformationKind.EMERGENCY) {
                assertThat(newsroom.release(id, 1, "津波のおそれ", ED)).isNotNull();
            } else {
                assertThatThrownBy(() -> newsroom.release(id, 1, "急ぐ", ED)).hasMessage("bulletin.not-urgent");
            }
        }
    }

    @Test
    void sendingItTwiceReleasesOnce() {
        var id = begun(ED, EVERYONE);
        assertThat(newsroom.release(id, 1, "急ぐ", ED)).isEqualTo(newsroom.release(id, 1, "急ぐ", ED));
    }

    @Test
    void anApproverReleasesAnEditorsRevisionToo() {
        var topic = released(ED);
        var id = newsroom.revise(topic, ED);
        var lock = newsroom.show(id, ED).lock();
        newsroom.write(id, lock, Samples.to(Tlp.GREEN, EVERYONE), Samples.noted(Samples.complete(), "訂正", ""), ED);
        assertThat(newsroom.release(id, lock + 1, "訂正を急ぐ", DANA)).isEqualTo(topic);
        assertThat(topics.show(topic, SORA).version()).isEqualTo(2);
    }

    @Test
    void itIsForWhatNeedsASecondPerson() {
        var toSome = begun(ED, RAIL);
        assertThatThrownBy(() -> newsroom.release(toSome, 1, "急ぐ", ED)).hasMessage("bulletin.not-for-everybody");
        var approved = begun(ED, EVERYONE);
        newsroom.submit(approved, 1, ED);
        desk.approve(approved, 2, DANA);
        assertThatThrownBy(() -> newsroom.release(approved, 3, "急ぐ", ED)).hasMessage("bulletin.already-approved");
    }

    @Test
    void theSecondReviewIsGivenBySomebodyElse() {
        var topic = released(DANA);
        assertThatThrownBy(() -> desk.review(topic, 1, Optional.empty(), DANA)).hasMessage("bulletin.own-words");
        assertThatThrownBy(() -> desk.review(topic, 1, Optional.empty(), ED)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.review(topic, 1, Optional.empty(), OTTO)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.review(topic, 2, Optional.empty(), TORU)).isInstanceOf(NotFound.class);
        desk.review(topic, 1, Optional.empty(), TORU);
        assertThat(due(topic)).isFalse();
        assertThatThrownBy(() -> desk.review(topic, 1, Optional.empty(), TORU)).hasMessage("bulletin.already-reviewed");
    }

    @Test
    void anObjectionStaysUntilANewVersion() {
        var topic = released(ED);
        assertThatThrownBy(() -> desk.review(topic, 1, Optional.of(" "), DANA)).hasMessage("bulletin.reason-missing");
        desk.review(topic, 1, Optional.of("対策 2 が誤り"), DANA);
        assertThat(due(topic)).isTrue();
        var id = newsroom.revise(topic, ED);
        var lock = newsroom.show(id, ED).lock();
        newsroom.write(id, lock, Samples.to(Tlp.GREEN, EVERYONE), Samples.noted(Samples.complete(), "訂正", ""), ED);
        newsroom.submit(id, lock + 1, ED);
        desk.approve(id, lock + 2, DANA);
        newsroom.publish(id, lock + 3, ED);
        assertThat(due(topic)).isFalse();
    }

    @Test
    void aMissingReviewIsChasedOncePerStep() {
        var topic = released(ED);
        chase.chase();
        assertThat(steps(topic)).isEmpty();
        clock.advance(Duration.ofHours(2).plusMinutes(1));
        chase.chase();
        chase.chase();
        assertThat(steps(topic)).containsExactly("halfway");
        clock.advance(Duration.ofHours(2));
        chase.chase();
        clock.advance(Duration.ofHours(4));
        chase.chase();
        chase.chase();
        assertThat(steps(topic)).containsExactly("halfway", "overdue", "escalated");
    }

    @Test
    void whatWasReviewedIsNotChased() {
        var topic = released(ED);
        desk.review(topic, 1, Optional.empty(), DANA);
        clock.advance(Duration.ofHours(9));
        chase.chase();
        assertThat(steps(topic)).isEmpty();
    }

    private List<String> steps(UUID topic) {
        return events.stream(ReviewChased.class)
                .filter(event -> event.topic().equals(topic))
                .map(ReviewChased::step)
                .toList();
    }
}
