package noroshi.desk;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import noroshi.membership.Members;
import noroshi.membership.Organisation;
import noroshi.shared.Actor;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Bad input: a recipient that is suspended or withdraws while it has a matter. */
@WholeHouse
@Import({Matters.class, InsidePages.class, Leavers.class})
class LeavingInMidMatterTests {
    private static final int STEPS = 60;

    @Autowired
    ConsultationDesk desk;

    @Autowired
    Sharing sharing;

    @Autowired
    Departures departures;

    @Autowired
    LookingOn lookingOn;

    @Autowired
    Matters matters;

    @Autowired
    InsidePages insidePages;

    @Autowired
    Leavers leavers;

    @Autowired
    Members members;

    @Autowired
    MockMvcTester mvc;

    @AfterEach
    void takenPartEnough() {
        leavers.takenPartEnough();
    }

    private Actor keeper() {
        return leavers.keeper();
    }

    private String name(Actor actor) {
        return members.organisation(actor.organisation()).name();
    }

    private void move(Actor whose, Organisation.Status to) {
        leavers.move(whose, to);
    }

    private Matter told(String title, Actor... readers) {
        var matter = matters.reported(title, Optional.of(matters.system(AGENCY)), false, MIKA);
        for (var reader : readers) {
            sharing.share(matter, reader.organisation(), new Wanted("関係するため", false, true), MIKA);
        }
        return matter;
    }

    private boolean reads(Matter matter, Actor who) {
        var listed = desk.shared(who).stream().anyMatch(it -> it.topic().equals(matter.topic()));
        var technical = Optional.ofNullable(
                        desk.parts(desk.show(matter.reference(), DANA), DANA).get(Side.TECHNICAL))
                .orElseThrow();
        assertThat(insidePages.finds(matter.topic(), who)).isEqualTo(listed);
        assertThat(insidePages.finds(technical, who)).isEqualTo(listed);
        return listed;
    }

    private List<Departure.Open> open(Matter matter, Actor actor) {
        return lookingOn.at(Optional.empty(), actor).departures().stream()
                .filter(it -> it.departure().matter().equals(matter.topic()))
                .toList();
    }

    private String page(String path, Actor actor) throws Exception {
        return mvc.get().uri(path).with(as(actor)).exchange().getResponse().getContentAsString();
    }

    @Test
    void whoeverIsSuspendedReadsNothingFromThatMomentOn() {
        var leaving = keeper();
        var matter = told("途中で止まる宛先", leaving);
        assertThat(reads(matter, leaving)).isTrue();
        var reach = sharing.reach(matter, MIKA);
        assertThat(sharing.reach(matter, JUN)).isEqualTo(reach);
        move(leaving, Organisation.Status.SUSPENDED);
        assertThat(reads(matter, leaving)).isFalse();
        assertThatThrownBy(() -> desk.show(matter.reference(), leaving)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.say(matter.reference(), "まだ読めるか", List.of(), leaving))
                .isInstanceOf(NotFound.class);
        for (var who : List.of(MIKA, DANA)) {
            assertThat(sharing.reach(matter, who)).as("the count of readers").isEqualTo(reach - 1);
        }
        assertThat(sharing.reach(matter, JUN))
                .as("nobody reads off the count who was told")
                .isEqualTo(reach);
        assertThat(reads(matter, JUN)).as("the others read on").isTrue();
    }

    @Test
    void theReporterAndTheCentreSeeItAndNobodyElse() throws Exception {
        var leaving = keeper();
        var matter = told("抜けたと見える", leaving);
        var other = told("関係のない案件");
        assertThat(page("/desk", DANA)).doesNotContain(name(leaving));
        move(leaving, Organisation.Status.SUSPENDED);
        for (var who : List.of(MIKA, DANA)) {
            assertThat(page(matter.path(), who)).contains(name(leaving), "利用停止", "いまは読めません");
            assertThat(departures.of(matter, who)).singleElement().satisfies(it -> {
                assertThat(it.organisation()).isEqualTo(leaving.organisation());
                assertThat(it.away()).isTrue();
            });
        }
        assertThat(page("/desk", DANA)).contains("抜けた宛先", name(leaving), "抜けたと見える");
        assertThat(departures.matters(MIKA)).contains(matter.topic()).doesNotContain(other.topic());
        assertThat(page("/desk", MIKA)).contains("宛先が抜けた");
        for (var who : List.of(JUN, MINA, OTTO, NOOR)) {
            assertThat(departures.of(matter, who)).as(who.toString()).isEmpty();
            assertThat(departures.matters(who)).as(who.toString()).doesNotContain(matter.topic());
            assertThatThrownBy(() -> open(matter, who)).as(who.toString()).isInstanceOf(NotFound.class);
        }
        assertThat(page(matter.path(), JUN)).doesNotContain(name(leaving));
        assertThat(matters.count(OTTO, "select count(*) from desk.departure")).isZero();
    }

    @Test
    void whatItHadBeenToldStaysInTheRecord() {
        var leaving = keeper();
        var matter = told("知らせた記録", leaving);
        var before = recipient(matter, leaving);
        move(leaving, Organisation.Status.WITHDRAWN);
        assertThat(recipient(matter, leaving)).isEqualTo(before);
        assertThat(departures.of(matter, MIKA))
                .singleElement()
                .satisfies(it -> assertThat(it.as()).isEqualTo(Departure.As.WITHDRAWN));
        assertThatThrownBy(() -> sharing.share(matter, leaving.organisation(), new Wanted("もう一度", false, true), MIKA))
                .isInstanceOf(RuleBroken.class);
    }

    private Recipient recipient(Matter matter, Actor who) {
        return sharing.recipients(matter, MIKA).stream()
                .filter(it -> it.organisation().equals(who.organisation()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theCentreSeesToWhoTakesItsPlace() {
        var leaving = keeper();
        var matter = told("代わりを探す", leaving);
        move(leaving, Organisation.Status.SUSPENDED);
        assertThat(open(matter, DANA)).hasSize(1);
        var settle = matter.path() + "/departures/" + leaving.organisation();
        assertThat(mvc.post().uri(settle).with(as(MIKA))).hasStatus(404);
        assertThat(mvc.post().uri(settle).with(as(OTTO))).hasStatus(404);
        assertThat(mvc.post().uri(settle).with(as(DANA))).hasStatus(303);
        assertThat(open(matter, DANA)).isEmpty();
        assertThat(departures.of(matter, MIKA))
                .as("it stays on the matter's page")
                .hasSize(1);
        move(leaving, Organisation.Status.WITHDRAWN);
        assertThat(open(matter, DANA)).as("now it will not come back").hasSize(1);
    }

    @Test
    void whoeverComesBackReadsOnUnlessItWasTakenOut() {
        var leaving = keeper();
        var stays = told("戻ってくる", leaving);
        var ended = told("戻っても読めない", leaving);
        move(leaving, Organisation.Status.SUSPENDED);
        desk.update(
                stays.reference(),
                new Update(
                        1,
                        Stage.FOLLOW_UP,
                        "戻ってくる",
                        new Telling("止まっている間の続報", Map.of()),
                        Telling.NOTHING,
                        new Telling("送信元は 192.0.2.7。", Map.of("indicators", "192.0.2.7")),
                        "続報",
                        List.of()),
                Locale.JAPANESE,
                MIKA);
        sharing.stop(ended, leaving.organisation(), MIKA);
        assertThat(open(ended, DANA)).as("the reporter has seen to it").isEmpty();
        move(leaving, Organisation.Status.ACTIVE);
        assertThat(reads(stays, leaving)).isTrue();
        assertThat(reads(ended, leaving)).isFalse();
        assertThat(open(stays, DANA)).isEmpty();
        assertThat(departures.of(stays, MIKA))
                .singleElement()
                .satisfies(it -> assertThat(it.back()).isPresent());
    }

    @Test
    void onlyAnAdministratorsActLeavesMatters() {
        var staying = keeper();
        var matter = told("勝手に抜けさせない", staying);
        matters.count(OTTO, "select desk.leaves('%s', 'SUSPENDED', now())".formatted(staying.organisation()));
        matters.count(DANA, "select desk.leaves('%s', 'SUSPENDED', now())".formatted(staying.organisation()));
        assertThat(departures.of(matter, MIKA)).isEmpty();
        assertThat(reads(matter, staying)).isTrue();
    }

    /** Told, taken out, suspended and resumed in any order: who reads is who was told and takes part. */
    @Test
    void afterEveryStepWhoReadsIsWhoWasToldAndTakesPart() {
        var random = new Random(24);
        var circle = List.of(keeper(), keeper(), keeper());
        var all = List.of(told("型の一"), told("型の二"));
        var told = new HashMap<UUID, Set<UUID>>();
        var away = new HashSet<UUID>();
        for (int step = 0; step < STEPS; step++) {
            var who = circle.get(random.nextInt(circle.size()));
            var matter = all.get(random.nextInt(all.size()));
            var readers = told.computeIfAbsent(matter.topic(), topic -> new HashSet<>());
            switch (random.nextInt(4)) {
                case 0 -> {
                    if (!away.contains(who.organisation())) {
                        sharing.share(matter, who.organisation(), new Wanted("関係", false, true), MIKA);
                        readers.add(who.organisation());
                    }
                }
                case 1 -> {
                    if (readers.remove(who.organisation())) {
                        sharing.stop(matter, who.organisation(), MIKA);
                    }
                }
                case 2 -> {
                    move(who, Organisation.Status.SUSPENDED);
                    away.add(who.organisation());
                }
                default -> {
                    move(who, Organisation.Status.ACTIVE);
                    away.remove(who.organisation());
                }
            }
            for (var one : all) {
                for (var reader : circle) {
                    var has = told.getOrDefault(one.topic(), Set.of()).contains(reader.organisation());
                    var gone = away.contains(reader.organisation());
                    assertThat(reads(one, reader)).as("step " + step).isEqualTo(has && !gone);
                    assertThat(open(one, DANA).stream()
                                    .anyMatch(
                                            it -> it.departure().organisation().equals(reader.organisation())))
                            .as("step " + step + ", the desk's line")
                            .isEqualTo(has && gone);
                }
            }
        }
    }
}
