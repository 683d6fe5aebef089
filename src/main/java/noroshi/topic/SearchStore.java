package noroshi.topic;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of search. */
@Repository
class SearchStore {
    private static final int SIMILAR = 5;
    private static final int LOOKED_AT = 50;

    private record Hit(UUID document, UUID topic) {}

    private final JdbcClient jdbc;
    private final TopicStore topics;
    private final SearchWords words;

    SearchStore(JdbcClient jdbc, TopicStore topics, SearchWords words) {
        this.jdbc = jdbc;
        this.topics = topics;
        this.words = words;
    }

    Search.Found find(SearchQuery query, Level level) {
        var asked = words.query(query.words());
        if (asked.isEmpty()) {
            return new Search.Found(List.of(), false);
        }
        var hits = jdbc.sql("""
                select document, topic
                  from topic.search(:asked::tsquery, :partial, :kind, :information, :tlp, :principal,
                                    :since, :sort, :start, :size)
                """)
                .param("asked", asked.words())
                .param("partial", asked.pattern().orElse(null), Types.VARCHAR)
                .param("kind", query.kind().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("information", query.information().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("tlp", query.tlp().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("principal", query.community().orElse(null), Types.OTHER)
                .param("since", query.since().map(TopicStore::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sort", query.sort() == SearchQuery.Sort.RANK ? "rank" : "date")
                .param("start", query.window().offset())
                .param("size", query.window().size() + 1)
                .query((row, n) -> new Hit(Rows.id(row, "document"), Rows.id(row, "topic")))
                .list();
        var shown = hits.subList(0, Math.min(hits.size(), query.window().size()));
        return new Search.Found(found(shown, asked, level), hits.size() > shown.size());
    }

    List<TopicRow> similar(String title, Instant since, Level level) {
        var asked = words.nearby(title);
        if (asked.isEmpty()) {
            return List.of();
        }
        var near = jdbc.sql("""
                select topic, max(rank) as rank
                  from topic.search(:asked::tsquery, null, null, null, null, null, :since, 'rank', 0, :looked)
                 group by topic
                 order by 2 desc, 1
                 limit :most
                """)
                .param("asked", asked)
                .param("since", TopicStore.at(since))
                .param("looked", LOOKED_AT)
                .param("most", SIMILAR)
                .query((row, n) -> Rows.id(row, "topic"))
                .list();
        return topics.rows(near, level).get();
    }

    private List<SearchHit> found(List<Hit> hits, SearchWords.Query asked, Level level) {
        var rows = new HashMap<UUID, TopicRow>();
        topics.rows(hits.stream().map(Hit::topic).distinct().toList(), level)
                .get()
                .forEach(row -> rows.put(row.id(), row));
        var texts = texts(hits, level);
        var found = new ArrayList<SearchHit>();
        for (var hit : hits) {
            var row = rows.get(hit.topic());
            if (row != null) {
                var comment = hit.document().equals(hit.topic()) ? Optional.<UUID>empty() : Optional.of(hit.document());
                var text = texts.getOrDefault(hit.document(), "");
                found.add(new SearchHit(row, comment, Snippet.of(Prose.plain(text), asked)));
            }
        }
        return found;
    }

    /** The text of each hit: the comment's, or the topic's in the reader's level. */
    private Map<UUID, String> texts(List<Hit> hits, Level level) {
        var texts = new HashMap<UUID, String>();
        jdbc.sql("""
                select x.topic as document, left(x.body, 20000) as body
                  from topic.text x
                  join topic.topic t on t.id = x.topic and t.version = x.version
                 where x.topic = any (:documents) and x.level in ('ALL', :level)
                union all
                select id, body from topic.comment where id = any (:documents) and removed_at is null
                """)
                .param("documents", hits.stream().map(Hit::document).toArray(UUID[]::new))
                .param("level", level.name())
                .query(row -> {
                    texts.put(Rows.id(row, "document"), row.getString("body"));
                });
        return texts;
    }
}
