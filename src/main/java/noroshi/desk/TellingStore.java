package noroshi.desk;

import java.sql.Types;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import noroshi.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of what was told: the parts of a matter, what was typed for each version, and what happened. */
@Repository
class TellingStore {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    TellingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insertPart(UUID topic, UUID matter, Side side) {
        jdbc.sql("insert into desk.part (topic, matter, side) values (:topic, :matter, :side)")
                .param("topic", topic)
                .param("matter", matter)
                .param("side", side.name())
                .update();
    }

    /** The parts the reader may read; of the others there is no trace. */
    Map<Side, UUID> parts(UUID matter) {
        var parts = new EnumMap<Side, UUID>(Side.class);
        jdbc.sql("select side, topic from desk.part where matter = :matter")
                .param("matter", matter)
                .query(row -> {
                    parts.put(Side.valueOf(row.getString("side")), MatterStore.id(row, "topic"));
                });
        return parts;
    }

    void insertTelling(UUID topic, int version, Telling telling, Chronology times) {
        jdbc.sql("""
                insert into desk.telling (topic, version, body, answers, times)
                values (:topic, :version, :body, :answers::jsonb, :times::jsonb)
                """)
                .param("topic", topic)
                .param("version", version)
                .param("body", telling.body())
                .param("answers", json.writeValueAsString(telling.answers()))
                .param("times", json.writeValueAsString(times.times()))
                .update();
    }

    /** The times that were found in what was typed last for this text. */
    Chronology times(UUID topic) {
        return jdbc.sql("select times from desk.telling where topic = :topic order by version desc limit 1")
                .param("topic", topic)
                .query((row, n) -> new Chronology(
                        json.readValue(row.getString("times"), new TypeReference<Map<Moment, WrittenTime>>() {})))
                .optional()
                .orElse(Chronology.UNKNOWN);
    }

    /** What was typed last for this text. */
    Optional<Telling> telling(UUID topic) {
        return jdbc.sql("select body, answers from desk.telling where topic = :topic order by version desc limit 1")
                .param("topic", topic)
                .query((row, n) -> new Telling(
                        row.getString("body"),
                        json.readValue(row.getString("answers"), new TypeReference<Map<String, String>>() {})))
                .optional();
    }

    void step(UUID matter, String act, @Nullable Actor by, String detail, Instant now) {
        jdbc.sql("""
                insert into desk.step (matter, at, act, person, organisation, detail)
                values (:matter, :now, :act, :person, :organisation, :detail)
                """)
                .param("matter", matter)
                .param("now", MatterStore.at(now))
                .param("act", act)
                .param("person", by == null ? null : by.person(), Types.OTHER)
                .param("organisation", by == null ? null : by.organisation(), Types.OTHER)
                .param("detail", detail)
                .update();
    }

    List<Step> steps(UUID matter) {
        return jdbc.sql(
                        "select at, act, organisation, detail from desk.step where matter = :matter order by at desc, id")
                .param("matter", matter)
                .query((row, n) -> new Step(
                        MatterStore.instant(row, "at"),
                        row.getString("act"),
                        Optional.ofNullable(row.getObject("organisation", UUID.class)),
                        row.getString("detail")))
                .list();
    }
}
