package noroshi.insight;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of events with what belongs to them. */
@Repository
class ProgrammeStore {
    private static final String EVENT = """
            select e.id, e.code, e.kind, e.date, e.end_date, e.label_ja, e.label_en, e.mode, e.owner, e.part_of,
                   (select count(*) from insight.taking_part p where p.event = e.id) as taking_part,
                   exists (select from insight.taking_part p
                            where p.event = e.id and p.organisation = :organisation) as joined
              from insight.event e
            """;

    private final JdbcClient jdbc;

    ProgrammeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The latest first. */
    List<Programme> all(UUID organisation) {
        var parts = new HashMap<UUID, List<Event>>();
        jdbc.sql("""
                select id, code, kind, date, end_date, label_ja, label_en, part_of
                  from insight.event where part_of is not null order by date, end_date, label_ja
                """).query(row -> {
            parts.computeIfAbsent(row.getObject("part_of", UUID.class), _ -> new ArrayList<>())
                    .add(EventStore.event(row, 0));
        });
        return jdbc.sql(EVENT + " where e.kind = 'event' order by e.date desc, e.id")
                .param("organisation", organisation)
                .query((row, n) -> {
                    var event = EventStore.event(row, n);
                    return new Programme(
                            event,
                            Programme.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                            Optional.ofNullable(row.getObject("owner", UUID.class)),
                            parts.getOrDefault(event.id(), List.of()),
                            row.getInt("taking_part"),
                            row.getBoolean("joined"));
                })
                .list();
    }

    UUID insert(NewEvent event, Optional<UUID> owner) {
        return jdbc.sql("""
                insert into insight.event (kind, date, end_date, label_ja, label_en, mode, owner)
                values ('event', :date, :end, :ja, :en, 'quiet', :owner)
                returning id
                """)
                .param("date", event.date())
                .param("end", event.end().orElseThrow())
                .param("ja", event.labelJa())
                .param("en", event.labelEn())
                .param("owner", owner.orElse(null), Types.OTHER)
                .query(UUID.class)
                .single();
    }

    UUID insertPart(UUID of, NewEvent part) {
        return jdbc.sql("""
                insert into insight.event (kind, date, end_date, label_ja, label_en, part_of)
                values (:kind, :date, :end, :ja, :en, :of)
                returning id
                """)
                .param("kind", part.kind().name().toLowerCase(Locale.ROOT))
                .param("date", part.date())
                .param("end", part.end().orElse(null), Types.DATE)
                .param("ja", part.labelJa())
                .param("en", part.labelEn())
                .param("of", of)
                .query(UUID.class)
                .single();
    }

    int deletePart(UUID of, UUID part) {
        return jdbc.sql("delete from insight.event where id = :part and part_of = :of")
                .param("part", part)
                .param("of", of)
                .update();
    }

    void mode(UUID id, Programme.Mode mode) {
        jdbc.sql("update insight.event set mode = :mode where id = :id and kind = 'event'")
                .param("id", id)
                .param("mode", mode.name().toLowerCase(Locale.ROOT))
                .update();
    }

    void join(UUID event, UUID organisation, Actor by, Instant now) {
        jdbc.sql("""
                insert into insight.taking_part (event, organisation, by, at) values (:event, :organisation, :by, :now)
                on conflict do nothing
                """)
                .param("event", event)
                .param("organisation", organisation)
                .param("by", by.person())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void leave(UUID event, UUID organisation) {
        jdbc.sql("delete from insight.taking_part where event = :event and organisation = :organisation")
                .param("event", event)
                .param("organisation", organisation)
                .update();
    }

    List<UUID> takingPart(UUID event) {
        return jdbc.sql("""
                select p.organisation from insight.taking_part p
                  join membership.organisation o on o.id = p.organisation
                 where p.event = :event order by o.name, o.id
                """).param("event", event).query(UUID.class).list();
    }

    Map<String, UUID> owners() {
        var owners = new HashMap<String, UUID>();
        jdbc.sql(
                        "select code, id from membership.organisation where part in ('EVENT_OWNER', 'CENTRE') and status = 'active'")
                .query(row -> {
                    owners.put(row.getString("code"), row.getObject("id", UUID.class));
                });
        return owners;
    }
}
