package noroshi.intel.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what machines of one organisation got. */
@Repository
class HoldingStore {
    private static final int MOST_FEEDS = 500;

    private final JdbcClient jdbc;

    HoldingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Holdings.Feed> feeds(UUID organisation) {
        return jdbc.sql("""
                select account, list, null::uuid as collection, '' as title, first_at, last_at, changed_at, asked, got, tlp
                  from (select distinct on (l.account, l.list) l.account, l.list,
                               min(l.first_at) over whole as first_at, l.last_at, l.first_at as changed_at,
                               sum(l.asked) over whole as asked, l.number::bigint as got, l.tlp
                          from intel.load l
                         where l.organisation = :organisation
                        window whole as (partition by l.account, l.list)
                         order by l.account, l.list, l.first_at desc) lists
                 union all
                select k.account, '', k.collection, c.title, k.first_at, k.last_at, null, k.asked, k.delivered, null
                  from intel.consumer k join intel.collection c on c.id = k.collection
                 where k.organisation = :organisation
                 order by last_at desc, account
                 limit :most
                """)
                .param("organisation", organisation)
                .param("most", MOST_FEEDS)
                .query(HoldingStore::feed)
                .list();
    }

    private static Holdings.Feed feed(ResultSet row, int n) throws SQLException {
        var collection = row.getObject("collection", UUID.class);
        return new Holdings.Feed(
                row.getObject("account", UUID.class),
                collection == null
                        ? new Holdings.Way.ByList(row.getString("list"))
                        : new Holdings.Way.FromCollection(collection, row.getString("title")),
                instant(row, "first_at"),
                instant(row, "last_at"),
                Optional.ofNullable(row.getObject("changed_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getLong("asked"),
                row.getLong("got"),
                Optional.ofNullable(row.getString("tlp")).map(Tlp::valueOf));
    }

    List<Holdings.TakenBack> takenBack(UUID organisation, Window window) {
        return jdbc.sql("""
                select t.value, t.type, t.word, t.at, t.again_at,
                       array(select distinct h.account from intel.held h
                              where h.value = t.value and h.organisation = t.organisation and h.until is null) as holders
                  from intel.taken_back t
                 where t.organisation = :organisation
                 order by t.at desc, t.value limit :size offset :start
                """)
                .param("organisation", organisation)
                .param("size", window.size())
                .param("start", window.offset())
                .query((row, n) -> new Holdings.TakenBack(
                        row.getObject("value", UUID.class),
                        IndicatorType.of(row.getString("type")),
                        row.getString("word"),
                        instant(row, "at"),
                        Optional.ofNullable(row.getObject("again_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Arrays.asList((UUID[]) row.getArray("holders").getArray())))
                .list();
    }

    long stillHeld(UUID organisation) {
        return jdbc.sql("""
                select count(*) from intel.taken_back t
                 where t.organisation = :organisation and t.again_at is null
                   and exists (select from intel.held h
                                where h.value = t.value and h.organisation = t.organisation and h.until is null)
                """)
                .param("organisation", organisation)
                .query(Long.class)
                .single();
    }

    List<Holdings.Fetched> fetched(UUID value) {
        return jdbc.sql("select account, collection, title, hour, back from intel.fetched(:value)")
                .param("value", value)
                .query((row, n) -> new Holdings.Fetched(
                        row.getObject("account", UUID.class),
                        row.getObject("collection", UUID.class),
                        row.getString("title"),
                        instant(row, "hour"),
                        row.getBoolean("back")))
                .list();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
