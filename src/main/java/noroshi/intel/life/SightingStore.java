package noroshi.intel.life;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import noroshi.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** SQL of sightings. */
@Repository
class SightingStore {
    private final JdbcClient jdbc;

    SightingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Sighting sighting, Actor actor, Instant now) {
        jdbc.sql("""
                insert into intel.sighting as s (value, organisation, person, seen, number, first_at, last_at, told_at)
                values (:value, :organisation, :person, :seen, :number, :first, :last, :now)
                on conflict (value, organisation) do update
                   set person = excluded.person, seen = excluded.seen, number = excluded.number,
                       first_at = case when s.seen and excluded.seen then least(s.first_at, excluded.first_at)
                                       else excluded.first_at end,
                       last_at = greatest(excluded.last_at,
                                          case when s.seen and excluded.seen then s.last_at end),
                       told_at = excluded.told_at
                """)
                .param("value", sighting.value())
                .param("organisation", actor.organisation())
                .param("person", actor.person())
                .param("seen", sighting.seen())
                .param("number", sighting.number())
                .param("first", at(sighting.firstAt()))
                .param("last", at(sighting.lastAt()))
                .param("now", at(now))
                .update();
    }

    /** What the organisation said itself. */
    Optional<Sighting> of(UUID value, UUID organisation) {
        return jdbc.sql("""
                select value, seen, number, first_at, last_at
                  from intel.sighting where value = :value and organisation = :organisation
                """)
                .param("value", value)
                .param("organisation", organisation)
                .query((row, n) -> new Sighting(
                        row.getObject("value", UUID.class),
                        row.getBoolean("seen"),
                        row.getInt("number"),
                        row.getObject("first_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    Map<UUID, Tally> tally(List<UUID> values) {
        record Row(UUID value, Tally tally) {}
        return jdbc
                .sql("select value, seen, unseen, few from intel.tally_sightings(:values)")
                .param("values", values.toArray(UUID[]::new))
                .query((row, n) -> new Row(
                        row.getObject("value", UUID.class),
                        new Tally(row.getLong("seen"), row.getLong("unseen"), row.getBoolean("few"))))
                .stream()
                .collect(Collectors.toMap(Row::value, Row::tally));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
