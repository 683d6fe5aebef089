package noroshi.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The SQL of series: their rules, times and rhythms. */
@Repository
class SeriesStore {
    private final JdbcClient jdbc;

    SeriesStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Series> all() {
        return jdbc.sql("""
                select code, name_ja, name_en, content, drawn_from, impacts, visibilities, severity, extra,
                       array(select t.half || ' ' || t.due_at from desk.slot t where t.series = s.code) as times
                  from desk.series s order by place, code
                """)
                .query((row, n) -> new Series(
                        row.getString("code"),
                        row.getString("name_ja"),
                        row.getString("name_en"),
                        Series.Content.valueOf(row.getString("content")),
                        Optional.ofNullable(row.getString("drawn_from")),
                        rule(row),
                        row.getBoolean("extra"),
                        times(words(row, "times"))))
                .list();
    }

    private static Map<Half, LocalTime> times(Collection<String> slots) {
        var times = new EnumMap<Half, LocalTime>(Half.class);
        slots.stream()
                .map(slot -> slot.split(" ", 2))
                .forEach(slot -> times.put(Half.valueOf(slot[0]), LocalTime.parse(slot[1])));
        return times;
    }

    Optional<Series> find(String code) {
        return all().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    private static Rule rule(ResultSet row) throws SQLException {
        var severity = row.getInt("severity");
        var counts = !row.wasNull();
        return new Rule(
                words(row, "impacts").stream().map(Impact::valueOf).collect(Collectors.toSet()),
                words(row, "visibilities").stream().map(Visibility::valueOf).collect(Collectors.toSet()),
                counts ? Optional.of(severity) : Optional.empty());
    }

    private static Collection<String> words(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    void rule(String series, Rule rule) {
        jdbc.sql("""
                update desk.series set impacts = :impacts, visibilities = :visibilities, severity = :severity
                 where code = :series
                """)
                .param("series", series)
                .param("impacts", names(rule.impacts()))
                .param("visibilities", names(rule.visibilities()))
                .param("severity", rule.severity().orElse(null), Types.SMALLINT)
                .update();
    }

    static String[] names(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().toArray(String[]::new);
    }

    void due(String series, Half half, LocalTime at) {
        jdbc.sql("update desk.slot set due_at = :at where series = :series and half = :half")
                .param("series", series)
                .param("half", half.name())
                .param("at", at)
                .update();
    }

    /** The rhythms of a day, of each series the last one that began. */
    List<Rhythm> rhythms(LocalDate day) {
        return jdbc.sql("""
                select distinct on (series) series, first_day, begun_at, last_day, recipient from desk.rhythm
                 where first_day <= :day order by series, first_day desc
                """).param("day", day).query(SeriesStore::rhythm).list();
    }

    /** Every rhythm that has begun: one that has ended is still answerable for what was due. */
    List<Rhythm> everyRhythm(LocalDate day) {
        return jdbc.sql("""
                select series, first_day, begun_at, last_day, recipient from desk.rhythm where first_day <= :day
                """).param("day", day).query(SeriesStore::rhythm).list();
    }

    private static Rhythm rhythm(ResultSet row, int n) throws SQLException {
        return new Rhythm(
                row.getString("series"),
                row.getObject("first_day", LocalDate.class),
                MatterStore.moment(row, "begun_at"),
                Optional.ofNullable(row.getObject("last_day", LocalDate.class)),
                row.getString("recipient"));
    }

    Optional<Rhythm> rhythm(String series, LocalDate day) {
        return rhythms(day).stream().filter(it -> it.series().equals(series)).findFirst();
    }

    void begin(String series, LocalDate day, Instant at, String recipient) {
        jdbc.sql("""
                insert into desk.rhythm (series, first_day, begun_at, recipient) values (:series, :day, :at, :recipient)
                """)
                .param("at", MatterStore.at(at))
                .param("series", series)
                .param("day", day)
                .param("recipient", recipient)
                .update();
    }

    /** It goes on from when it began first. */
    void goOn(String series, LocalDate first, String recipient) {
        jdbc.sql("""
                update desk.rhythm set last_day = null, recipient = :recipient
                 where series = :series and first_day = :first
                """)
                .param("series", series)
                .param("first", first)
                .param("recipient", recipient)
                .update();
    }

    void end(String series, LocalDate first, LocalDate last) {
        jdbc.sql("update desk.rhythm set last_day = :last where series = :series and first_day = :first")
                .param("series", series)
                .param("first", first)
                .param("last", last)
                .update();
    }
}
