package noroshi.intel.blocklist;

import static noroshi.intel.blocklist.BlocklistStore.at;
import static noroshi.intel.blocklist.BlocklistStore.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what recipients of block lists confirm. */
@Repository
class ConfirmationStore {
    private static final String STANDING = """
            select list, organisation, pushed_at, due_at, reminded_at, sent, live, taken_back_at, owes
              from intel.blocklist_standing
            """;

    private final JdbcClient jdbc;

    ConfirmationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Standing> standings(List<UUID> lists) {
        return jdbc.sql(STANDING + " where list = any (:lists) order by list, owes nulls last, due_at, organisation")
                .param("lists", lists.toArray(UUID[]::new))
                .query(ConfirmationStore::standing)
                .list();
    }

    Optional<Standing> standing(UUID list, UUID organisation) {
        return jdbc.sql(STANDING + " where list = :list and organisation = :organisation")
                .param("list", list)
                .param("organisation", organisation)
                .query(ConfirmationStore::standing)
                .optional();
    }

    List<Standing> received(UUID organisation) {
        return jdbc.sql(STANDING + """
                 where organisation = :organisation
                   and organisation = any ((select intel.answering_for())::uuid[])
                 order by owes is null, due_at, list limit 500
                """)
                .param("organisation", organisation)
                .query(ConfirmationStore::standing)
                .list();
    }

    Response response(UUID organisation, int latest, Instant now) {
        var pushed = jdbc.sql("""
                select s.list, b.title, s.pushed_at, s.owes
                  from intel.blocklist_standing s join intel.blocklist b on b.id = s.list
                 where s.organisation = :organisation
                 order by s.pushed_at desc, s.list limit :most
                """)
                .param("organisation", organisation)
                .param("most", latest)
                .query((row, n) -> new Response.Pushed(
                        row.getObject("list", UUID.class),
                        row.getString("title"),
                        instant(row, "pushed_at").orElseThrow(),
                        owes(row)))
                .list();
        return jdbc.sql("""
                select l.lists, l.waiting, l.late, p.registered, p.hits, p.withdrawn, p.declined
                  from (select count(*) as lists, count(*) filter (where s.owes is not null and s.due_at >= :now) as waiting,
                               count(*) filter (where s.owes is not null and s.due_at < :now) as late
                          from intel.blocklist_standing s where s.organisation = :organisation) l
                 cross join (select count(x.registered_at) as registered, coalesce(sum(x.hits), 0)::bigint as hits,
                                    count(x.withdrawn_at) as withdrawn, count(x.declined_at) as declined
                               from intel.blocklist_product x where x.organisation = :organisation) p
                """)
                .param("organisation", organisation)
                .param("now", at(now))
                .query((row, n) -> new Response(
                        row.getLong("lists"),
                        row.getLong("waiting"),
                        row.getLong("late"),
                        row.getLong("registered"),
                        row.getLong("hits"),
                        row.getLong("withdrawn"),
                        row.getLong("declined"),
                        pushed))
                .single();
    }

    /** Lists that somebody has not answered in time. */
    List<UUID> late(Instant now) {
        return jdbc.sql("select distinct list from intel.blocklist_standing where owes is not null and due_at < :now")
                .param("now", at(now))
                .query(UUID.class)
                .list();
    }

    List<Product> products(UUID list) {
        return jdbc.sql("""
                select organisation, product, registered_at, withdrawn_at, declined_at, hits_at, hits, hits_since
                  from intel.blocklist_product where list = :list order by organisation, product
                """)
                .param("list", list)
                .query(ConfirmationStore::product)
                .list();
    }

    void add(UUID list, Confirmation said, Actor actor, Instant now) {
        jdbc.sql("""
                insert into intel.blocklist_answer (list, organisation, product, state, hits, hits_since, words, by, at)
                values (:list, :organisation, :product, :state, nullif(:hits, '')::bigint,
                        nullif(:since, '')::timestamptz, :words, :by, :now)
                """)
                .param("list", list)
                .param("organisation", actor.organisation())
                .param("product", said.product())
                .param("state", said.state().name().toLowerCase(Locale.ROOT))
                .param("hits", said.hits().map(String::valueOf).orElse(""))
                .param("since", said.since().map(String::valueOf).orElse(""))
                .param("words", said.words())
                .param("by", actor.person())
                .param("now", at(now))
                .update();
    }

    int remind(UUID list, Instant now) {
        return jdbc.sql("""
                update intel.blocklist_push p set reminded_at = :now
                 where p.list = :list
                   and exists (select from intel.blocklist_standing s
                                where s.list = p.list and s.organisation = p.organisation and s.owes is not null)
                """).param("list", list).param("now", at(now)).update();
    }

    private static Standing standing(ResultSet row, int n) throws SQLException {
        return new Standing(
                row.getObject("list", UUID.class),
                row.getObject("organisation", UUID.class),
                instant(row, "pushed_at").orElseThrow(),
                instant(row, "due_at").orElseThrow(),
                instant(row, "reminded_at"),
                row.getInt("sent"),
                row.getInt("live"),
                instant(row, "taken_back_at"),
                owes(row));
    }

    private static Optional<Standing.Owes> owes(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("owes"))
                .map(owes -> Standing.Owes.valueOf(owes.toUpperCase(Locale.ROOT)));
    }

    private static Product product(ResultSet row, int n) throws SQLException {
        var counted = instant(row, "hits_at");
        var since = instant(row, "hits_since");
        return new Product(
                row.getObject("organisation", UUID.class),
                row.getString("product"),
                instant(row, "registered_at"),
                instant(row, "withdrawn_at"),
                instant(row, "declined_at"),
                counted.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                new Product.Hits(row.getLong("hits"), since.orElseThrow(), counted.orElseThrow())));
    }
}
