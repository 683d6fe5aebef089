package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The people of the demonstration find a week of notifications, made of its real records by the usual rule. */
@SpringBootTest(classes = LoadedWorld.class, properties = "noroshi.demo=true")
class DemoNewsTests {
    @Autowired
    Records records;

    @Test
    void everybodyWhoCanSignInWithOneClickWasToldSomething() {
        assertThat(records.number("""
                select count(*) from membership.person p
                 where p.login in ('mika', 'sora', 'noor', 'dana', 'ed', 'ada', 'toru', 'jun', 'mina', 'paul', 'gen', 'kei')
                   and exists (select from notification.item i where i.person = p.id and i.seen_at is null)
                """)).isEqualTo(12);
        assertThat(records.number("select count(distinct what) from notification.item"))
                .isGreaterThan(3);
        assertThat(records.number("select count(*) from notification.item where seen_at is not null"))
                .isPositive();
    }

    @Test
    void nobodyWasToldWhatTheyMayNotReadAndNobodyTwice() {
        assertThat(records.number("""
                select count(*) from notification.item i
                 where not exists (select from topic.topic t
                                    where t.id = i.topic and t.addressees && notification.answers(i.person))
                """)).isZero();
        assertThat(records.number("""
                select count(*) from (select person, topic, what, subject from notification.item
                                       group by 1, 2, 3, 4 having count(*) > 1) twice
                """)).isZero();
    }

    @Test
    void nothingOfItIsSentOrStillToBeTold() {
        assertThat(records.number("select count(*) from notification.mail")).isZero();
        assertThat(records.number("select count(*) from notification.happening where spread_at is null"))
                .isZero();
        assertThat(records.number("""
                select count(*) from notification.item i join demo.world w on true
                 where i.at < w.last_day - 8 or i.at > now()
                """)).isZero();
    }
}
