package noroshi.insight;

import static noroshi.insight.RankStore.instant;
import static noroshi.insight.RankStore.length;
import static noroshi.insight.RankStore.optionalInstant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.membership.OrganisationName;
import noroshi.shared.Tlp;
import noroshi.topic.Importance;
import noroshi.topic.Kind;
import noroshi.topic.Level;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of reach: which organisations opened what. */
@Repository
class ReachStore {
    private static final String OPENINGS = """
            seen as materialized (
                select v.topic, v.organisation, min(v.at) as first_at, count(*) as views, max(v.version) as version,
                       (array_agg(v.person order by v.at))[1] as reader, count(distinct v.person) as people,
                       array_agg(distinct v.level) as levels
                  from wanted w join topic.insight_views v on v.topic = w.id
                 where :organisation::uuid is null or v.organisation = :organisation
                 group by v.topic, v.organisation)
            select w.id, r.organisation, w.published_at, s.first_at, s.reader, coalesce(s.people, 0) as people,
                   coalesce(s.views, 0) as views, coalesce(s.version, 0) as version,
                   coalesce(s.levels, '{}') as levels
              from topic.insight_reach(array(select id from wanted)) r
              join wanted w on w.id = r.topic
              left join seen s on s.topic = r.topic and s.organisation = r.organisation
             where :organisation::uuid is null or r.organisation = :organisation
            """;

    private final JdbcClient jdbc;

    ReachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<OrganisationReach> organisations(Span span, LocalDate today) {
        var traits = traits(today);
        return jdbc.sql("""
                with wanted as materialized (
                    select t.id, t.published_at from topic.readable t
                     where t.kind = 'BULLETIN' and t.state = 'published'
                       and t.published_at >= :from and t.published_at < :until),
                viewed as materialized (
                    select v.topic, v.organisation, v.person, min(v.at) as first_at, max(v.at) as last_at
                      from wanted w join topic.insight_views v on v.topic = w.id
                     group by v.topic, v.organisation, v.person),
                seen as (
                    select topic, organisation, min(first_at) as first_at, max(last_at) as last_at
                      from viewed group by topic, organisation),
                people as (
                    select organisation, count(distinct person) as people from viewed group by organisation)
                select o.id, o.code, o.name, o.name_en, count(*) as addressed, count(s.topic) as opened,
                       coalesce(max(p.people), 0) as people, max(s.last_at) as last_at,
                       percentile_cont(0.5) within group (order by extract(epoch from s.first_at - w.published_at)) as median
                  from topic.insight_reach(array(select id from wanted)) r
                  join wanted w on w.id = r.topic
                  join membership.organisation o on o.id = r.organisation
                  left join seen s on s.topic = r.topic and s.organisation = r.organisation
                  left join people p on p.organisation = r.organisation
                 group by o.id, o.code, o.name, o.name_en
                 order by count(s.topic)::numeric / count(*), o.name
                """)
                .param("from", span.from())
                .param("until", span.until())
                .query((row, n) -> organisation(row, traits))
                .list();
    }

    private Map<UUID, List<Trait>> traits(LocalDate day) {
        var traits = new HashMap<UUID, List<Trait>>();
        jdbc.sql("""
                select organisation, trait, code, name_ja, name_en
                  from membership.insight_traits
                 where valid_from <= :day and (valid_to is null or valid_to > :day)
                 order by trait, name_ja
                """).param("day", day).query(row -> {
            var trait = new Trait(
                    Trait.Kind.valueOf(row.getString("trait").toUpperCase(Locale.ROOT)),
                    row.getString("code"),
                    row.getString("name_ja"),
                    row.getString("name_en"));
            traits.computeIfAbsent(row.getObject("organisation", UUID.class), id -> new ArrayList<>())
                    .add(trait);
        });
        return traits;
    }

    Optional<TopicName> topic(UUID id) {
        return names("t.id = :id").param("id", id).query(ReachStore::name).optional();
    }

    /** Whether a topic that the reader may read stands with its organisation hidden. */
    boolean hidden(UUID id) {
        return jdbc.sql("select exists (select from topic.readable where id = :id and hidden)")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    List<TopicName> bulletins(Span span) {
        return names("""
                t.kind = 'BULLETIN' and t.state = 'published'
                and t.published_at >= :from and t.published_at < :until
                """)
                .param("from", span.from())
                .param("until", span.until())
                .query(ReachStore::name)
                .list();
    }

    private JdbcClient.StatementSpec names(String condition) {
        return jdbc.sql("""
                select t.id, t.kind, t.title, t.importance, t.tlp, t.version, t.published_at, t.revised_at
                  from topic.readable t
                 where %s
                 order by t.published_at desc, t.id
                """.formatted(condition));
    }

    /** All organisations a topic is addressed to, those that opened it first in front. */
    List<Opening> openings(UUID topic) {
        return jdbc.sql("with wanted as (select t.id, t.published_at from topic.readable t where t.id = :topic), "
                        + OPENINGS + " order by s.first_at nulls last, r.organisation")
                .param("topic", topic)
                .param("organisation", null, java.sql.Types.OTHER)
                .query(ReachStore::opening)
                .list();
    }

    /** All bulletins of the span that are addressed to the organisation, the newest first. */
    List<Opening> openings(UUID organisation, Span span) {
        return jdbc.sql("""
                with wanted as (
                    select t.id, t.published_at from topic.readable t
                     where t.kind = 'BULLETIN' and t.state = 'published'
                       and t.published_at >= :from and t.published_at < :until),
                """ + OPENINGS + " order by w.published_at desc, w.id")
                .param("from", span.from())
                .param("until", span.until())
                .param("organisation", organisation)
                .query(ReachStore::opening)
                .list();
    }

    private static Opening opening(ResultSet row, int n) throws SQLException {
        var levels = Arrays.stream((String[]) row.getArray("levels").getArray())
                .map(Level::valueOf)
                .sorted()
                .toList();
        return new Opening(
                row.getObject("id", UUID.class),
                row.getObject("organisation", UUID.class),
                instant(row, "published_at"),
                optionalInstant(row, "first_at"),
                Optional.ofNullable(row.getObject("reader", UUID.class)),
                row.getInt("people"),
                row.getInt("views"),
                row.getInt("version"),
                levels);
    }

    private static OrganisationReach organisation(ResultSet row, Map<UUID, List<Trait>> traits) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new OrganisationReach(
                new OrganisationName(id, row.getString("code"), row.getString("name"), row.getString("name_en")),
                traits.getOrDefault(id, List.of()),
                row.getInt("addressed"),
                row.getInt("opened"),
                row.getInt("people"),
                length(row, "median"),
                optionalInstant(row, "last_at"));
    }

    static TopicName name(ResultSet row, int n) throws SQLException {
        return new TopicName(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("title"),
                Optional.ofNullable(row.getString("importance")).map(Importance::valueOf),
                Tlp.valueOf(row.getString("tlp")),
                row.getInt("version"),
                instant(row, "published_at"),
                instant(row, "revised_at"));
    }
}
