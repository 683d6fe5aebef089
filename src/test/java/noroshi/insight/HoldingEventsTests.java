package noroshi.insight;

import static noroshi.testing.Cast.ADA;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.GEN;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.OWNER;
import static noroshi.testing.Cast.RAILWAY;
import static noroshi.testing.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.OrganisationName;
import noroshi.shared.Acting;
import noroshi.shared.NotAllowed;
import noroshi.shared.NotFound;
import noroshi.shared.RuleBroken;
import noroshi.testing.WholeHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody prepares for the same event, and the next one starts from the last. */
@WholeHouse
class HoldingEventsTests {
    private static final LocalDate DAY = LocalDate.parse("2014-07-21");

    @Autowired
    Programmes programmes;

    @Autowired
    Events events;

    @Autowired
    Insights insights;

    @Autowired
    Environment environment;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void theNextEventStartsFromTheLast() {
        var first = programmes.start(games(DAY, Optional.empty()), ADA);
        programmes.add(first, marker(DAY.plusDays(2)), ADA);
        programmes.add(
                first,
                new NewEvent(EventKind.NORMAL, DAY.minusDays(10), Optional.of(DAY.minusDays(1)), "平時", "Normal"),
                ADA);
        programmes.takePart(first, true, MIKA);

        var later = DAY.plusYears(2);
        var next = programmes.show(programmes.start(games(later, Optional.of(first)), ADA), MIKA);

        assertThat(next.parts()).extracting(Event::date).containsExactly(later.minusDays(10), later.plusDays(2));
        assertThat(next.joined()).isTrue();
        assertThat(next.mode()).isEqualTo(Programme.Mode.QUIET);
        assertThat(events.all(OTTO)).extracting(Event::date).contains(later.plusDays(2));
    }

    @Test
    void inEventModeEverybodysFirstPageShowsIt() {
        var today = programmes.today();
        var id = programmes.start(games(today.minusDays(2), Optional.empty()), ADA);
        programmes.add(id, marker(today.plusDays(1)), ADA);
        assertThat(programmes.current(OTTO))
                .extracting(each -> each.event().id())
                .doesNotContain(id);

        programmes.mode(id, Programme.Mode.EVENT, ADA);

        assertThat(mvc.get().uri("/").with(as(OTTO))).bodyText().contains("/events/" + id, "3 日目", "開会式");
        assertThat(programmes.compare(id, ADA)).isPresent();
        assertThat(programmes.compare(id, OTTO)).isEmpty();
        assertThat(mvc.get().uri("/events/" + id).with(as(OTTO)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("平時との比較", "/mode");
        programmes.mode(id, Programme.Mode.QUIET, ADA);
        assertThat(mvc.get().uri("/").with(as(OTTO))).bodyText().doesNotContain("/events/" + id);
    }

    /** The page says how many times as much, counted from the records of the days. */
    @Test
    void anEventIsComparedWithItsNormalDays() {
        var records = new Records(environment);
        var from = LocalDate.parse("2015-06-01");
        var id = programmes.start(games(from, Optional.empty()), ADA);
        programmes.add(
                id,
                new NewEvent(EventKind.NORMAL, from.minusDays(10), Optional.of(from.minusDays(1)), "平時", "Normal"),
                ADA);
        var topic = records.bulletin("大会の話", Records.at("2015-05-20T09:00"), ALL);
        for (int each = 0; each < 55; each++) {
            var normal = Records.at(from.minusDays(1 + each % 10) + "T10:%02d".formatted(each));
            var during = Records.at(from.plusDays(each % 11) + "T10:%02d".formatted(each));
            if (each < 20) {
                records.login(MIKA, normal);
                records.view(topic, "PRO", MIKA, normal);
            }
            if (each < 33) {
                records.login(MIKA, during);
            }
            records.view(topic, "PRO", MIKA, during);
        }
        insights.recount();

        var comparison = programmes.compare(id, ADA).orElseThrow();
        assertThat(comparison.timesLogins()).contains(1.5);
        assertThat(comparison.timesViews()).contains(2.5);
        assertThat(mvc.get().uri("/events/" + id).with(as(ADA)))
                .hasStatusOk()
                .bodyText()
                .contains("1.5", "2.5", "平時との比較");
        assertThat(programmes.compare(id, OTTO)).isEmpty();
    }

    @Test
    void whoTakesPartIsToldToTheOwnerAndTheCentre() {
        var id = programmes.start(games(DAY, Optional.empty()), ADA);
        programmes.takePart(id, true, MIKA);
        programmes.takePart(id, true, MIKA);

        assertThat(programmes.takingPart(id, GEN))
                .extracting(OrganisationName::id)
                .containsExactly(RAILWAY);
        assertThat(programmes.takingPart(id, DANA))
                .extracting(OrganisationName::id)
                .containsExactly(RAILWAY);
        assertThat(programmes.takingPart(id, MIKA))
                .extracting(OrganisationName::id)
                .containsExactly(RAILWAY);
        assertThat(programmes.takingPart(id, NOOR)).isEmpty();
        assertThat(programmes.show(id, OTTO).takingPart()).isZero();
        programmes.takePart(id, false, MIKA);
        assertThat(programmes.takingPart(id, GEN)).isEmpty();
        assertThatThrownBy(() -> Acting.as(
                        OTTO,
                        () -> transactions.executeWithoutResult(_ -> jdbc.sql("""
                                insert into insight.taking_part (event, organisation, by, at)
                                values (:id, :organisation, :person, now())
                                """)
                                .param("id", id)
                                .param("organisation", RAILWAY)
                                .param("person", OTTO.person())
                                .update())))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void othersKeepNoEvents() {
        var id = programmes.start(games(DAY, Optional.empty()), ADA);
        assertThatThrownBy(() -> programmes.start(games(DAY, Optional.empty()), OTTO))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> programmes.mode(id, Programme.Mode.EVENT, DANA))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> programmes.add(id, marker(DAY), MIKA)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> programmes.show(UUID.randomUUID(), ADA)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> programmes.start(
                        new NewProgramme("逆", "Backwards", DAY, DAY.minusDays(1), Optional.empty(), Optional.empty()),
                        ADA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> programmes.start(
                        new NewProgramme("主催", "Owner", DAY, DAY, Optional.of(RAILWAY), Optional.empty()), ADA))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> events.show(id, ADA)).isInstanceOf(NotFound.class);
    }

    private static NewProgramme games(LocalDate from, Optional<UUID> preset) {
        return new NewProgramme("港の大会", "Harbour Games", from, from.plusDays(10), Optional.of(OWNER), preset);
    }

    private static NewEvent marker(LocalDate day) {
        return new NewEvent(EventKind.MARKER, day, Optional.empty(), "開会式", "Opening");
    }
}
