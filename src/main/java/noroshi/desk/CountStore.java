package noroshi.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of the desk's figures: the matters themselves, which the tables only sort. */
@Repository
class CountStore {
    private final JdbcClient jdbc;

    CountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The matters of a period; what was taken back, or turned out to be told twice, is none.
     *
     * @param told which of them everybody reads without their names
     */
    List<Counted> matters(Instant from, Instant before, ZoneId zone, Map<UUID, ToldToAll.Where> told) {
        return jdbc.sql("""
                select m.topic, m.reference, k.year, k.number, t.title, m.kind, m.channel, m.status, s.cause, m.opened_at,
                       m.acknowledged_at, m.closed_at,
                       coalesce((select w.answers ->> 'event_class' from desk.telling w
                                  where w.topic = m.topic order by w.version desc limit 1), '') as event_class,
                       s.effect, s.impact = 'PRESENT' as impact,
                       exists (select from desk.upward u
                                where u.sent_at is not null
                                  and u.items @> jsonb_build_array(jsonb_build_object('matter', m.topic))) as reported,
                       (select y.code from membership.organisation_trait y
                         where y.organisation = r.organisation and y.trait = 'sector'
                           and y.valid_from <= o.day and (y.valid_to is null or y.valid_to > o.day)
                         order by y.valid_from desc, y.code limit 1) as sector,
                       exists (select from membership.organisation_trait y
                                where y.organisation = r.organisation and y.trait = 'category'
                                  and y.code in ('MINISTRY', 'PUBLIC_SECURITY') and y.valid_to is null) as office,
                       (select min(h.answered_at) from desk.support h
                         where h.matter = m.topic and h.verdict in ('ACCEPTED', 'PARTLY')) as helped_at
                  from desk.matter m
                  join desk.ticket k on k.matter = m.topic
                  join desk.standing s on s.matter = m.topic and s.until is null
                  join desk.reporter r on r.matter = m.topic
                  join topic.readable t on t.id = m.topic
                 cross join lateral (select (m.opened_at at time zone :zone)::date as day) o
                 where m.opened_at >= :from and m.opened_at < :before and m.status not in ('MERGED', 'WITHDRAWN')
                 order by m.opened_at, k.year, k.number
                """)
                .param("from", MatterStore.at(from))
                .param("before", MatterStore.at(before))
                .param("zone", zone.getId())
                .query((row, n) -> new Counted(
                        row.getString("reference"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        MatterKind.valueOf(row.getString("kind")),
                        Channel.valueOf(row.getString("channel")),
                        Status.valueOf(row.getString("status")),
                        Optional.ofNullable(row.getString("cause")).map(Cause::valueOf),
                        row.getString("event_class"),
                        Optional.ofNullable(row.getString("effect")).map(Effect::valueOf),
                        row.getBoolean("impact"),
                        row.getBoolean("reported"),
                        Optional.ofNullable(row.getString("sector")),
                        row.getBoolean("office"),
                        MatterStore.instant(row, "opened_at"),
                        MatterStore.moment(row, "acknowledged_at"),
                        MatterStore.moment(row, "helped_at"),
                        MatterStore.moment(row, "closed_at"),
                        Optional.ofNullable(told.get(MatterStore.id(row, "topic")))))
                .list();
    }

    /** Who was told of the matters of a period, of what kind they are, and when they opened it first. */
    List<Reached> reached(Instant from, Instant before, ZoneId zone) {
        return jdbc.sql("""
                with wanted as (
                    select m.topic from desk.matter m
                     where m.opened_at >= :from and m.opened_at < :before and m.status not in ('MERGED', 'WITHDRAWN')),
                viewed as (
                    select w.topic, v.organisation, v.first_at from wanted w cross join lateral desk.first_views(w.topic) v)
                select m.reference, k.year, k.number, t.title, r.organisation, r.added_at, v.first_at,
                       coalesce((select y.code from membership.organisation_trait y
                                  where y.organisation = r.organisation and y.trait = 'category'
                                    and y.valid_from <= a.day and (y.valid_to is null or y.valid_to > a.day)
                                  order by y.valid_from desc, y.code limit 1), '') as category
                  from wanted w
                  join desk.matter m on m.topic = w.topic
                  join desk.ticket k on k.matter = w.topic
                  join topic.readable t on t.id = w.topic
                  join desk.recipient r on r.matter = w.topic
                 cross join lateral (select (r.added_at at time zone :zone)::date as day) a
                  left join viewed v on v.topic = w.topic and v.organisation = r.organisation
                 order by m.opened_at, k.year, k.number, r.added_at, r.organisation
                """)
                .param("from", MatterStore.at(from))
                .param("before", MatterStore.at(before))
                .param("zone", zone.getId())
                .query((row, n) -> new Reached(
                        row.getString("reference"),
                        "%d-%03d".formatted(row.getInt("year"), row.getInt("number")),
                        row.getString("title"),
                        MatterStore.id(row, "organisation"),
                        row.getString("category"),
                        MatterStore.instant(row, "added_at"),
                        MatterStore.moment(row, "first_at")))
                .list();
    }

    /** How many bulletins the Centre published in each fiscal year, for the desk. */
    Map<Integer, Integer> informed(Instant since, Instant until, ZoneId zone) {
        var years = new TreeMap<Integer, Integer>();
        jdbc.sql("select fiscal, bulletins from desk.informed(:since, :until, :zone)")
                .param("since", MatterStore.at(since))
                .param("until", MatterStore.at(until))
                .param("zone", zone.getId())
                .query(row -> {
                    years.put(row.getInt("fiscal"), row.getInt("bulletins"));
                });
        return years;
    }

    /** Sectors and categories by code, with their names. */
    List<Named> names() {
        return jdbc.sql("""
                (select distinct on (code) 'SECTOR' as kind, code, name_ja, name_en
                   from membership.sector order by code, valid_from desc)
                union all
                (select distinct on (code) 'CATEGORY', code, name_ja, name_en
                   from membership.category order by code, valid_from desc)
                """)
                .query((row, n) -> new Named(
                        row.getString("kind").equals("SECTOR"),
                        row.getString("code"),
                        row.getString("name_ja"),
                        row.getString("name_en")))
                .list();
    }

    /** What a code stands for. */
    record Named(boolean sector, String code, String name, String nameEn) {}

    int leftBy(UUID organisation) {
        return jdbc.sql("select desk.left_by(:organisation)")
                .param("organisation", organisation)
                .query(Integer.class)
                .single();
    }
}
