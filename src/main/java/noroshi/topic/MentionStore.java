package noroshi.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of calling: whom a name means, and whom a text calls. */
@Repository
class MentionStore {
    /**
     * A name means a person, else an organisation and so its window, else an office of the Centre, else a community the
     * writer sits in. Nobody learns of others by calling them.
     */
    private static final String CALLED = """
            select c.name, coalesce(p.id, w.id, f.id, k.id) as principal
              from unnest(:names) c (name)
              left join membership.person p on p.login = c.name and p.status = 'active' and p.kind = 'human'
              left join (membership.office w
                         join membership.organisation o on o.id = w.organisation and o.status = 'active')
                     on w.kind = 'window' and o.code = c.name
              left join (membership.office f
                         join membership.organisation z on z.id = f.organisation and z.part = 'CENTRE')
                     on replace(f.kind, '_', '-') = c.name and f.kind <> 'window'
              left join community.published k on k.code = c.name and k.closed_at is null
                    and k.id = any ((select membership.principals())::uuid[])
            """;

    private final JdbcClient jdbc;

    MentionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Remembers whom a document calls. */
    void call(UUID topic, UUID document, String text, Instant now) {
        var names = Mentions.in(text);
        if (names.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into topic.mention (topic, document, person, at)
                select distinct :topic, :document, n.principal, :now::timestamptz
                  from (%s) n
                 where n.principal is not null
                on conflict do nothing
                """.formatted(CALLED))
                .param("topic", topic)
                .param("document", document)
                .param("now", TopicStore.at(now))
                .param("names", names.toArray(String[]::new))
                .update();
    }

    /** Those of the names of which the writer cannot know that they find the topic. */
    List<String> unreached(UUID topic, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        var reached = new HashSet<String>(jdbc.sql("""
                with called as materialized (%s)
                select c.name from called c
                 where c.principal = any (topic.reached(:topic, array(select x.principal from called x
                                                                      where x.principal is not null)))
                """.formatted(CALLED))
                .param("topic", topic)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list());
        return names.stream().filter(name -> !reached.contains(name)).toList();
    }

    /** Whom a document calls: people, offices and communities. */
    Set<UUID> called(UUID document) {
        return jdbc.sql("select person from topic.mention where document = :document")
                .param("document", document)
                .query(UUID.class)
                .set();
    }
}
