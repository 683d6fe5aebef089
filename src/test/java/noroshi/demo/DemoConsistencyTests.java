package noroshi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The demo world obeys the platform's rules, though it came in from outside the wall. */
@SpringBootTest(classes = LoadedWorld.class, properties = "noroshi.demo=true")
class DemoConsistencyTests {
    @Autowired
    Records records;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            addressees are audience, author and for bulletins the newsroom | "
                select count(*) from topic.topic t
                  left join topic.concealed x on x.document = t.id
                 where (select array_agg(distinct p order by p) from unnest(t.addressees) p)
                    <> (select array_agg(distinct p order by p) from unnest(
                           array(select a.principal from topic.audience a where a.topic = t.id)
                           || coalesce(t.author, x.person)
                           || case when t.kind = 'BULLETIN' then array(
                                  select id from membership.office where kind in ('editors', 'approvers')) end) p)"
            lists know the same addressees | "
                select count(*) from topic.topic t
                 where (select array_agg(principal order by principal) from topic.addressee a where a.topic = t.id)
                    <> (select array_agg(p order by p) from unnest(t.addressees) p)"
            search knows the same addressees | "
                select count(*) from topic.words w join topic.topic t on t.id = w.topic
                 where w.addressees <> t.addressees or w.revised_at <> t.revised_at"
            everything is found | "
                select (select count(*) from topic.topic) + (select count(*) from topic.comment)
                     - (select count(*) from topic.words where words <> '')"
            who viewed it may read it | "
                select count(*) from topic.view v join topic.topic t on t.id = v.topic
                 where not t.addressees && (array[membership.everyone(), v.person, v.organisation] || array(
                           select b.principal from membership.belonging b where b.person = v.person))"
            nobody viewed it before it was there | "
                select count(*) from topic.view v
                  join topic.version n on n.topic = v.topic and n.number = v.version
                 where v.at < n.at"
            nobody viewed an old version | "
                select count(*) from topic.view v
                  join topic.version n on n.topic = v.topic and n.number = v.version + 1
                 where v.at >= n.at"
            nobody viewed it without having signed in that day | "
                select count(*) from topic.view v
                 where not exists (select from membership.login l
                                    where l.person = v.person and l.at <= v.at
                                      and (l.at at time zone 'Asia/Tokyo')::date
                                        = (v.at at time zone 'Asia/Tokyo')::date)"
            nobody did anything before they joined | "
                select count(*) from membership.login l join membership.seat s on s.person = l.person
                 where l.at < s.since"
            readings are the views, summed up | "
                select count(*) from topic.reading r
                  full join (select topic, version, person, min(at) as first, max(at) as last
                               from topic.view group by 1, 2, 3) v using (topic, version, person)
                 where r.first_at is distinct from v.first or r.last_at is distinct from v.last"
            who comments has opened it | "
                select count(*) from topic.comment c
                  join topic.topic t on t.id = c.topic
                  left join topic.concealed x on x.document = c.id
                 where not exists (select from topic.reading r
                                    where r.topic = c.topic and r.person = coalesce(c.author, x.person)
                                      and r.first_at <= c.at)"
            an answer belongs to its question | "
                select count(*) from topic.topic t join topic.comment c on c.id = t.accepted
                 where t.kind <> 'QUESTION' or c.topic <> t.id"
            nobody is named behind a hidden organisation | "
                select count(*) from topic.topic t
                 where t.hidden and (t.author is not null
                    or not exists (select from topic.concealed x where x.document = t.id))"
            every version of a bulletin has two levels and an edition | "
                select count(*) from topic.version n join topic.topic t on t.id = n.topic and t.kind = 'BULLETIN'
                 where not exists (select from bulletin.edition e where e.topic = n.topic and e.version = n.number)
                    or 2 <> (select count(*) from topic.text x where x.topic = n.topic and x.version = n.number)"
            opening what is restricted is in the audit trail | "
                select count(*) from topic.view v
                  join topic.topic t on t.id = v.topic and t.tlp not in ('CLEAR', 'GREEN')
                 cross join demo.world w
                 where v.at >= w.first_day::timestamp at time zone 'Asia/Tokyo'
                   and not exists (select from audit.entry e
                                    where e.subject = v.topic and e.person = v.person and e.at = v.at)"
            """)
    void holdsWithoutException(String rule, String exceptions) {
        assertThat(records.number(exceptions)).as(rule).isZero();
    }
}
