package noroshi.desk;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import noroshi.shared.Actor;
import noroshi.testing.WholeHouse;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Paul of the police, told of a matter of Mika's, and what he does beside it. */
@WholeHouse
@Import({Matters.class, Leavers.class})
abstract class PoliceAtWork {
    static final List<Actor> EVERYBODY =
            List.of(DANA, ED, ADA, TORU, MIKA, RIN, NOOR, SORA, OTTO, JUN, MINA, PAUL, VERA, GEN, KEI);

    @Autowired
    ConsultationDesk desk;

    @Autowired
    PoliceTracks tracks;

    @Autowired
    Sharing sharing;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    final String secret = "捜査" + UUID.randomUUID().toString().substring(0, 8);

    Matter told(boolean hidden) {
        var system = Optional.of(matters.system(AGENCY, POLICE));
        return matters.reported("警察も知る案件 " + secret.substring(2), system, hidden, MIKA);
    }

    TrackTold words(boolean reporter, UUID... named) {
        return new TrackTold(TrackState.UNDER_WAY, secret, reporter, Set.of(named));
    }

    UUID opened(Matter matter, TrackTold told) {
        return tracks.open(desk.show(matter.reference(), PAUL), TrackTask.INVESTIGATE, told, PAUL);
    }

    /** Changes who sees it, without a word. */
    void shown(Matter matter, UUID track, boolean reporter, UUID... named) {
        tracks.tell(
                desk.show(matter.reference(), PAUL),
                track,
                seen(matter, track),
                new TrackTold(TrackState.UNDER_WAY, "", reporter, Set.of(named)),
                PAUL);
    }

    /** What a page of Paul's has seen of it. */
    String seen(Matter matter, UUID track) {
        return tracks.of(matter, PAUL).stream()
                .filter(it -> it.id().equals(track))
                .findFirst()
                .orElseThrow()
                .seen();
    }

    /** Through the front door; past it they see as much. */
    boolean sees(Matter matter, Actor who) {
        var seen = !tracks.of(matter, who).isEmpty();
        for (var table :
                List.of("track where matter", "track_word w join desk.track k on k.id = w.track where k.matter")) {
            assertThat(matters.count(who, "select count(*) from desk.%s = '%s'".formatted(table, matter.topic())) > 0)
                    .isEqualTo(seen);
        }
        return seen;
    }
}
