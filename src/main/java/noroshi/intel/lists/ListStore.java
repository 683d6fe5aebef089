package noroshi.intel.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import noroshi.intel.IndicatorType;
import noroshi.intel.life.Saying;
import noroshi.intel.life.SayingRow;
import noroshi.shared.Actor;
import noroshi.shared.Tlp;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what leaves in lists, and of who has loaded what. */
@Repository
class ListStore {
    private final JdbcClient jdbc;

    ListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One thing that may leave. */
    record Word(UUID value, IndicatorType type, String text, Saying saying, boolean excepted) {}

    List<Word> leaving(UUID organisation, Instant since) {
        return jdbc.sql("select * from intel.leaving(:organisation, :since)")
                .param("organisation", organisation)
                .param("since", at(since))
                .query((row, n) -> new Word(
                        row.getObject("value", UUID.class),
                        IndicatorType.of(row.getString("type")),
                        row.getString("word"),
                        SayingRow.read(row),
                        row.getBoolean("excepted")))
                .list();
    }

    /** What a machine loaded last by a list. */
    record Last(UUID id, String tag) {}

    java.util.Optional<Last> last(UUID account, String list) {
        return jdbc.sql("""
                select id, tag from intel.load where account = :account and list = :list
                 order by first_at desc limit 1
                """)
                .param("account", account)
                .param("list", list)
                .query((row, n) -> new Last(row.getObject("id", UUID.class), row.getString("tag")))
                .optional();
    }

    void again(UUID load, Instant now) {
        jdbc.sql("update intel.load set asked = asked + 1, last_at = :now where id = :id")
                .param("id", load)
                .param("now", at(now))
                .update();
    }

    void lock(UUID account, String list) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "intel list " + account + " " + list)
                .query()
                .singleRow();
    }

    /** Notes that from now on the machine holds these values by the list, and no others. */
    void loaded(Actor actor, String list, Selection selection, String tag, Instant now) {
        var values = selection.lines().stream()
                .filter(line -> !line.revoked())
                .map(Line::value)
                .toArray(UUID[]::new);
        var removed = jdbc.sql("""
                update intel.held set until = :now
                 where account = :account and list = :list and until is null and value <> all (:values)
                """)
                .param("now", at(now))
                .param("account", actor.person())
                .param("list", list)
                .param("values", values)
                .update();
        var added = jdbc.sql("""
                insert into intel.held (account, organisation, list, value, since)
                select :account, :organisation, :list, n.value, :now from unnest(:values) as n(value)
                on conflict (account, list, value) where until is null do nothing
                """)
                .param("account", actor.person())
                .param("organisation", actor.organisation())
                .param("list", list)
                .param("values", values)
                .param("now", at(now))
                .update();
        jdbc.sql("""
                insert into intel.load (account, organisation, list, tag, number, added, removed, tlp, first_at, last_at)
                values (:account, :organisation, :list, :tag, :number, :added, :removed, :tlp, :now, :now)
                """)
                .param("account", actor.person())
                .param("organisation", actor.organisation())
                .param("list", list)
                .param("tag", tag)
                .param("number", values.length)
                .param("added", added)
                .param("removed", removed)
                .param("tlp", selection.tlp().name())
                .param("now", at(now))
                .update();
    }

    List<Load> loads(UUID organisation, Window window) {
        return jdbc.sql("""
                select id, account, list, number, added, removed, tlp, first_at, last_at, asked
                  from intel.load where organisation = :organisation
                 order by last_at desc, id limit :size offset :start
                """)
                .param("organisation", organisation)
                .param("size", window.size())
                .param("start", window.offset())
                .query(ListStore::load)
                .list();
    }

    /** When machines of the organisation got a value by which list, and until when. */
    List<Held> held(UUID value, UUID organisation) {
        return jdbc.sql("""
                select account, list, since, until from intel.held
                 where value = :value and organisation = :organisation
                 order by since desc, list limit 100
                """)
                .param("value", value)
                .param("organisation", organisation)
                .query((row, n) -> new Held(
                        row.getObject("account", UUID.class),
                        row.getString("list"),
                        row.getObject("since", OffsetDateTime.class).toInstant(),
                        java.util.Optional.ofNullable(row.getObject("until", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    private static Load load(ResultSet row, int n) throws SQLException {
        return new Load(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("list"),
                row.getInt("number"),
                row.getInt("added"),
                row.getInt("removed"),
                Tlp.valueOf(row.getString("tlp")),
                row.getObject("first_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getInt("asked"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
