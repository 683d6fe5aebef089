package noroshi.watch;

import static noroshi.testing.Cast.*;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.desk.Matters;
import noroshi.insight.NewProgramme;
import noroshi.insight.Programme;
import noroshi.insight.Programmes;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Who is on watch: shifts by the mode of the day, gaps and double shifts seen, and nobody else finds a word of it. */
@WholeHouse
@TestPropertySource(properties = "noroshi.test=KeepingWatchTests") // there is one rota: a house of its own
@Import(Matters.class)
class KeepingWatchTests {
    @Autowired
    Rota rota;

    @Autowired
    Structure structure;

    @Autowired
    Programmes programmes;

    @Autowired
    Matters matters;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    /** The Monday so many weeks from now: each test takes a week of its own. */
    private LocalDate monday(int weeks) {
        return rota.today().plusWeeks(weeks).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    private void event(LocalDate from, LocalDate to) {
        var id = programmes.start(new NewProgramme("大会", "Games", from, to, Optional.empty(), Optional.empty()), ADA);
        programmes.mode(id, Programme.Mode.EVENT, ADA);
    }

    private static Set<String> keys(Week week) {
        return week.shifts().stream().map(Shift::key).collect(Collectors.toSet());
    }

    @Test
    void quietDaysHaveHoursAndSomebodyOnCallBetweenThem() {
        var week = rota.week(monday(30), DANA);
        assertThat(week.shifts().stream().filter(it -> !it.onCall())).hasSize(5);
        var covered = week.shifts().getFirst().begins();
        for (var shift : week.shifts()) {
            assertThat(shift.begins()).isEqualTo(covered);
            covered = shift.ends();
        }
        assertThat(week.shifts().stream().map(it -> Duration.between(it.begins(), it.ends())))
                .allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(Duration.ofHours(24)));
    }

    @Test
    void anEventInEventModeIsWatchedAroundTheClock() {
        var first = monday(34);
        event(first.plusDays(1), first.plusDays(2));
        var week = rota.week(first, DANA);
        assertThat(week.shifts().stream()
                        .filter(it ->
                                it.day().equals(first.plusDays(1)) || it.day().equals(first.plusDays(2))))
                .hasSize(6)
                .noneMatch(Shift::onCall);
        assertThat(week.shifts().stream().filter(it -> it.day().equals(first.plusDays(4))))
                .anyMatch(Shift::onCall);
    }

    @Test
    void gapsAndDoubleShiftsAreSeen() {
        var first = monday(38);
        event(first, first.plusDays(6));
        var week = rota.week(first, DANA);
        var gaps = week.gaps(rota.now());
        assertThat(gaps).hasSize(21 * 8);
        var entered = rota.enter(
                new NewDuty(first, first.plusDays(1), keys(week), "WATCH_OFFICER", DANA.person(), "090-0000-0001"),
                TORU);
        assertThat(entered).isEqualTo(6);
        var now = rota.week(first, DANA);
        assertThat(now.gaps(rota.now())).hasSize(21 * 8 - 6);
        assertThat(now.clashes()).hasSize(5);
        assertThatThrownBy(() ->
                        rota.enter(new NewDuty(first, first, keys(week), "WATCH_OFFICER", DANA.person(), ""), DANA))
                .isInstanceOf(RuleBroken.class);
        rota.end(now.duties().getFirst().id(), DANA);
        assertThat(rota.week(first, DANA).clashes()).hasSize(4);
        var page = page("/desk/watch?day=" + first);
        assertThat(page).contains("同じ人が続けて", "だれもいません", "空席", "Dana");
    }

    @Test
    void aWeekIsCopiedWhereNobodyIsYet() {
        var first = monday(42);
        var week = rota.week(first, DANA);
        rota.enter(new NewDuty(first, first.plusDays(6), keys(week), "WATCH_OFFICER", DANA.person(), ""), DANA);
        var duties = rota.week(first, DANA).duties().size();
        var next = first.plusWeeks(1);
        rota.enter(new NewDuty(next, next, keys(week), "WATCH_OFFICER", ADA.person(), ""), DANA);
        var before = rota.week(next, DANA).duties().size();
        assertThat(rota.copy(next, DANA)).isEqualTo(duties - before);
        assertThat(rota.week(next, DANA).duties()).hasSize(duties);
        assertThat(rota.week(next, DANA).duties().stream()
                        .filter(it -> it.person().equals(ADA.person())))
                .hasSize(before);
        assertThatThrownBy(() -> rota.copy(next, DANA)).isInstanceOf(RuleBroken.class);
    }

    @Test
    void whoeverHasLeftLeavesAGap() {
        var first = monday(44);
        var leaver = UUID.randomUUID();
        matters.owner("""
                insert into membership.person (id, login, name) values ('%1$s', 'l-%1$s', '去る人');
                insert into membership.seat (person, organisation, roles) values ('%1$s', '%2$s', '{IR_TEAM}')
                """.formatted(leaver, CENTRE));
        var key = rota.week(first, DANA).shifts().stream()
                .filter(it -> !it.onCall())
                .findFirst()
                .orElseThrow()
                .key();
        rota.enter(new NewDuty(first, first, Set.of(key), "WATCH_OFFICER", leaver, ""), DANA);
        var gaps = rota.week(first, DANA).gaps(rota.now()).size();
        matters.owner("update membership.person set status = 'withdrawn' where id = '%s'".formatted(leaver));
        assertThat(rota.week(first, DANA).gaps(rota.now())).hasSize(gaps + 1);
        assertThat(rota.candidates(DANA)).doesNotContain(leaver);
    }

    @Test
    void onlyTheCentresPeopleAndLiaisonsAreNamed() {
        assertThat(rota.candidates(DANA))
                .contains(DANA.person(), TORU.person(), JUN.person(), GEN.person())
                .doesNotContain(OTTO.person(), MIKA.person());
        var first = monday(46);
        assertThatThrownBy(() -> rota.enter(
                        new NewDuty(first, first, Set.of("ON_CALL"), "WATCH_OFFICER", OTTO.person(), ""), DANA))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("watch.person-missing");
    }

    @Test
    void postsAndHoursAreDataWithDays() {
        structure.add(
                new Post("RADIO", "無線担当", "Radio", 0, false, true, false, structure.today(), Optional.empty()), TORU);
        assertThat(structure.posts(DANA)).anyMatch(post -> post.code().equals("RADIO"));
        assertThatThrownBy(() -> structure.add(
                        new Post("RADIO", "無線担当", "Radio", 0, false, true, false, structure.today(), Optional.empty()),
                        DANA))
                .isInstanceOf(RuleBroken.class);
        structure.endPost("RADIO", DANA);
        var tomorrow = structure.today().plusDays(1);
        assertThat(structure.posts(DANA))
                .filteredOn(post -> post.code().equals("RADIO"))
                .allSatisfy(post -> assertThat(post.inForce(tomorrow)).isFalse());
        var hours = structure.add(
                new Hours(
                        UUID.randomUUID(),
                        Mode.QUIET,
                        "早朝",
                        "Early",
                        Hours.Days.DAYS_OFF,
                        360,
                        120,
                        structure.today(),
                        Optional.empty()),
                DANA);
        var saturday = monday(50).plusDays(5);
        assertThat(rota.week(saturday, DANA).shifts())
                .anyMatch(shift ->
                        shift.key().equals(hours.toString()) && shift.day().equals(saturday));
        structure.endHours(hours, DANA);
        assertThat(rota.week(saturday, DANA).shifts())
                .noneMatch(shift -> shift.key().equals(hours.toString()));
    }

    @Test
    void theBoardSaysWhoIsOnWatchNow() {
        var now = rota.at(rota.now(), DANA);
        rota.enter(
                new NewDuty(
                        now.shift().day(),
                        now.shift().day(),
                        Set.of(now.shift().key()),
                        "OVERALL_LEAD",
                        TORU.person(),
                        "090-0000-0002"),
                DANA);
        assertThat(page("/desk")).contains("いまの当直", "Toru", "090-0000-0002", "空席");
        var earlier = now.shift().begins().minus(Duration.ofDays(40));
        assertThat(page("/desk?at=" + earlier)).contains("このときの当直").doesNotContain("090-0000-0002");
    }

    @Test
    void nobodyElseFindsAWordOfIt() {
        var first = monday(54);
        rota.enter(
                new NewDuty(
                        first, first, keys(rota.week(first, DANA)), "WATCH_OFFICER", DANA.person(), "090-7777-7777"),
                DANA);
        for (var other : List.of(OTTO, MIKA, JUN, GEN, KEI, ED, ADA)) {
            assertThat(rota.reader(other)).isFalse();
            assertThatThrownBy(() -> rota.week(first, other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> rota.at(rota.now(), other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> structure.posts(other)).isInstanceOf(NotFound.class);
            assertThat(mvc.get().uri("/desk/watch?day=" + first).with(as(other)))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/desk").with(as(other)))
                    .bodyText()
                    .doesNotContain("当直表")
                    .doesNotContainPattern("090-[0-9]{4}-[0-9]{4}(?!-)");
            for (var table : List.of("duty", "post", "hours", "sheet")) {
                matters.during(
                        other,
                        () -> assertThat(jdbc.sql("select count(*) from watch." + table)
                                        .query(Integer.class)
                                        .single())
                                .isZero());
            }
        }
    }

    private String page(String path) {
        var page = mvc.get().uri(path).with(as(DANA)).exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
