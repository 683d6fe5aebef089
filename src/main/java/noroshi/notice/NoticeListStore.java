package noroshi.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the list of notices. */
@Repository
class NoticeListStore {
    private final JdbcClient jdbc;

    NoticeListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<NoticeRow> rows(NoticeFilter filter, Instant now, Window window) {
        var wait = filter.waited();
        return jdbc.sql("""
                select l.* from (
                    select n.topic, n.organisation, t.title, t.tlp, n.finding, n.severity, n.sent_at, n.due_at, n.state,
                           n.until_at, n.recheck_at, n.first_answer_at, r.topic is null and s.topic is null as unread,
                           coalesce(p.shown, '') as place,
                           (select greatest(count(*) - 1, 0) from notice.place m where m.topic = n.topic) as more,
                           (select min(v.first_at) from topic.insight_readings v
                             where v.topic = n.topic and v.organisation = n.organisation) as first_view_at
                      from notice.notice n
                      join topic.readable t on t.id = n.topic and t.state = 'published'
                      left join notice.place p on p.topic = n.topic and p.number = 1
                      left join topic.insight_readings r on r.topic = n.topic and r.version = t.version
                                                        and r.person = membership.reader()
                      left join topic.published_set_aside s on s.topic = n.topic and s.version = t.version
                                                           and s.person = membership.reader()
                     where (:organisation::uuid is null or n.organisation = :organisation)
                       and (:batch::uuid is null
                            or n.topic in (select b.topic from notice.batch_notice b where b.batch = :batch))
                       and (:finding::text is null or n.finding = :finding)
                       and (:from::timestamptz is null or n.sent_at >= :from)
                       and (:until::timestamptz is null or n.sent_at < :until)) l
                 where case :show
                         when 'WAITING' then l.state in ('open', 'working')
                         when 'LATE' then l.state = 'open' and l.due_at < :now or l.until_at < :now
                         when 'UNOPENED' then l.first_view_at is null
                         when 'ANSWERED_LATE' then l.first_answer_at > l.due_at
                         when 'RECHECK' then l.recheck_at is not null
                         when 'RECHECK_DUE' then l.recheck_at <= :now
                         when 'SETTLED' then l.state in ('done', 'not_affected')
                         else true end
                   and (:lower::numeric is null
                        or extract(epoch from case when :answer then l.first_answer_at else l.first_view_at end
                                              - l.sent_at) > :lower)
                   and (:upper::numeric is null
                        or extract(epoch from case when :answer then l.first_answer_at else l.first_view_at end
                                              - l.sent_at) <= :upper)
                   and (not :never or case when :answer then l.first_answer_at else l.first_view_at end is null)
                 order by l.state in ('open', 'working') desc,
                          case when l.state in ('open', 'working') then coalesce(l.until_at, l.due_at) end,
                          l.sent_at desc, l.topic
                offset :offset limit :size
                """)
                .param("organisation", filter.organisation().orElse(null), Types.OTHER)
                .param("batch", filter.batch().orElse(null), Types.OTHER)
                .param("finding", filter.finding().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("from", filter.from().map(NoticeStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("until", filter.until().map(NoticeStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("show", filter.show().name())
                .param("now", NoticeStore.at(now))
                .param("answer", wait.filter(NoticeFilter.Wait::answer).isPresent())
                .param("lower", wait.flatMap(NoticeFilter.Wait::lower).orElse(null), Types.NUMERIC)
                .param("upper", wait.flatMap(NoticeFilter.Wait::upper).orElse(null), Types.NUMERIC)
                .param("never", wait.filter(NoticeFilter.Wait::never).isPresent())
                .param("offset", window.offset())
                .param("size", window.size())
                .query(NoticeListStore::row)
                .list();
    }

    private static NoticeRow row(ResultSet row, int n) throws SQLException {
        return new NoticeRow(
                row.getObject("topic", UUID.class),
                row.getObject("organisation", UUID.class),
                row.getString("title"),
                Tlp.valueOf(row.getString("tlp")),
                Finding.valueOf(row.getString("finding")),
                row.getInt("severity"),
                row.getString("place"),
                row.getInt("more"),
                NoticeStore.instant(row, "sent_at"),
                NoticeStore.instant(row, "due_at"),
                NoticeStore.standing(row),
                row.getBoolean("unread"),
                NoticeStore.optional(row.getTimestamp("first_view_at")),
                NoticeStore.optional(row.getTimestamp("first_answer_at")));
    }
}
