package noroshi.insight;

import static noroshi.insight.Records.JULY;
import static noroshi.insight.Records.at;
import static noroshi.testing.Cast.ALL;
import static noroshi.testing.Cast.DANA;
import static noroshi.testing.Cast.ED;
import static noroshi.testing.Cast.MIKA;
import static noroshi.testing.Cast.NOOR;
import static noroshi.testing.Cast.OTTO;
import static noroshi.testing.Cast.RAIL;
import static noroshi.testing.Cast.RIN;
import static noroshi.testing.Cast.SORA;
import static noroshi.testing.Cast.SPORTS;
import static noroshi.testing.Cast.STRANGERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.NotFound;
import noroshi.testing.WholeHouse;
import noroshi.topic.Level;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;

@WholeHouse
@TestPropertySource(properties = "noroshi.test=counting") // counts people: nobody else may add some
class CountingTests {
    private static final LocalDate FIRST = LocalDate.parse("2012-07-21");

    @Autowired
    Insights insights;

    @Autowired
    Reach reach;

    @Autowired
    OwnFigures own;

    @Autowired
    Environment environment;

    @Test
    void daysAreCountedFromRecordsWhetherOverOrNot() {
        var records = new Records(environment);
        var before = insights.days(DANA).totalUntil(FIRST);
        var topic = records.bulletin("数える", at("2012-07-21T09:00"), ALL);
        records.login(MIKA, at("2012-07-21T08:00"));
        records.login(NOOR, at("2012-07-21T23:59"));
        records.view(topic, "PRO", MIKA, at("2012-07-21T09:10"));
        records.view(topic, "PRO", MIKA, at("2012-07-21T10:10"));
        insights.recount();

        var days = insights.days(DANA);

        assertThat(days.totalUntil(FIRST).views()).isEqualTo(before.views() + 2);
        assertThat(days.totalUntil(FIRST).logins()).isEqualTo(before.logins() + 2);
        assertThat(days.totalUntil(FIRST).posts()).isEqualTo(before.posts() + 1);
        assertThat(days.within(JULY)).hasSize(14);
        insights.recount();
        assertThat(insights.days(DANA)).isEqualTo(days);
    }

    @Test
    void anItemIsRankedAtEachLevelAndAsAWhole() {
        var records = new Records(environment);
        var one = records.bulletin("一位", at("2012-07-23T09:00"), ALL);
        var hidden = records.post("よその話", at("2012-07-23T09:00"), RAIL);
        records.view(one, "PRO", MIKA, at("2012-07-23T09:10"));
        records.view(one, "PRO", RIN, at("2012-07-23T09:20"));
        records.view(one, "GENERAL", SORA, at("2012-07-23T11:00"));
        records.view(hidden, "ALL", MIKA, at("2012-07-23T12:00"));

        var ranking = insights.ranking(JULY, ED);

        assertThat(ranking.byLevel())
                .filteredOn(rank -> rank.topic().equals(one))
                .extracting(Rank::level, Rank::title, Rank::views, Rank::reached)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Optional.of(Level.PRO), "一位-PRO", 2L, 1),
                        org.assertj.core.groups.Tuple.tuple(Optional.of(Level.GENERAL), "一位-GENERAL", 1L, 1));
        assertThat(ranking.byItem())
                .filteredOn(rank -> rank.topic().equals(one))
                .singleElement()
                .satisfies(rank -> {
                    assertThat(rank.views()).isEqualTo(3);
                    assertThat(rank.reached()).isEqualTo(2);
                    assertThat(rank.addressed()).isEqualTo(11);
                    assertThat(rank.median()).contains(Duration.ofMinutes(65));
                });
        assertThat(ranking.unnamed()).isPositive();
        assertThat(ranking.toString()).doesNotContain("よその話");
        assertThat(ranking.views()).isEqualTo(ranking.bulletins() + ranking.others() + ranking.unnamed());
    }

    @Test
    void theFirstReaderOfAnOrganisationCounts() {
        var records = new Records(environment);
        var topic = records.bulletin("早く", at("2012-07-25T09:00"), ALL);
        records.view(topic, "PRO", RIN, at("2012-07-25T09:10"));
        records.view(topic, "PRO", MIKA, at("2012-07-25T09:05"));
        records.view(topic, "GENERAL", SORA, at("2012-07-26T20:00"));

        var of = reach.topic(topic, DANA);

        assertThat(of.firstViews().counts()).containsExactly(1, 0, 0, 0, 0, 0, 1);
        assertThat(of.firstViews().unopened()).isEqualTo(9);
        assertThat(of.firstViews().withinGoal()).isEqualTo(9);
        assertThat(of.openings().getFirst()).satisfies(opening -> {
            assertThat(opening.reader()).contains(MIKA.person());
            assertThat(opening.after()).contains(Duration.ofMinutes(5));
            assertThat(opening.people()).isEqualTo(2);
        });
        assertThat(reach.organisations(JULY, DANA))
                .filteredOn(row -> row.name().id().equals(STRANGERS))
                .singleElement()
                .satisfies(row -> assertThat(row.silent()).isTrue());
        assertThat(reach.organisation(SPORTS, JULY, DANA).openings())
                .filteredOn(opening -> opening.topic().equals(topic))
                .singleElement()
                .satisfies(opening -> assertThat(opening.reader()).contains(SORA.person()));
    }

    @Test
    void nobodyButTheCentreSeesTheWhole() {
        for (var actor : new noroshi.shared.Actor[] {MIKA, RIN, OTTO}) {
            assertThat(insights.national(actor)).isFalse();
            assertThatThrownBy(() -> insights.days(actor)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> insights.ranking(JULY, actor)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> insights.firstViews(JULY, actor)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> insights.registered(actor)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reach.organisations(JULY, actor)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reach.organisation(SPORTS, JULY, actor)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> reach.topic(UUID.randomUUID(), actor)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void whatTheCentreMayNotReadHasNoPage() {
        var hidden = new Records(environment).post("よそ", at("2012-07-24T09:00"), RAIL);

        assertThatThrownBy(() -> reach.topic(hidden, DANA)).isInstanceOf(NotFound.class);
    }

    @Test
    void aMemberSeesTheirOwnOrganisationOverWhatTheyMayRead() {
        var records = new Records(environment);
        var rail = records.post("鉄道の話", at("2012-07-27T09:00"), RAIL);
        records.view(rail, "ALL", NOOR, at("2012-07-27T10:00"));
        records.login(MIKA, at("2012-07-27T08:00"));
        records.login(NOOR, at("2012-07-27T08:00"));

        assertThat(own.topics(JULY, MIKA))
                .filteredOn(row -> row.topic().id().equals(rail))
                .singleElement()
                .satisfies(row -> assertThat(row.opened()).isFalse());
        records.view(rail, "ALL", MIKA, at("2012-07-27T11:00"));
        assertThat(own.topics(JULY, MIKA))
                .filteredOn(row -> row.topic().id().equals(rail))
                .singleElement()
                .satisfies(row -> assertThat(row.people()).isEqualTo(1));
        assertThat(own.topics(JULY, OTTO)).extracting(row -> row.topic().id()).doesNotContain(rail);
        assertThat(own.days(JULY, OTTO).known()).isEmpty();
    }

    @Test
    void anAdministratorSeesTheirOwnPeopleAndNobodyElse() {
        new Records(environment).login(MIKA, at("2012-07-28T08:00"));

        assertThat(own.colleagues(JULY, MIKA)).isEmpty();
        assertThat(own.colleagues(JULY, RIN))
                .extracting(Colleague::person)
                .containsExactlyInAnyOrder(MIKA.person(), RIN.person());
        assertThat(own.colleagues(JULY, RIN))
                .filteredOn(each -> each.person().equals(MIKA.person()))
                .singleElement()
                .satisfies(each -> assertThat(each.logins()).isPositive());
        assertThat(own.colleagues(JULY, OTTO)).extracting(Colleague::person).containsExactly(OTTO.person());
    }
}
