package noroshi.provider;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.cut.Attribution;
import noroshi.intel.cut.Cut;
import noroshi.intel.cut.Cuts;
import noroshi.intel.cut.web.CutPage;
import noroshi.intel.taxii.Collections;
import noroshi.intel.taxii.Exchange;
import noroshi.intel.taxii.NewCollection;
import noroshi.notification.Notifications;
import noroshi.notification.RightNow;
import noroshi.notification.Row;
import noroshi.shared.Acting;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.site.FormErrors;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Words in what is brought to a provider wait for a person of their source or of the Centre, field by field. */
@WholeHouse
@Import(RightNow.class)
class HoldingWordsBackTests {
    private static final String WORD = "hanako-hospital";
    private static final String TOLD = "notification.what.words_held";
    private static final Window SOME = new Window(0, 100);
    private static final String IDENTITY = "identity--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

    @Autowired
    Providers providers;

    @Autowired
    Cuts cuts;

    @Autowired
    Collections collections;

    @Autowired
    Exchange exchange;

    @Autowired
    Notifications notifications;

    @Autowired
    RightNow rightNow;

    private List<String> brought = List.of();
    private final String id = Partner.id();
    private Taker partner;
    private UUID collection;
    private UUID provider;

    @BeforeEach
    void setUp() throws Exception {
        partner = new Taker(() -> {});
        brought = partner.brought();
        var all = List.of(CENTRE, RAILWAY, STRANGERS, POLICE);
        collection = as(
                ADA,
                () -> collections.create(
                        new NewCollection(Optional.empty(), "Out", "", "", Tlp.AMBER_STRICT, all, all), ADA));
        provider = as(ADA, () -> providers.create(partner.of(collection), ADA));
    }

    @AfterEach
    void stop() {
        partner.close();
    }

    private static <T> T as(Actor actor, java.util.concurrent.Callable<T> work) throws Exception {
        return Acting.as(actor, work);
    }

    private void bring(Actor actor, String object) {
        var envelope = ("{\"objects\":[" + object + "]}").getBytes(StandardCharsets.UTF_8);
        Runnable work = () -> exchange.bring(exchange.collection(collection, actor), envelope, actor);
        Acting.as(actor, work);
    }

    private void ask() {
        Acting.as(ADA, () -> providers.ask(provider, ADA));
    }

    private static String wordy(String id) {
        return Partner.indicator(id).replace("\"pattern\":", """
                "name":"hanako-hospital","description":"at hanako-hospital","labels":["hanako-hospital"],\
                "external_references":[{"source_name":"hanako-hospital","external_id":"7"}],"x_note":"hanako-hospital",\
                "created_by_ref":"%s","pattern":""".formatted(IDENTITY));
    }

    private Cut held(Actor actor) {
        return held(id, actor);
    }

    private Cut held(String object, Actor actor) {
        return cuts.list(actor).stream()
                .filter(cut -> cut.stixId().equals(object))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void noWordLeavesBeforeAPersonLetsItOut() throws Exception {
        bring(RIN, wordy(id));
        ask();
        assertThat(brought)
                .singleElement()
                .satisfies(body -> assertThat(body).contains(id, "bad.example").doesNotContain(WORD, IDENTITY));
        var cut = held(MIKA);
        assertThat(cut.cut())
                .containsExactlyInAnyOrder("name", "description", "labels", "external_references", "x_note");
        assertThat(cut.left()).contains("pattern", "valid_from").doesNotContainAnyElementsOf(cut.cut());

        cuts.release(cut.id(), List.of("labels", "pattern"), MIKA);
        ask();
        assertThat(brought).hasSize(2);
        assertThat(brought.getLast())
                .contains("\"labels\":[\"hanako-hospital\"]", "\"modified\":\"2020-01-01T00:00:00.001Z\"")
                .doesNotContain("description", "x_note", "\"name\"", IDENTITY);
        assertThat(held(MIKA).sentAt()).isPresent();
        ask();
        assertThat(brought).as("once").hasSize(2);
        assertThatThrownBy(() -> cuts.release(cut.id(), List.of("name"), RIN)).isInstanceOf(RuleBroken.class);
    }

    private static String threat(String id) {
        return """
                {"type":"threat-actor","spec_version":"2.1","id":"%s","created":"2020-01-01T00:00:00.000Z",\
                "modified":"2020-01-01T00:00:00.000Z","name":"hanako-hospital","object_marking_refs":["%s"]}""".formatted(id, Partner.GREEN);
    }

    private static String takenBack(String object) {
        return object.replace("\"modified\":\"2020-01-01", "\"revoked\":true,\"modified\":\"2020-01-02");
    }

    @Test
    void whatCannotBeWithoutItsNameIsTakenBackInTheWordsThatWent() throws Exception {
        var actor = Partner.id().replace("indicator", "threat-actor");
        bring(RIN, threat(actor));
        ask();
        cuts.release(held(actor, ED).id(), List.of("name"), ED);
        ask();
        assertThat(brought).hasSize(1);
        bring(RIN, takenBack(threat(actor)).replace(WORD, "another word"));
        ask();
        assertThat(brought).hasSize(2);
        assertThat(brought.getLast())
                .contains(actor, WORD, "\"revoked\":true", "\"modified\":\"2020-01-01T00:00:00.002Z\"")
                .doesNotContain("another word");
        ask();
        assertThat(brought).as("once").hasSize(2);
    }

    @Test
    void whoMadeItAloneIsNoWordToLookAt() throws Exception {
        bring(
                RIN,
                Partner.indicator(id).replace("\"pattern\":", "\"created_by_ref\":\"" + IDENTITY + "\",\"pattern\":"));
        ask();
        assertThat(brought)
                .singleElement()
                .satisfies(body -> assertThat(body).contains(id).doesNotContain(IDENTITY));
        assertThat(cuts.list(RIN)).noneMatch(cut -> cut.stixId().equals(id));
    }

    @Test
    void whatCannotBeWithoutItsNameWaitsWhole() throws Exception {
        var actor = Partner.id().replace("indicator", "threat-actor");
        bring(RIN, threat(actor).replace("\"name\":", "\"description\":\"at night\",\"name\":"));
        ask();
        assertThat(brought).isEmpty();
        var cut = held(actor, ED);
        assertThat(cut.brought()).isFalse();
        assertThatThrownBy(() -> cuts.release(cut.id(), List.of("description"), ED))
                .as("that would leave nothing")
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("cut.not-whole");
        cuts.release(cut.id(), List.of("name"), ED);
        ask();
        assertThat(brought)
                .singleElement()
                .satisfies(body -> assertThat(body).contains(WORD, "2020-01-01T00:00:00.000Z"));
    }

    @Test
    void whatIsNotLetOutStaysAndANewerVersionIsLookedAtAnew() throws Exception {
        bring(RIN, wordy(id));
        ask();
        var first = held(RIN);
        bring(RIN, wordy(id).replace("\"modified\":\"2020-01-01", "\"modified\":\"2021-01-01"));
        cuts.release(first.id(), List.of("name"), RIN);
        ask();
        assertThat(brought).noneMatch(body -> body.contains(WORD));
        assertThat(cuts.list(RIN).stream().filter(cut -> cut.stixId().equals(id)))
                .hasSize(2);
    }

    @Test
    void whoMadeItIsNamedWhenItsSourceChoseSo() throws Exception {
        cuts.choose(Attribution.EVERYONE, RIN);
        try {
            bring(RIN, wordy(id));
            ask();
            assertThat(brought)
                    .singleElement()
                    .satisfies(body -> assertThat(body).contains(IDENTITY).doesNotContain(WORD));
        } finally {
            cuts.choose(Attribution.NOBODY, RIN);
        }
        var cut = held(ED);
        assertThat(cuts.named(cut, ED)).as("nobody, not even the Centre").isFalse();
        assertThat(cuts.named(cut, MIKA)).isTrue();
        cuts.choose(Attribution.CENTRE, RIN);
        assertThat(cuts.named(cut, ED)).isTrue();
    }

    @Test
    void itsSourceIsToldOnceHoweverMuchWaits() {
        bring(PAUL, wordy(id));
        ask();
        bring(PAUL, wordy(Partner.id()));
        ask();
        rightNow.spread();
        assertThat(notifications.list(false, SOME, PAUL)).extracting(Row::key).containsOnlyOnce(TOLD);
        assertThat(notifications.list(false, SOME, OTTO)).extracting(Row::key).doesNotContain(TOLD);
    }

    @Test
    void whatCannotLeaveIsNotSaidToBeLetOut() throws Exception {
        bring(RIN, wordy(id));
        ask();
        var cut = held(RIN);
        cuts.release(cut.id(), List.of("description"), RIN);
        Acting.as(ADA, () -> cuts.ended(cut, false, ADA));
        assertThat(held(RIN).standing()).isEqualTo(Cut.Standing.SETTLED);
        var page = new CutPage(held(RIN), "", true, List.of(), FormErrors.none());
        assertThat(page.letOut()).isEqualTo("cut.settled");
    }

    @Test
    void theStrangerFindsNothingAndDecidesNothing() throws Exception {
        bring(RIN, wordy(id));
        ask();
        var cut = held(RIN);
        for (var stranger : List.of(OTTO, NOOR)) {
            assertThatThrownBy(() -> cuts.show(cut.id(), stranger)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> cuts.release(cut.id(), List.of("name"), stranger))
                    .isInstanceOf(NotFound.class);
            assertThat(cuts.list(stranger)).noneMatch(each -> each.id().equals(cut.id()));
        }
        ask();
        assertThat(brought).noneMatch(body -> body.contains(WORD));
    }
}
