package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.shared.Actor;
import noroshi.shared.NotAllowed;
import noroshi.shared.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the police do beside a matter: seen by the Centre and whom they choose, and of no trace for anybody else. */
class PoliceTracksTests extends PoliceAtWork {
    @Autowired
    Triage triage;

    @Autowired
    LookingOn lookingOn;

    @Autowired
    DeskChanges changes;

    @Autowired
    Leavers leavers;

    @AfterEach
    void takenPartEnough() {
        leavers.takenPartEnough();
    }

    private String page(String path, Actor actor) {
        var answer = mvc.get().uri(path).with(as(actor)).exchange().getResponse();
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void thePoliceAndTheCentreSeeItAndNobodyElseFindsATrace() {
        var matter = told(false);
        var before = Instant.now();
        var track = opened(matter, words(false));
        assertThat(tracks.of(matter, DANA)).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo(track);
            assertThat(it.state()).isEqualTo(TrackState.UNDER_WAY);
            assertThat(it.words().getFirst().body()).isEqualTo(secret);
        });
        assertThat(page(matter.path(), DANA)).contains(secret, "警察の対応「捜査・実態解明」：対応中", "都警察・センター");
        for (var who : EVERYBODY) {
            assertThat(sees(matter, who)).as(who.toString()).isEqualTo(who.equals(DANA) || who.equals(PAUL));
            if (!sees(matter, who)) {
                for (var address : addresses(matter)) {
                    assertThat(page(address, who)
                                    .replaceAll("(value|href)=\"[^\"]*\"", "")
                                    .replace("「" + secret + "」", ""))
                            .as(who + " " + address)
                            .doesNotContain(secret, "警察の対応「", "警察の対応を始める");
                }
            }
        }
        assertThat(desk.steps(matter, MIKA)).noneMatch(step -> step.act().contains("track"));
        assertThat(changes.since(before, DANA)).noneMatch(it -> it.words().contains(secret));
    }

    private List<String> addresses(Matter matter) {
        return List.of(
                "/",
                "/desk",
                matter.path(),
                "/topics/" + matter.topic(),
                "/notifications",
                "/search?q=" + secret,
                "/topics/similar?title=" + secret,
                "/desk/figures/table.csv",
                "/desk/reports",
                matter.path() + "/forms/police.json",
                matter.path() + "/forms/police.csv");
    }

    @Test
    void theBoardTellsTheDeskFromThatMomentOn() {
        var matter = told(false);
        assertThat(card(matter, Optional.empty()).police()).isFalse();
        var before = Instant.now();
        opened(matter, words(false));
        assertThat(card(matter, Optional.empty()).police()).isTrue();
        assertThat(card(matter, Optional.of(before)).police()).isFalse();
        assertThat(page("/desk", DANA)).contains("警察の対応あり");
        var pulse = lookingOn.at(Optional.empty(), DANA).pulse();
        var other = told(false);
        var now = lookingOn.since(pulse, DANA).orElseThrow().pulse();
        opened(other, words(false));
        assertThat(lookingOn.since(now, DANA)).isPresent();
    }

    private Card card(Matter matter, Optional<Instant> at) {
        return lookingOn.at(at, DANA).board().cards().stream()
                .filter(it -> it.matter().equals(matter.topic()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whomThePoliceChooseSeesItAsLongAsTheyDo() {
        var matter = told(false);
        var track = opened(matter, words(true, MINISTRY));
        for (var who : List.of(MIKA, RIN, MINA)) {
            assertThat(sees(matter, who)).as(who.toString()).isTrue();
            assertThat(page(matter.path(), who))
                    .contains(secret, "警察が見せることにした相手だけ")
                    .doesNotContain("都警察・センター");
            assertThatThrownBy(() -> tracks.tell(matter, track, seen(matter, track), words(true), who))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThat(sees(matter, JUN)).isFalse();
        assertThat(matters.count(MINA, "select count(*) from desk.track_reader where track = '" + track + "'"))
                .isZero();
        shown(matter, track, false);
        for (var who : List.of(MIKA, RIN, MINA, JUN)) {
            assertThat(sees(matter, who)).as(who.toString()).isFalse();
        }
        assertThat(tracks.of(matter, PAUL).getFirst().words())
                .as("a change of who sees it is no word")
                .hasSize(1);
    }

    @Test
    void whoeverIsNotToldOfTheMatterSeesNothingOfItNamedOrNot() {
        var matter = told(false);
        opened(matter, words(false, STRANGERS, CENTRE, POLICE));
        assertThat(tracks.of(matter, PAUL).getFirst().named()).containsExactly(STRANGERS);
        assertThat(sees(matter, OTTO)).isFalse();
        sharing.share(matter, STRANGERS, new Wanted("関係する", false, false), MIKA);
        assertThat(sees(matter, OTTO)).isTrue();
        sharing.stop(desk.show(matter.reference(), MIKA), STRANGERS, MIKA);
        assertThat(sees(matter, OTTO)).isFalse();
    }

    @Test
    void onlyPoliceWhoAreToldOfItOpenOneForEachTask() {
        var matter = told(false);
        var other = leavers.keeper();
        matters.police(other.organisation());
        for (var who : List.of(MIKA, DANA, JUN, MINA, OTTO, other)) {
            assertThat(tracks.toOpen(matter, tracks.of(matter, who), who)).isEmpty();
            assertThatThrownBy(() -> tracks.open(matter, TrackTask.INVESTIGATE, words(false), who))
                    .isInstanceOf(NotAllowed.class);
        }
        opened(matter, words(false));
        assertThat(tracks.toOpen(matter, tracks.of(matter, PAUL), PAUL)).containsExactly(TrackTask.PREVENT_SPREAD);
        assertThatThrownBy(() -> opened(matter, words(false))).isInstanceOf(RuleBroken.class);
        sharing.share(matter, other.organisation(), new Wanted("管轄", false, false), MIKA);
        assertThat(sees(matter, other)).as("another police, told of the matter").isFalse();
        assertThat(tracks.toOpen(matter, tracks.of(matter, other), other)).hasSize(2);
        tracks.open(matter, TrackTask.INVESTIGATE, words(false), other);
        assertThat(tracks.of(matter, other))
                .singleElement()
                .satisfies(it -> assertThat(it.organisation()).isEqualTo(other.organisation()));
        assertThat(tracks.of(matter, DANA)).hasSize(2);
    }

    @Test
    void theReporterOfAHiddenOrganisationSeesItWhenChosenAndStaysHidden() {
        var matter = told(true);
        var track = opened(matter, words(false));
        assertThat(sees(matter, MIKA)).isFalse();
        shown(matter, track, true);
        assertThat(sees(matter, MIKA)).isTrue();
        assertThat(page(matter.path(), PAUL)).contains(secret).doesNotContain("東都鉄道</b>");
    }

    @Test
    void thePageTakesItAndNothingTypedIsLost() {
        var matter = told(false);
        assertThat(page(matter.path(), PAUL)).contains("警察の対応を始める");
        var sent = mvc.post()
                .uri(matter.path() + "/tracks")
                .with(as(PAUL))
                .param("task", "PREVENT_SPREAD")
                .param("state", "UNDER_WAY")
                .param("body", secret)
                .param("more", MINISTRY.toString());
        assertThat(sent.exchange()).hasStatus(303);
        assertThat(sees(matter, MINA)).isTrue();
        var again = mvc.post()
                .uri(matter.path() + "/tracks")
                .with(as(PAUL))
                .param("task", "PREVENT_SPREAD")
                .param("body", secret + " もう一度")
                .exchange();
        assertThat(again).hasStatus(422);
        assertThat(again).bodyText().contains(secret + " もう一度", "この対応はもう始まっています");
        var track = tracks.of(matter, PAUL).getFirst().id();
        var told = mvc.post()
                .uri(matter.path() + "/tracks/" + track)
                .with(as(PAUL))
                .param("seen", seen(matter, track))
                .param("state", "DONE")
                .param("body", "終わった")
                .exchange();
        assertThat(told).hasStatus(303);
        assertThat(sees(matter, MINA)).as("no longer ticked").isFalse();
        assertThat(tracks.of(matter, DANA).getFirst().state()).isEqualTo(TrackState.DONE);
    }

    @Test
    void aWordOnAMatterThatIsOverWaitsForTheDesk() {
        var matter = told(false);
        var track = opened(matter, words(false));
        var asDesk = desk.show(matter.reference(), DANA);
        triage.close(asDesk, new Closure("収まった", "", Classification.NONE), triage.lastWord(asDesk, DANA), DANA);
        var closed = desk.show(matter.reference(), PAUL);
        tracks.tell(closed, track, seen(closed, track), new TrackTold(TrackState.DONE, "検挙した", false, Set.of()), PAUL);
        assertThat(lookingOn.at(Optional.empty(), DANA).lateWords())
                .anyMatch(late -> late.matter().equals(matter.topic()));
        desk.withdraw(matter.reference(), "誤報", MIKA);
        var withdrawn = desk.show(matter.reference(), PAUL);
        assertThat(tracks.toOpen(withdrawn, tracks.of(withdrawn, PAUL), PAUL)).isEmpty();
        assertThatThrownBy(() -> tracks.tell(withdrawn, track, "", words(false), PAUL))
                .isInstanceOf(RuleBroken.class);
    }
}
