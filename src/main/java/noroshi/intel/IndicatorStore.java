package noroshi.intel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import noroshi.intel.StixObject.Lookout;
import noroshi.shared.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The values that indicators look for. */
@Repository
class IndicatorStore {
    private final JdbcClient jdbc;

    IndicatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Line(UUID object, int ordinal, Lookout lookout, IndicatorValue value) {}

    void add(List<ObjectStore.Row> rows, Kept kept) {
        var lines = rows.stream()
                .flatMap(row -> row.object().lookout().stream()
                        .flatMap(lookout -> IntStream.range(0, lookout.values().size())
                                .mapToObj(i -> new Line(
                                        row.id(), i, lookout, lookout.values().get(i)))))
                .toList();
        jdbc.sql("""
                insert into intel.indicator (object, ordinal, type, path, value, alone, pattern_type, valid_from,
                                             valid_until, confidence, remarks, addressees)
                select object, ordinal, type, path, value, alone, pattern_type, valid_from,
                       nullif(valid_until, '')::timestamptz, nullif(confidence, '')::smallint, remarks,
                       :addressees::uuid[]
                  from unnest(:objects::uuid[], :ordinals::int[], :types::text[], :paths::text[], :values::text[],
                              :alone::boolean[], :languages::text[], :from::timestamptz[], :until::text[],
                              :confidence::text[], :remarks::jsonb[])
                       as entry (object, ordinal, type, path, value, alone, pattern_type, valid_from, valid_until,
                                 confidence, remarks)
                """)
                .param("addressees", Column.of(kept.addressees(), id -> id))
                .param("objects", Column.of(lines, Line::object))
                .param("ordinals", Column.of(lines, Line::ordinal))
                .param("types", Column.of(lines, line -> line.value().type().code()))
                .param("paths", Column.of(lines, line -> Plain.line(line.value().path(), 250)))
                .param("values", Column.of(lines, line -> line.value().value()))
                .param("alone", Column.of(lines, line -> line.value().alone()))
                .param("languages", Column.of(lines, line -> line.lookout().patternType()))
                .param("from", Column.of(lines, line -> line.lookout().validFrom()))
                .param("until", Column.of(lines, line -> text(line.lookout().validUntil())))
                .param(
                        "confidence",
                        Column.of(lines, line -> text(line.lookout().confidence())))
                .param(
                        "remarks",
                        Column.of(lines, line -> Reasons.json(line.value().remarks())))
                .update();
    }

    List<Indicator> ofBundle(UUID bundle, String type, Window window) {
        return jdbc.sql("""
                select i.object, i.type, i.path, i.value, i.alone, i.pattern_type, i.valid_from, i.valid_until,
                       i.confidence, i.remarks, intel.harmless(intel.types_of(o.json)) as harmless
                  from intel.content c
                  join intel.indicator i on i.object = c.object
                  join intel.object o on o.id = i.object
                 where c.bundle = :bundle and (:type = '' or i.type = :type)
                 order by i.type, i.value, c.position, i.ordinal
                offset :offset limit :size
                """)
                .param("bundle", bundle)
                .param("type", type)
                .param("offset", window.offset())
                .param("size", window.size())
                .query(IndicatorStore::indicator)
                .list();
    }

    List<Indicator> ofObjects(List<UUID> objects) {
        return jdbc.sql("""
                select i.object, i.type, i.path, i.value, i.alone, i.pattern_type, i.valid_from, i.valid_until,
                       i.confidence, i.remarks, intel.harmless(intel.types_of(o.json)) as harmless
                  from intel.indicator i
                  join intel.object o on o.id = i.object
                 where i.object = any (:objects::uuid[])
                 order by i.object, i.ordinal
                """)
                .param("objects", Column.of(objects, id -> id))
                .query(IndicatorStore::indicator)
                .list();
    }

    Map<IndicatorType, Integer> types(UUID bundle) {
        record Count(IndicatorType type, int number) {}
        return jdbc
                .sql("""
                select i.type, count(*) as number
                  from intel.content c
                  join intel.indicator i on i.object = c.object
                 where c.bundle = :bundle
                 group by i.type
                """)
                .param("bundle", bundle)
                .query((row, n) -> new Count(IndicatorType.of(row.getString("type")), row.getInt("number")))
                .stream()
                .collect(Collectors.toMap(Count::type, Count::number));
    }

    private static Indicator indicator(ResultSet row, int n) throws SQLException {
        return new Indicator(
                row.getObject("object", UUID.class),
                IndicatorType.of(row.getString("type")),
                row.getString("path"),
                row.getString("value"),
                row.getBoolean("alone"),
                row.getBoolean("harmless"),
                row.getString("pattern_type"),
                row.getObject("valid_from", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("valid_until", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(row.getObject("confidence", Integer.class)),
                Reasons.reasons(row.getString("remarks")));
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }
}
