package noroshi.bulletin;

import static noroshi.bulletin.ManuscriptStore.id;
import static noroshi.bulletin.ManuscriptStore.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import noroshi.topic.Importance;
import noroshi.topic.InformationKind;
import noroshi.topic.Level;
import noroshi.topic.Prose;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the readers' list. */
@Repository
class BulletinStore {
    private final JdbcClient jdbc;

    BulletinStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Walks the editions from the newest and probes each topic, so that it costs the same however many topics there are. */
    List<BulletinRow> rows(Shelf shelf, Window window) {
        var pro = shelf.level() == Level.PRO;
        return jdbc.sql("""
                select t.id, t.information_kind, t.importance, t.tlp, t.version, t.published_at, t.revised_at, e.source,
                       e.copy #>> case when :pro then '{pro,title}'::text[] else '{general,title}' end as title,
                       left(e.copy #>> case when :pro then '{pro,body}'::text[] else '{general,sentence}' end, 400)
                           as lead,
                       r.topic is null and s.topic is null as unread
                  from bulletin.edition e
                 cross join lateral (select id, information_kind, importance, tlp, version, published_at, revised_at, author
                                       from topic.readable
                                      where id = e.topic and version = e.version and state = 'published'
                                     offset 0) t
                  left join topic.insight_readings r on r.topic = t.id and r.version = t.version
                                                    and r.person = membership.reader()
                  left join topic.published_set_aside s on s.topic = t.id and s.version = t.version
                                                       and s.person = membership.reader()
                 where (:importance::text is null or t.importance = :importance)
                   and (:information::text is null or t.information_kind = :information)
                   and (:since::timestamptz is null or e.released_at >= :since)
                   and (not :unread or (r.topic is null and s.topic is null))
                   and (not :unconfirmed or (r.confirmed_at is null and t.author is distinct from membership.reader()))
                 order by e.released_at desc, t.id
                offset :offset limit :size
                """)
                .param("pro", pro)
                .param("importance", shelf.importance().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("information", shelf.information().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("since", shelf.since().map(ManuscriptStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("unread", shelf.unread())
                .param("unconfirmed", shelf.unconfirmed())
                .param("offset", window.offset())
                .param("size", window.size())
                .query((row, n) -> map(row, shelf.level()))
                .list();
    }

    /** Headings say what kind of words follow, not what they say. */
    private static BulletinRow map(ResultSet row, Level level) throws SQLException {
        return new BulletinRow(
                id(row, "id"),
                InformationKind.valueOf(row.getString("information_kind")),
                Importance.valueOf(row.getString("importance")),
                Tlp.valueOf(row.getString("tlp")),
                row.getInt("version"),
                level,
                row.getString("title"),
                Prose.opening(row.getString("lead")),
                Source.valueOf(row.getString("source")),
                instant(row, "published_at"),
                instant(row, "revised_at"),
                row.getBoolean("unread"));
    }
}
