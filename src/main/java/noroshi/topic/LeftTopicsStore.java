package noroshi.topic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of what an organisation that withdraws has shared. */
@Repository
class LeftTopicsStore {
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    LeftTopicsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counts(int shared, int unanswered) {}

    Counts counts(UUID organisation) {
        return jdbc.sql("select shared, unanswered from topic.left_by(:organisation)")
                .param("organisation", organisation)
                .query(Counts.class)
                .single();
    }

    /** The titles of the newest that the reader may read. */
    Map<UUID, String> some(UUID organisation, boolean unanswered) {
        var titles = new LinkedHashMap<UUID, String>();
        jdbc.sql("""
                select id, title from topic.topic
                 where organisation = :organisation and kind in ('POST', 'QUESTION') and state = 'published'
                   and (not :unanswered or kind = 'QUESTION' and accepted is null)
                 order by revised_at desc, id limit :most
                """)
                .param("organisation", organisation)
                .param("unanswered", unanswered)
                .param("most", MOST)
                .query(row -> {
                    titles.put(row.getObject("id", UUID.class), row.getString("title"));
                });
        return titles;
    }

    List<UUID> takeBack(UUID organisation, String why) {
        return jdbc.sql("select * from topic.take_back_of(:organisation, :why)")
                .param("organisation", organisation)
                .param("why", why)
                .query(UUID.class)
                .list();
    }
}
