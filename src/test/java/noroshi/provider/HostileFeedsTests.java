package noroshi.provider;

import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.shared.Acting;
import noroshi.shared.Seen;
import noroshi.testing.Cast;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Whatever a feed of MISP says, it loses nothing, stops nothing, and changes nothing of others. */
@WholeHouse
class HostileFeedsTests extends FollowedFeed {
    HostileFeedsTests(@Autowired ApplicationContext context, @Autowired MockMvcTester mvc) {
        super(context, mvc);
    }

    @Test
    void whatIsPublishedLateOrLiesAheadLosesNothing() throws Exception {
        var ahead = uuid();
        var first = uuid();
        var one = uuid();
        list(ahead, Instant.now().plusSeconds(23 * 3600).getEpochSecond(), event(ahead, THEN));
        list(first, THEN + 60, event(first, THEN + 60, attribute(one, THEN, "one.example", "")));
        assertThat(ask().fault()).isEmpty();
        assertThat(askedFor(ahead)).as("its time has not come").isZero();

        var late = uuid();
        var two = uuid();
        list(late, THEN, event(late, THEN, attribute(two, THEN, "two.example", "")));
        assertThat(ask().fault()).isEmpty();
        assertThat(partner.held(collection)).contains("indicator--" + one, "indicator--" + two);
        assertThat(askedFor(first)).isOne();
        assertThat(partner.shown(provider).progress().addedAfter())
                .isEqualTo(Instant.ofEpochSecond(THEN + 60).toString());
    }

    @Test
    void anotherCollectionGetsItAllOnceMore() throws Exception {
        var first = uuid();
        var one = uuid();
        list(first, THEN, event(first, THEN, attribute(one, THEN, "one.example", "")));
        ask();
        collection = partner.collection();
        Acting.as(Cast.ADA, () -> providers.change(provider, wanted(Optional.empty()), Seen.UNSAID, Cast.ADA));
        assertThat(ask().fault()).isEmpty();
        assertThat(partner.held(collection)).contains("indicator--" + one);
    }

    @Test
    void oneFileThatCannotBeFetchedHoldsUpNoOther() throws Exception {
        var odd = List.<BadServer.Behaviour>of(
                BadServer.answer(302, "Location: http://elsewhere.example/\r\n", "x"),
                BadServer.answer(403, "", "x"),
                BadServer.answer(418, "", "x"),
                BadServer.answer(200, "Content-Encoding: br\r\n", "x"),
                (request, out) -> out.write("nothing known\r\n".getBytes(StandardCharsets.UTF_8)));
        for (var each : odd) {
            var name = uuid();
            listed.put(name, THEN);
            oddities.put(name + ".json", each);
        }
        var good = uuid();
        var kept = uuid();
        list(good, THEN + 1, event(good, THEN + 1, attribute(kept, THEN, "good.example", "")));
        assertThat(ask().fault()).isEmpty();
        assertThat(partner.held(collection)).contains("indicator--" + kept);
        assertThat(partner.quarantined(provider))
                .extracting(Quarantined::reason)
                .containsExactlyInAnyOrder(
                        "provider.fault.redirect",
                        "provider.fault.sign-in",
                        "provider.fault.status",
                        "provider.fault.encoding",
                        "provider.fault.not-http");
    }

    @Test
    void ofWhatIsRedNoByteIsKept() throws Exception {
        var red = uuid();
        var broken = uuid();
        var label = ",\"Tag\":[{\"name\":\"tlp:red\"}]";
        list(red, THEN, event(red, THEN, attribute(uuid(), THEN, "secret.example", label)));
        list(broken, THEN, event(broken, THEN, attribute(uuid(), THEN, "secret.example", label)) + "}");
        ask();
        assertThat(partner.quarantined(provider))
                .as("indicator, report and the file that cannot be read")
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.raw()).as(row.reason()).isEmpty());
    }

    @Test
    void aFeedChangesAndTakesBackItsOwnAlone() throws Exception {
        var foreign = uuid();
        var own = uuid();
        var there = Partner.indicator("indicator--" + foreign);
        Acting.as(
                Cast.ADA,
                () -> exchange.bring(
                        exchange.collection(collection, Cast.ADA),
                        ("{" + Partner.objects(there) + "}").getBytes(StandardCharsets.UTF_8),
                        Cast.ADA));
        var first = uuid();
        list(
                first,
                THEN,
                event(
                        first,
                        THEN,
                        attribute(foreign, THEN, "evil.example", ""),
                        attribute(own, THEN, "own.example", "")));
        assertThat(ask().fault()).isEmpty();
        assertThat(standing()).contains("bad.example", "own.example").doesNotContain("evil.example");
        assertThat(partner.quarantined(provider)).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo("provider.feed.others");
            assertThat(row.stixId()).isEqualTo("indicator--" + foreign);
        });
        assertThat(mvc.get().uri("/intel/providers/" + provider).with(as(Cast.ADA)))
                .bodyText()
                .contains("他から届いたものと同じID");

        var deleted = ",\"deleted\":true";
        list(
                first,
                THEN + 60,
                event(
                        first,
                        THEN + 60,
                        attribute(foreign, THEN + 60, "bad.example", deleted),
                        attribute(own, THEN + 60, "own.example", deleted)));
        assertThat(ask().fault()).isEmpty();
        assertThat(standing()).containsOnlyOnce("\"revoked\":true");
    }

    @Test
    void anotherFeedMayNotTakeItBackEither() throws Exception {
        var first = uuid();
        var one = uuid();
        list(first, THEN, event(first, THEN, attribute(one, THEN, "one.example", "")));
        ask();
        var feed = provider;
        provider = Acting.as(Cast.ADA, () -> providers.create(wanted(Optional.empty()), Cast.ADA));
        assertThat(provider).isNotEqualTo(feed);
        listed.clear();
        var second = uuid();
        list(second, THEN, event(second, THEN, attribute(one, THEN + 60, "one.example", ",\"deleted\":true")));
        var third = uuid();
        list(third, THEN, event(third, THEN, attribute(one, THEN + 60, "other.example", "")));
        ask();
        assertThat(standing()).contains("one.example").doesNotContain("revoked", "other.example");
        assertThat(partner.quarantined(provider))
                .extracting(Quarantined::reason)
                .contains("provider.feed.others");
    }

    @Test
    void aFileHoldsTheListedEventAndNoOther() throws Exception {
        var first = uuid();
        var second = uuid();
        var other = uuid();
        list(first, THEN, event(other, THEN, attribute(uuid(), THEN, "one.example", "")));
        list(
                second,
                THEN,
                "{\"response\":[" + event(second, THEN, attribute(uuid(), THEN, "one.example", "")) + ","
                        + event(other, THEN, attribute(uuid(), THEN, "two.example", "")) + "]}");
        assertThat(ask().fault()).isEmpty();
        assertThat(partner.held(collection)).isEmpty();
        assertThat(partner.quarantined(provider))
                .extracting(Quarantined::reason)
                .containsExactly("drop.another-event", "drop.another-event");
    }

    @Test
    void aManifestIsReadLineByLineAndHasAnEnd() {
        var now = Instant.ofEpochSecond(THEN);
        var fits = lines(100_000, "{\"Tag\":[{\"timestamp\":\"x\"}],\"timestamp\":\"" + THEN + "\"}");
        assertThat(Manifest.read(fits, now).listed()).hasSize(100_000);
        var tooMany = lines(100_001, "{\"timestamp\":\"" + THEN + "\"}");
        assertThatThrownBy(() -> Manifest.read(tooMany, now))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.key()).isEqualTo("provider.fault.manifest"));
        assertThat(Manifest.read(lines(200, "[[[1]]]"), now).refused()).hasSize(200);
        assertThatThrownBy(() -> Manifest.read(lines(201, "7"), now)).isInstanceOf(Fault.class);
    }

    private static byte[] lines(int many, String each) {
        return IntStream.range(0, many)
                .mapToObj(n -> "\"00000000-0000-4000-8000-%012d\":%s".formatted(n, each))
                .collect(Collectors.joining(",", "{", "}"))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aManifestOfNothingUsableStopsTheRound() throws Exception {
        IntStream.range(0, 201).forEach(n -> listed.put("line " + n, THEN));
        assertThat(ask().fault()).isEqualTo("provider.fault.manifest");
        assertThat(partner.quarantined(provider)).isEmpty();
    }
}
