package noroshi.community;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of the days on which a community meets. */
@Repository
class OccasionStore {
    private final JdbcClient jdbc;

    OccasionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Occasion> coming(UUID community, LocalDate from, int atMost) {
        return jdbc.sql("""
                select id, kind, name_ja, name_en, date
                  from community.occasion
                 where community = :community and date >= :from
                 order by date, id
                 limit :most
                """)
                .param("community", community)
                .param("from", from)
                .param("most", atMost)
                .query((row, n) -> new Occasion(
                        row.getObject("id", UUID.class),
                        OccasionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        new Wording(row.getString("name_ja"), row.getString("name_en")),
                        row.getObject("date", LocalDate.class)))
                .list();
    }

    /** A day, whose it is, and whether the community is open. */
    record Planned(UUID community, boolean named, Occasion occasion) {}

    List<Planned> of(Collection<UUID> communities, LocalDate from) {
        return jdbc.sql("""
                select o.id, o.community, o.kind, o.name_ja, o.name_en, o.date, c.kind = 'open' as named
                  from community.occasion o join community.community c on c.id = o.community and c.closed_at is null
                 where o.community = any (:communities) and o.date >= :from
                 order by o.date, o.id
                """)
                .param("communities", communities.toArray(UUID[]::new))
                .param("from", from)
                .query((row, n) -> new Planned(
                        row.getObject("community", UUID.class),
                        row.getBoolean("named"),
                        new Occasion(
                                row.getObject("id", UUID.class),
                                OccasionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                                new Wording(row.getString("name_ja"), row.getString("name_en")),
                                row.getObject("date", LocalDate.class))))
                .list();
    }

    int count(UUID community, LocalDate from) {
        return jdbc.sql("select count(*) from community.occasion where community = :community and date >= :from")
                .param("community", community)
                .param("from", from)
                .query(Integer.class)
                .single();
    }

    void insert(UUID community, OccasionKind kind, Wording name, LocalDate date) {
        jdbc.sql("""
                insert into community.occasion (community, kind, name_ja, name_en, date)
                values (:community, :kind, :ja, :en, :date)
                """)
                .param("community", community)
                .param("kind", kind.name().toLowerCase(Locale.ROOT))
                .param("ja", name.ja())
                .param("en", name.en())
                .param("date", date)
                .update();
    }

    void delete(UUID community, UUID occasion) {
        jdbc.sql("delete from community.occasion where community = :community and id = :occasion")
                .param("community", community)
                .param("occasion", occasion)
                .update();
    }
}
