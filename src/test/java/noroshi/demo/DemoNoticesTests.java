package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = LoadedWorld.class, properties = "noroshi.demo=true")
class DemoNoticesTests {
    @Autowired
    Records records;

    @Test
    void asManyAssetsAreRegisteredAsTheSourceSays() {
        assertThat(records.counts("select kind, count(*) from asset.asset where state = 'registered' group by kind"))
                .isEqualTo(Map.of("URL", 2203L, "ADDRESS", 1471L));
        assertThat(records.number("""
                select count(distinct organisation) from asset.asset where state = 'registered' and expires_at > now()
                """)).isEqualTo(193);
        assertThat(records.number("select count(*) from asset.asset where state = 'waiting'"))
                .isEqualTo(3);
        assertThat(records.number("""
                select count(*) from asset.asset
                 where network is not null
                   and not (network <<= '192.0.2.0/24' or network <<= '198.51.100.0/24'
                            or network <<= '203.0.113.0/24' or network <<= '2001:db8::/32')
                """)).isZero();
        assertThat(records.number("select count(*) from asset.asset where host is not null and host !~ '[.]example$'"))
                .isZero();
    }

    @Test
    void theSeventyFiveNoticesSayWhatTheSourceSays() {
        assertThat(records.counts("select finding, count(*) from notice.notice where synthetic group by finding"))
                .isEqualTo(Map.of(
                        "ANNOUNCED_ATTACK", 3L,
                        "DDOS", 20L,
                        "FAKE_SITE", 14L,
                        "WEAK_AUTHENTICATION", 9L,
                        "EXPOSED_RDP", 11L,
                        "VULNERABLE_EXCHANGE", 6L,
                        "DISCLOSURE", 7L,
                        "MALICIOUS_TRAFFIC", 5L));
        assertThat(records.number("select count(*) from notice.notice")).isEqualTo(75);
        assertThat(records.list("""
                select distinct o.code from notice.notice n join membership.organisation o on o.id = n.organisation
                 where n.finding = 'FAKE_SITE'
                """)).containsExactly("games-committee");
        assertThat(records.number("""
                select count(distinct organisation) from notice.notice
                 where finding = 'ANNOUNCED_ATTACK'
                   and organisation in (select organisation from notice.notice where finding = 'DDOS')
                """)).isEqualTo(3);
    }

    @Test
    void eachWasOpenedByItsWindowBeforeItWasAnswered() {
        assertThat(records.number("""
                select count(*) from notice.notice n
                 where n.first_answer_at is not null and not exists (
                       select from topic.reading r where r.topic = n.topic and r.organisation = n.organisation
                          and r.first_at between n.sent_at and n.first_answer_at)
                """)).isZero();
        assertThat(records.number("""
                select count(*) from topic.view v join notice.notice n on n.topic = v.topic
                 where v.organisation <> n.organisation
                """)).isZero();
        assertThat(records.number("select count(*) from notice.notice where state in ('open', 'working')"))
                .isEqualTo(3);
    }

    @Test
    void nobodyButTheWindowAndTheDutyDeskIsAddressed() {
        assertThat(records.number("""
                select count(*) from notice.notice n join topic.addressee a on a.topic = n.topic
                 where a.principal not in (
                       select f.id from membership.office f
                        where f.kind = 'window' and f.organisation = n.organisation or f.kind = 'duty_desk')
                   and a.principal <> n.sent_by
                """)).isZero();
        assertThat(records.number("""
                select count(*) from notice.place p join notice.notice n on n.topic = p.topic
                  join asset.asset a on a.id = p.asset where a.organisation <> n.organisation
                """)).isZero();
    }
}
