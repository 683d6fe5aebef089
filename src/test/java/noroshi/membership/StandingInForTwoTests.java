package noroshi.membership;

import static noroshi.testing.Cast.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import noroshi.shared.NotFound;
import org.junit.jupiter.api.Test;

/** A colleague stands in for two from the same day on: each of the two is a matter of its own. */
class StandingInForTwoTests extends Colleagues {
    @Test
    void whoeverStandsInForTwoGoesOnForOneWhenTheOtherLeaves() {
        var today = substitutes.today();
        for (var first : List.of(true, false)) {
            var one = newcomer(RAILWAY, RIN);
            var other = newcomer(RAILWAY, RIN);
            var asa = newcomer(RAILWAY, RIN);
            people.holdWindow(seat(one), true, RIN);
            people.holdWindow(seat(other), true, RIN);
            var forOne =
                    substitutes.name(RAILWAY, one.person(), asa.person(), today.plusDays(2), today.plusDays(4), one);
            var forOther =
                    substitutes.name(RAILWAY, other.person(), asa.person(), today.plusDays(2), today.plusDays(9), RIN);
            people.holdWindow(seat(first ? one : other), false, RIN);
            var stays = first ? forOther : forOne;
            assertThat(substitutes.of(RAILWAY, RIN))
                    .extracting(Substitution::id)
                    .contains(stays)
                    .doesNotContain(first ? forOne : forOther);
            assertThat(running(asa)).isEqualTo(1);
            var topic = toWindow(RAILWAY);
            assertThatThrownBy(() -> topics.show(topic, asa)).isInstanceOf(NotFound.class);
            jdbc.sql("update membership.belonging set since = now() - interval '1 second' where substitution = :id")
                    .param("id", stays)
                    .update();
            assertThat(topics.show(topic, asa).id()).isEqualTo(topic);
            assertThatThrownBy(() -> topics.show(topic, OTTO)).isInstanceOf(NotFound.class);
            substitutes.end(stays, asa);
            assertThat(running(asa)).isZero();
            assertThatThrownBy(() -> topics.show(topic, asa)).isInstanceOf(NotFound.class);
        }
    }

    /** Lists of an office are lists of people: whoever holds it twice over stands there once. */
    @Test
    void whoeverHoldsAnOfficeSeveralTimesIsListedOnce() {
        var today = substitutes.today();
        var asa = newcomer(RAILWAY, RIN);
        for (int two = 0; two < 2; two++) {
            var away = newcomer(RAILWAY, RIN);
            people.holdWindow(seat(away), true, RIN);
            substitutes.name(RAILWAY, away.person(), asa.person(), today, today.plusDays(3), RIN);
        }
        assertThat(running(asa)).isEqualTo(2);
        assertThat(keepers()).containsOnlyOnce(asa.person()).doesNotHaveDuplicates();
        people.holdWindow(seat(asa), true, RIN);
        assertThat(keepers()).containsOnlyOnce(asa.person());
        people.holdWindow(seat(asa), false, RIN);
    }

    private List<UUID> keepers() {
        return members.within(members.windowOf(RAILWAY)).stream()
                .map(Belonging::person)
                .toList();
    }
}
