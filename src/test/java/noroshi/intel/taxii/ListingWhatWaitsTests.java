package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import noroshi.intel.cut.Cut;
import noroshi.shared.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever waits is reached on some page of its recipient, and what nobody needs is kept back without opening each. */
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
class ListingWhatWaitsTests extends Outwards {
    @Autowired
    MockMvcTester mvc;

    private String page(UUID recipient, int number, Actor actor) throws Exception {
        var answer = mvc.get()
                .uri("/intel/cuts?recipient=" + recipient + "&page=" + number)
                .with(as(actor))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    private static List<String> shown(String page, List<String> objects) {
        return objects.stream().map(Stix::idOf).filter(page::contains).toList();
    }

    @Test
    void allThatWaitsForOneRecipientIsReachedPageByPage() throws Exception {
        var collection = collection(READERS);
        var other = collection(READERS);
        var objects = IntStream.range(0, 51).mapToObj(n -> wordy(GREEN)).toList();
        var elsewhere = wordy(GREEN);
        bring(collection, objects.toArray(String[]::new));
        bring(other, elsewhere);
        outward.run();
        var first = page(collection, 1, ED);
        var second = page(collection, 2, ED);
        assertThat(shown(first, objects)).hasSize(50);
        assertThat(shown(second, objects)).hasSize(1).doesNotContainAnyElementsOf(shown(first, objects));
        assertThat(first).contains("rel=\"next\"").doesNotContain(idOf(elsewhere));
        assertThat(second).contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
        assertThat(page(other, 1, ED)).contains(idOf(elsewhere));
        assertThat(shown(page(collection, 1, OTTO), objects)).isEmpty();
    }

    @Test
    void anEarlierVersionIsNotAskedAboutWhileALaterOneStands() {
        var collection = collection(READERS);
        var id = id("indicator");
        var first = wordy(id, "2026-07-01T00:00:00.000Z", GREEN);
        bring(collection, first);
        outward.run();
        var asked = held(first, ED);
        bring(collection, wordy(id, "2026-07-02T00:00:00.000Z", GREEN));
        outward.run();
        assertThat(waiting(collection, ED))
                .singleElement()
                .satisfies(cut -> assertThat(cut.id()).isNotEqualTo(asked.id()));
        machines.of(RAILWAY).delete(path(collection) + "objects/" + id + "/?match[version]=2026-07-02T00:00:00.000Z");
        assertThat(waiting(collection, ED)).extracting(Cut::id).contains(asked.id());
    }

    @Test
    void whatIsTickedIsKeptBackTogether() {
        var collection = collection(READERS);
        var kept = List.of(wordy(GREEN), threat());
        var waits = wordy(GREEN);
        bring(collection, kept.getFirst(), kept.getLast(), waits);
        outward.run();
        var ticked =
                kept.stream().map(object -> held(object, ED).id().toString()).toArray(String[]::new);
        assertThat(mvc.post().uri("/intel/cuts/kept").param("cut", ticked).with(as(ED)))
                .hasStatus(HttpStatus.SEE_OTHER);
        outward.run();
        assertThat(kept)
                .allSatisfy(object -> assertThat(held(object, ED).standing()).isEqualTo(Cut.Standing.KEPT));
        assertThat(held(waits, ED).standing()).isEqualTo(Cut.Standing.WAITS);
        assertThat(read(collection, "").text()).doesNotContain(WORD);
        assertThat(mvc.post().uri("/intel/cuts/kept").with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("どれにも印がありません。");
        assertThat(mvc.post().uri("/intel/cuts/kept").param("cut", ticked).with(as(ED)))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
