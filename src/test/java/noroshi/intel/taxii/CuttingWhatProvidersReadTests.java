package noroshi.intel.taxii;

import static noroshi.intel.taxii.Stix.*;
import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import noroshi.intel.Received;
import noroshi.intel.ReceivedEnvelope;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cut;
import noroshi.shared.NotFound;
import noroshi.shared.Tlp;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What readers at providers are handed carries no words that nobody has let out; members are handed what was brought. */
class CuttingWhatProvidersReadTests extends Outwards {
    @Autowired
    Collections collections;

    private List<Cut> waiting(UUID collection) {
        return waiting(collection, ED);
    }

    @Test
    void wordsStayAndTheRestGoes() {
        var collection = collection(READERS);
        var wordy = wordy(GREEN);
        var plain = marked(CLEAR);
        bring(collection, wordy, threat(), plain);
        assertThat(read(collection, "").text()).as("nothing goes unseen").isEqualTo("{}");
        outward.run();
        var page = read(collection, "");
        assertThat(page.ids()).containsExactly(idOf(wordy), idOf(plain));
        assertThat(page.text()).doesNotContain(WORD, "x_note").contains("bad.example", plain);
        assertThat(ReceivedEnvelope.read(page.response().body()).objects())
                .as("valid")
                .allMatch(Received.Fit.class::isInstance);
        assertThat(machines.of(PROVIDER).get(path(collection) + "manifest/").ids())
                .containsExactly(idOf(wordy), idOf(plain));
        var member = machines.of(POWER).get(path(collection) + "objects/");
        assertThat(member.ids()).hasSize(3);
        assertThat(member.text()).contains(wordy, plain);
        assertThat(waiting(collection)).extracting(Cut::brought).containsExactlyInAnyOrder(true, false);
        assertThat(held(wordy, ED).cut()).containsExactly("name", "description", "x_note");
    }

    @Test
    void whatIsLetOutComesAnewAndOnce() {
        var collection = collection(READERS);
        var wordy = wordy(GREEN);
        var threat = threat();
        bring(collection, wordy, threat);
        outward.run();
        var before = read(collection, "");
        var member = machines.of(POWER).get(path(collection) + "objects/");
        cuts.release(held(wordy, MIKA).id(), List.of("description"), MIKA);
        release(threat, ED);
        outward.run();
        outward.run();
        var later = read(collection, "?added_after=" + before.last());
        assertThat(later.ids()).containsExactly(idOf(wordy), idOf(threat));
        assertThat(later.text())
                .contains("at " + WORD, "\"modified\":\"2026-07-01T00:00:00.001Z\"", threat)
                .doesNotContain("x_note");
        assertThat(read(collection, "?match[version]=all").text()).isEqualTo(later.text());
        assertThat(read(collection, idOf(wordy) + "/versions/").text())
                .contains("\"2026-07-01T00:00:00.001Z\"")
                .doesNotContain("00:00:00.000Z");
        assertThat(ids(collection, "?match[version]=2026-07-01T00:00:00.001Z")).containsExactly(idOf(wordy));
        assertThat(ids(collection, "?match[type]=indicator&match[version]=2026-07-01T00:00:00.000Z"))
                .isEmpty();
        assertThat(ids(collection, idOf(wordy) + "/")).hasSize(1);
        assertThat(held(wordy, MIKA).sentAt()).isPresent();
        var unaffected = machines.of(POWER).get(path(collection) + "objects/");
        assertThat(unaffected.text()).isEqualTo(member.text());
        assertThat(unaffected.header("ETag")).isEqualTo(member.header("ETag"));
    }

    @Test
    void whatAPersonKeepsStays() {
        var collection = collection(READERS);
        var wordy = wordy(GREEN);
        bring(collection, wordy);
        outward.run();
        var before = read(collection, "");
        cuts.release(held(wordy, ED).id(), List.of(), ED);
        outward.run();
        assertThat(read(collection, "").header("ETag")).isEqualTo(before.header("ETag"));
    }

    @Test
    void aNewerVersionIsLookedAtAnew() {
        var collection = collection(READERS);
        var id = id("threat-actor");
        bring(collection, threat(id, DAY, ""));
        outward.run();
        release(threat(id, DAY, ""), ED);
        outward.run();
        var first = read(collection, "");
        assertThat(first.ids()).containsExactly(id);
        var second = threat(id, "2026-07-02T00:00:00.000Z", ",\"description\":\"" + WORD + "\"");
        bring(collection, second);
        outward.run();
        assertThat(ids(collection, "")).as("the last waits").isEmpty();
        assertThat(ids(collection, "?match[version]=all")).containsExactly(id);
        release(second, ED);
        outward.run();
        assertThat(read(collection, "?added_after=" + first.last()).text()).contains(second);
        assertThat(ids(collection, "?match[version]=all")).containsExactly(id, id);
    }

    @Test
    void whatIsTakenBackIsTakenBackInTheWordsThatWent() {
        var collection = collection(READERS);
        var id = id("threat-actor");
        var unseen = threat();
        bring(collection, threat(id, DAY, ""), unseen);
        outward.run();
        release(threat(id, DAY, ""), ED);
        outward.run();
        var last = read(collection, "").last();
        var later = "2026-07-02T00:00:00.000Z";
        bring(
                collection,
                threat(id, later, ",\"revoked\":true,\"description\":\"secret\""),
                threat(idOf(unseen), later, ",\"revoked\":true"));
        outward.run();
        var page = read(collection, "?added_after=" + last);
        assertThat(page.ids()).containsExactly(id);
        assertThat(page.text()).contains("\"revoked\":true", later, WORD).doesNotContain("secret");
        assertThat(waiting(collection))
                .as("a word that takes back waits for nobody")
                .hasSize(2);
    }

    @Test
    void whatIsLetOutLateIsTakenBackWithIt() {
        var collection = collection(READERS);
        var first = threat();
        bring(collection, first);
        outward.run();
        var cut = held(first, ED);
        var later = "2026-07-02T00:00:00.000Z";
        bring(collection, threat(idOf(first), later, ",\"revoked\":true,\"description\":\"secret\""));
        outward.run();
        assertThat(ids(collection, "?match[version]=all")).isEmpty();
        cuts.release(cut.id(), cut.cut(), ED);
        outward.run();
        assertThat(ids(collection, "?match[version]=all")).containsExactly(idOf(first), idOf(first));
        assertThat(read(collection, "").text())
                .contains("\"revoked\":true", later, WORD)
                .doesNotContain("secret");
    }

    @Test
    void aStricterVersionHidesTheEarlierAtOnce() {
        var collection = collection(READERS);
        var id = id("indicator");
        bring(collection, wordy(id, DAY, GREEN));
        outward.run();
        assertThat(ids(collection, "")).containsExactly(id);
        bring(collection, wordy(id, "2026-07-02T00:00:00.000Z", AMBER));
        assertThat(ids(collection, "")).isEmpty();
        outward.run();
        assertThat(ids(collection, "")).isEmpty();
        assertThat(ids(collection, "?match[version]=all")).containsExactly(id);
    }

    @Test
    void whatIsRemovedIsGoneAtOnce() {
        var collection = collection(READERS);
        var wordy = wordy(GREEN);
        bring(collection, wordy);
        outward.run();
        assertThat(machines.of(RAILWAY)
                        .delete(path(collection) + "objects/" + idOf(wordy) + "/")
                        .status())
                .isEqualTo(200);
        assertThat(read(collection, "").text()).isEqualTo("{}");
        assertThat(read(collection, idOf(wordy) + "/").status()).isEqualTo(404);
        assertThat(waiting(collection)).isEmpty();
        bring(collection, wordy(idOf(wordy), DAY, GREEN).replace("x_note", "x_other"));
        outward.run();
        assertThat(held(wordy, ED).cut()).contains("x_other");
        assertThat(ids(collection, "")).containsExactly(idOf(wordy));
    }

    @Test
    void whatItsSourceNamedTheProviderForIsCutToo() {
        var collection = collection(READERS);
        var strict = wordy(STRICT);
        bring(collection, strict);
        outward.run();
        assertThat(cuts.list(MIKA))
                .as("nobody at a provider reads it")
                .noneMatch(cut -> cut.stixId().equals(idOf(strict)));
        collections.name(collection, List.of(PROVIDER), RIN);
        outward.run();
        assertThat(read(collection, "").text()).contains(idOf(strict)).doesNotContain(WORD);
        var cut = held(strict, MIKA);
        assertThatThrownBy(() -> cuts.show(cut.id(), ED)).isInstanceOf(NotFound.class);
        release(strict, MIKA);
        outward.run();
        assertThat(read(collection, "").text()).contains("at " + WORD);
        collections.name(collection, List.of(), RIN);
        assertThat(read(collection, "").text()).isEqualTo("{}");
    }

    @Test
    void whoBroughtItIsSaidOnlyWhereTheSourceChoseSo() {
        var collection = collection(READERS);
        var by = "identity--0f1c5e3a-7d6b-4f0e-9a39-3a0d3c1d2e4f";
        var more = ",\"created_by_ref\":\"" + by + "\",\"object_marking_refs\":[\"" + GREEN + "\"]";
        var first = indicator(id("indicator"), DAY, more);
        machines.of(POWER).bring(path(collection), first);
        outward.run();
        assertThat(read(collection, "").text()).contains(idOf(first)).doesNotContain(by);
        cuts.choose(Attribution.EVERYONE, NOOR);
        var second = indicator(id("indicator"), DAY, more);
        machines.of(POWER).bring(path(collection), second);
        outward.run();
        assertThat(read(collection, "").text()).contains(second);
    }

    /** Members were there before: what stands keeps its place, so that machines which poll get nothing again. */
    @Test
    void whatStoodThereBeforeFollowsAtItsPlace() {
        var collection = collection(List.of(CENTRE, RAILWAY, POWER));
        var objects = Stream.concat(
                        Stream.of(wordy(GREEN)),
                        Stream.generate(() -> marked(GREEN)).limit(449))
                .toArray(String[]::new);
        bring(collection, objects);
        outward.run();
        assertThat(waiting(collection)).isEmpty();
        collections.change(
                collection,
                new NewCollection(Optional.empty(), "Test", "", "", Tlp.AMBER_STRICT, READERS, List.of(RAILWAY)),
                ADA);
        outward.run();
        var its = machines.of(PROVIDER).get(path(collection) + "manifest/").json();
        assertThat(its.path("objects").size()).isEqualTo(450);
        assertThat(its)
                .isEqualTo(
                        machines.of(POWER).get(path(collection) + "manifest/").json());
        assertThat(read(collection, "").text()).contains(idOf(objects[0])).doesNotContain(WORD);
    }
}
