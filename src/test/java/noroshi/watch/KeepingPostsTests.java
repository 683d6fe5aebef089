package noroshi.watch;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import noroshi.desk.Matters;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What somebody typed about posts and hours is not lost, and neither is a post that was ended. */
@WholeHouse
@Import(Matters.class)
class KeepingPostsTests {
    @Autowired
    Structure structure;

    @Autowired
    Matters matters;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whatIsRefusedIsStillInTheForms() {
        assertThat(mvc.post()
                        .uri("/desk/watch/posts")
                        .with(as(DANA))
                        .param("code", "DRONE")
                        .param("nameJa", "無人機の担当")
                        .param("event", "true"))
                .hasStatus(422)
                .bodyText()
                .contains("value=\"DRONE\"", "無人機の担当")
                .containsPattern("name=\"event\" value=\"true\" checked")
                .doesNotContainPattern("name=\"quiet\" value=\"true\" checked");
        assertThat(mvc.post()
                        .uri("/desk/watch/hours")
                        .with(as(DANA))
                        .param("mode", "EVENT")
                        .param("days", "DAYS_OFF")
                        .param("nameJa", "真夜中の番")
                        .param("nameEn", "Midnight")
                        .param("begins", "23:30")
                        .param("ends", "朝まで"))
                .hasStatus(422)
                .bodyText()
                .contains("真夜中の番", "Midnight", "23:30", "朝まで")
                .containsPattern("value=\"EVENT\" selected")
                .containsPattern("value=\"DAYS_OFF\" selected");
    }

    @Test
    void aPostThatWasEndedByMistakeGoesOn() {
        var post = new Post("PIGEON", "伝書鳩", "Pigeon", 0, false, true, false, structure.today(), Optional.empty());
        structure.add(post, TORU);
        structure.endPost("PIGEON", DANA);
        var again = mvc.post().uri("/desk/watch/posts/PIGEON/continuation").with(as(DANA));
        assertThat(again).hasStatus(303);
        assertThat(again).hasStatus(303);
        assertThat(structure.posts(DANA))
                .filteredOn(it -> it.code().equals("PIGEON"))
                .singleElement()
                .satisfies(it -> assertThat(it.to()).isEmpty());
        matters.owner(
                "update watch.post set valid_from = valid_from - 9, valid_to = valid_from - 2 where code = 'PIGEON'");
        assertThat(structure.posts(DANA)).noneMatch(it -> it.code().equals("PIGEON"));
        assertThat(structure.ended(DANA)).anyMatch(it -> it.code().equals("PIGEON"));
        assertThat(mvc.get().uri("/desk/watch/posts").with(as(DANA)))
                .hasStatusOk()
                .bodyText()
                .contains("/desk/watch/posts/PIGEON/continuation", "終えた担当");
        for (var other : List.of(OTTO, MIKA, ED)) {
            assertThatThrownBy(() -> structure.goOn("PIGEON", other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> structure.ended(other)).isInstanceOf(NotFound.class);
        }
        assertThatThrownBy(() -> structure.goOn("NONE", DANA)).isInstanceOf(NotFound.class);
        structure.goOn("PIGEON", DANA);
        assertThat(structure.posts(DANA)).anyMatch(it -> it.code().equals("PIGEON"));
        structure.endPost("PIGEON", DANA);
    }
}
